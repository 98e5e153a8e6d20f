package org.magicanime.keypoint.domain;

import java.util.Map;
import java.util.TreeMap;
import org.magicanime.contracts.Framing;
import org.magicanime.judging.FrameTest;
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
        FrameTest animal = tests().animal(frame);
        if (frame.animalScore() >= animalScore) {
            return new Invalid(animal.missed(Reason.NOT_HUMANOID));
        }
        if (frame.characters() == 0) {
            return new Invalid(PoseTests.someCharacter(frame).missed(Reason.NO_CHARACTER));
        }
        if (frame.characters() > 1) {
            return new Invalid(PoseTests.oneCharacter(frame).missed(Reason.SEVERAL_CHARACTERS));
        }
        Verdict full = judge(Framing.FULL_BODY, frame);
        if (full instanceof Valid) {
            return full;
        }
        Verdict upper = judge(Framing.UPPER_BODY, frame);
        // Hips outside of the picture say that nothing but an upper body was to be had.
        return upper instanceof Valid || frame.hips() == 0 ? upper : full;
    }

    private Verdict judge(Framing framing, FrameMeasures frame) {
        for (FrameTest test : tests().of(framing, frame)) {
            if (!test.passes()) {
                return new Invalid(test.missed(Reason.POSE_NOT_VALID));
            }
        }
        return new Valid(framing);
    }

    PoseTests tests() {
        return new PoseTests(this);
    }

    Map<String, String> parameters() {
        Map<String, String> all = new TreeMap<>();
        all.put(PoseTests.START_SCORE, Double.toString(startScore));
        all.put(PoseTests.BODY_SCORE, Double.toString(bodyScore));
        all.put(PoseTests.SEEN, Double.toString(seen));
        all.put(PoseTests.NARROWEST, Double.toString(narrowest));
        all.put(PoseTests.WIDEST, Double.toString(widest));
        all.put(PoseTests.SHIFT, Double.toString(shift));
        all.put(PoseTests.UPPER_BODY_SCORE, Double.toString(upperBodyScore));
        all.put(PoseTests.UPPER_SHIFT, Double.toString(upperShift));
        all.put(PoseTests.JITTER, Double.toString(jitter));
        all.put(PoseTests.SHORTEST_SECONDS, Double.toString(shortestSeconds));
        all.put("pose.longest-gap", Integer.toString(longestGap));
        all.put("pose.gap-distance", Double.toString(gapDistance));
        all.put(PoseTests.ANIMAL_SCORE, Double.toString(animalScore));
        all.put(PoseTests.CLOSE_UP_SEEN, Double.toString(closeUpSeen));
        all.put(PoseTests.CLOSE_UP_SHIFT, Double.toString(closeUpShift));
        return all;
    }
}
