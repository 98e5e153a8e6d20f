package org.magicanime.testkit.drawn;

import java.util.List;
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
}
