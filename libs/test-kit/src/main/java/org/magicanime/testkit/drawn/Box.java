package org.magicanime.testkit.drawn;

import java.awt.geom.Rectangle2D;

/// An upright rectangle of the picture, in pixels.
public record Box(double left, double top, double right, double bottom) {
    static Box of(Rectangle2D bounds) {
        return new Box(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY());
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    public boolean contains(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }
}
