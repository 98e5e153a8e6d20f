package org.magicanime.keypoint.domain;

import java.util.Map;
import java.util.TreeMap;
import org.magicanime.contracts.Framing;
import org.magicanime.keypoint.domain.Verdict.Invalid;
import org.magicanime.keypoint.domain.Verdict.Reason;
import org.magicanime.keypoint.domain.Verdict.Valid;

/// Which frames have exactly one character with a valid pose. Part of the parameters that every artifact's key
/// is derived from.
///
/// The thresholds were chosen on labelled frames of cartoons, for precision: what is called valid must be
/// right. No score separates right from wrong poses on drawings by itself.
///
/// @param startScore of the detection that the track began with: at least
/// @param bodyScore of the pose model: at least
/// @param seen visibility of shoulders and hips (full body) or nose and shoulders (upper body): at least
/// @param narrowest shoulders / torso: at least
/// @param widest shoulders / torso: at most
/// @param shift of a full body: at most
/// @param upperBodyScore of the pose model for an upper body: at least
/// @param upperShift of an upper body: at most
/// @param jitter median second difference of the joints over a span, in sides of the region: at most
/// @param shortestSeconds of a span
/// @param longestGap frames between two valid runs that may be bridged
/// @param gapDistance median distance between interpolated and estimated joints in a bridged frame, in torso
///     lengths: at most
/// @param animalScore of a detected animal, from which on it is one
/// @param closeUpSeen visibility of the shoulders of an upper body below a large face: at least
/// @param closeUpShift of an upper body below a large face: at most
public record PoseRules(
        double startScore,
        double bodyScore,
        double seen,
        double narrowest,
        double widest,
        double shift,
        double upperBodyScore,
        double upperShift,
        double jitter,
        double shortestSeconds,
        int longestGap,
        double gapDistance,
        double animalScore,
        double closeUpSeen,
        double closeUpShift) {
    public static final PoseRules DEFAULT =
            new PoseRules(0.6, 0.9, 0.9, 0.5, 1.6, 0.030, 0.95, 0.016, 0.09, 1, 3, 0.15, 0.4, 0.5, 0.020);

    public PoseRules {
        if (!(narrowest > 0 && widest > narrowest && shortestSeconds >= 0 && longestGap >= 0)) {
            throw new IllegalArgumentException(
                    "0 < narrowest < widest, and neither shortestSeconds nor longestGap negative, must hold");
        }
    }

    Verdict judge(FrameMeasures frame) {
        // However many detectors of persons see in it: they take one animal for two people, too.
        if (frame.animalScore() >= animalScore) {
            return invalid(Reason.NOT_HUMANOID, "score of the animal", frame.animalScore(), animalScore);
        }
        if (frame.characters() == 0) {
            return invalid(
                    Reason.NO_CHARACTER,
                    "score of the best detection",
                    frame.countScore(),
                    PoseEstimator.LEAST_COUNTED);
        }
        if (frame.characters() > 1) {
            return invalid(Reason.SEVERAL_CHARACTERS, "characters counted", frame.characters(), 1);
        }
        Verdict full = fullBody(frame);
        if (full instanceof Valid) {
            return full;
        }
        Verdict upper = upperBody(frame);
        // Hips outside of the picture say that nothing but an upper body was to be had.
        return upper instanceof Valid || frame.hips() == 0 ? upper : full;
    }

    private Verdict fullBody(FrameMeasures frame) {
        if (frame.startScore() < startScore) {
            return notValid("score of the detection that the track began with", frame.startScore(), startScore);
        }
        if (frame.bodyScore() < bodyScore) {
            return notValid("score of the pose model", frame.bodyScore(), bodyScore);
        }
        if (frame.shoulders() < seen) {
            return notValid("visibility of the shoulders", frame.shoulders(), seen);
        }
        if (frame.hips() < seen) {
            return notValid("visibility of the hips", frame.hips(), seen);
        }
        if (frame.proportion() < narrowest) {
            return notValid("width of the shoulders by length of the torso", frame.proportion(), narrowest);
        }
        if (frame.proportion() > widest) {
            return notValid("width of the shoulders by length of the torso", frame.proportion(), widest);
        }
        if (frame.shift() > shift) {
            return notValid("movement of the joints when the region is shifted", frame.shift(), shift);
        }
        return new Valid(Framing.FULL_BODY);
    }

    /// A large face says by itself that there is somebody, so that the body below it may be a little less certain.
    private Verdict upperBody(FrameMeasures frame) {
        boolean closeUp = frame.largeFace() > 0;
        double leastShoulders = closeUp ? closeUpSeen : seen;
        double mostShift = closeUp ? closeUpShift : upperShift;
        if (frame.startScore() < startScore) {
            return notValid("score of the detection that the track began with", frame.startScore(), startScore);
        }
        if (frame.bodyScore() < upperBodyScore) {
            return notValid("score of the pose model", frame.bodyScore(), upperBodyScore);
        }
        if (frame.nose() < seen) {
            return notValid("visibility of the nose", frame.nose(), seen);
        }
        if (frame.shoulders() < leastShoulders) {
            return notValid("visibility of the shoulders", frame.shoulders(), leastShoulders);
        }
        if (frame.shift() > mostShift) {
            return notValid("movement of the joints when the region is shifted", frame.shift(), mostShift);
        }
        return new Valid(Framing.UPPER_BODY);
    }

    private static Verdict notValid(String test, double measured, double threshold) {
        return invalid(Reason.POSE_NOT_VALID, test, measured, threshold);
    }

    private static Verdict invalid(Reason reason, String test, double measured, double threshold) {
        return new Invalid(reason, test, measured, threshold);
    }

    Map<String, String> parameters() {
        Map<String, String> all = new TreeMap<>();
        all.put("pose.start-score", Double.toString(startScore));
        all.put("pose.body-score", Double.toString(bodyScore));
        all.put("pose.seen", Double.toString(seen));
        all.put("pose.narrowest", Double.toString(narrowest));
        all.put("pose.widest", Double.toString(widest));
        all.put("pose.shift", Double.toString(shift));
        all.put("pose.upper-body-score", Double.toString(upperBodyScore));
        all.put("pose.upper-shift", Double.toString(upperShift));
        all.put("pose.jitter", Double.toString(jitter));
        all.put("pose.shortest-seconds", Double.toString(shortestSeconds));
        all.put("pose.longest-gap", Integer.toString(longestGap));
        all.put("pose.gap-distance", Double.toString(gapDistance));
        all.put("pose.animal-score", Double.toString(animalScore));
        all.put("pose.close-up-seen", Double.toString(closeUpSeen));
        all.put("pose.close-up-shift", Double.toString(closeUpShift));
        return all;
    }
}
