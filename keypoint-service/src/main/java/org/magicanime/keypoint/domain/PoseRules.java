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
        double gapDistance) {
    public static final PoseRules DEFAULT =
            new PoseRules(0.6, 0.9, 0.9, 0.5, 1.6, 0.030, 0.95, 0.016, 0.09, 1, 3, 0.15);

    public PoseRules {
        if (!(narrowest > 0 && widest > narrowest && shortestSeconds >= 0 && longestGap >= 0)) {
            throw new IllegalArgumentException(
                    "0 < narrowest < widest, and neither shortestSeconds nor longestGap negative, must hold");
        }
    }

    Verdict judge(FrameMeasures frame) {
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
        return isUpperBody(frame) ? new Valid(Framing.UPPER_BODY) : full;
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

    private boolean isUpperBody(FrameMeasures frame) {
        return frame.startScore() >= startScore
                && frame.bodyScore() >= upperBodyScore
                && frame.nose() >= seen
                && frame.shoulders() >= seen
                && frame.shift() <= upperShift;
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
        return all;
    }
}
