package org.magicanime.testkit.drawn;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import org.magicanime.drawing.Position;

/// Where a head is. Its own coordinates have their origin in the middle of the head and heads as their unit.
///
/// @param chin in the picture
/// @param size height of the head in pixels
/// @param pose of the head
record HeadFrame(Position chin, double size, Pose.Head pose) {
    /// A turn of 1 moves the features of the face by this.
    private static final double TURN = 0.10;

    private static final double NOD = 0.045;

    double right() {
        return pose.turn() * TURN;
    }

    double down() {
        return pose.nod() * NOD;
    }

    private AffineTransform transform() {
        AffineTransform transform = AffineTransform.getTranslateInstance(chin.x(), chin.y());
        transform.rotate(Math.toRadians(pose.tilt()));
        transform.scale(size, size);
        transform.translate(0, -0.5);
        return transform;
    }

    Position toPicture(Position inHeads) {
        Point2D point = transform().transform(new Point2D.Double(inHeads.x(), inHeads.y()), null);
        return new Position(point.getX(), point.getY());
    }

    Shape toPicture(Shape inHeads) {
        return transform().createTransformedShape(inHeads);
    }
}
