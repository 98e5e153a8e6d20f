package org.magicanime.testkit.drawn;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import org.jspecify.annotations.Nullable;
import org.magicanime.drawing.Position;

/// A shape that is painted.
///
/// @param shape in pixels of the picture
/// @param fill null for a line alone
/// @param line null for a shape without an outline
/// @param lineWidth pixels
record Piece(
        Part part,
        Shape shape,
        @Nullable Paint fill,
        @Nullable Color line,
        double lineWidth) {

    void paint(Graphics2D graphics) {
        if (fill != null) {
            graphics.setPaint(fill);
            graphics.fill(shape);
        }
        if (line != null && lineWidth > 0) {
            graphics.setStroke(new BasicStroke((float) lineWidth, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.setColor(line);
            graphics.draw(shape);
        }
    }

    boolean covers(Position position) {
        return fill != null && part.ofTheFigure() && shape.contains(position.x(), position.y());
    }
}
