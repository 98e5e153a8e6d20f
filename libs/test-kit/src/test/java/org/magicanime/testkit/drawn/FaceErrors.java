package org.magicanime.testkit.drawn;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.magicanime.drawing.KnownPoint;
import org.magicanime.inference.blaze.FaceMesh;
import org.magicanime.inference.picture.Point;

/// Distances between where landmarks were drawn and where a model finds them.
final class FaceErrors {
    private FaceErrors() {}

    /// @return for each of the 68, in heights of the face from its brows to its chin
    static double[] of(CharacterTruth truth, FaceMesh face) {
        List<Point> found = face.landmarks68();
        List<KnownPoint> drawn = truth.landmarks();
        double top =
                drawn.subList(17, 27).stream().mapToDouble(KnownPoint::y).min().orElseThrow();
        double height = drawn.get(8).y() - top;
        double[] errors = new double[CharacterTruth.LANDMARKS];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.hypot(
                            found.get(i).x() - drawn.get(i).x(),
                            found.get(i).y() - drawn.get(i).y())
                    / height;
        }
        return errors;
    }

    /// How much nearer the nose is to one side of the jaw than to the other, with the eyes level: 0 from the front,
    /// beyond 1.25 from the side, positive when turned to the picture's right.
    static double asymmetry(FaceMesh face) {
        List<Point> found = face.landmarks68();
        Point from = found.get(36);
        Point to = found.get(45);
        double length = from.distanceTo(to);
        double cos = (to.x() - from.x()) / length;
        double sin = (to.y() - from.y()) / length;
        ToDoubleFunction<Point> level = point -> point.x() * cos + point.y() * sin;
        double nose = level.applyAsDouble(found.get(30));
        double left = nose - level.applyAsDouble(found.get(2));
        double right = level.applyAsDouble(found.get(14)) - nose;
        return (left - right) / (left + right);
    }
}
