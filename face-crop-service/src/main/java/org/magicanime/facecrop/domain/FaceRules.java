package org.magicanime.facecrop.domain;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.magicanime.judging.Missed;

/// Which frames have a face that belongs in the data set. Part of the parameters that every artifact's key is derived
/// from. `docs/faces.md` says where the numbers come from.
///
/// @param score of the face mesh: at least
/// @param height of the face in pixels of the film: at least
/// @param turn of the nose between the edges of the jaw, to either side: at most
/// @param eyesTurn of the nose's root between the eyes, to either side: at most
/// @param eyeDistance in pixels of the film: at least
/// @param aspect width by height of the face's box, its eyes made level: at least
/// @param upscale pixels of the face clip for one of the film: at most
/// @param roll of the line between the eyes, in degrees, to either side: at most
/// @param edge width of the sharpest edges of the eyes, in sizes of the face: at most
/// @param covered share of the face that something hides, 0 to 1: at most
/// @param change of identity from before to after a frame: at most
/// @param other size of another face near by, by that of this one: at most
/// @param outside share of the window's area that lies outside of the picture, 0 to 1: at most
/// @param shortestSeconds of a face clip
/// @param shortestFrames of a face clip, in films of 24 frames per second and more
public record FaceRules(
        double score,
        double height,
        double turn,
        double eyesTurn,
        double aspect,
        double eyeDistance,
        double upscale,
        double roll,
        double edge,
        double covered,
        double change,
        double other,
        double outside,
        double shortestSeconds,
        int shortestFrames) {
    public static final FaceRules DEFAULT =
            new FaceRules(0.9, 40, 1.25, 0.45, 0.6, 14, 6, 30, 0.08, 0.3, 1, 0.5, 0.25, 1, 30);

    public FaceRules {
        if (!(outside >= 0 && outside < 1 && shortestSeconds >= 0 && upscale > 0)) {
            throw new IllegalArgumentException(
                    "0 <= outside < 1, shortestSeconds not negative and upscale positive must hold");
        }
    }

    /// What a frame misses first.
    ///
    /// @param shape of the window, on which the enlargement depends
    Optional<Missed> judge(FaceMeasures frame, CropShape shape) {
        return tests(shape).of(frame).stream()
                .filter(each -> !each.test().passes())
                .map(FaceTests.Each::missed)
                .findFirst();
    }

    FaceTests tests(CropShape shape) {
        return new FaceTests(this, shape);
    }

    Map<String, String> parameters() {
        Map<String, String> all = new TreeMap<>();
        all.put(FaceTests.SCORE, Double.toString(score));
        all.put(FaceTests.HEIGHT, Double.toString(height));
        all.put(FaceTests.TURN, Double.toString(turn));
        all.put(FaceTests.EYES_TURN, Double.toString(eyesTurn));
        all.put(FaceTests.ASPECT, Double.toString(aspect));
        all.put(FaceTests.EYE_DISTANCE, Double.toString(eyeDistance));
        all.put(FaceTests.UPSCALE, Double.toString(upscale));
        all.put(FaceTests.ROLL, Double.toString(roll));
        all.put(FaceTests.EDGE, Double.toString(edge));
        all.put(FaceTests.COVERED, Double.toString(covered));
        all.put(FaceTests.CHANGE, Double.toString(change));
        all.put(FaceTests.OTHER, Double.toString(other));
        all.put(FaceTests.OUTSIDE, Double.toString(outside));
        all.put(FaceTests.SHORTEST_SECONDS, Double.toString(shortestSeconds));
        all.put(FaceTests.SHORTEST_FRAMES, Integer.toString(shortestFrames));
        return all;
    }
}
