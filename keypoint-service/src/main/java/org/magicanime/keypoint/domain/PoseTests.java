package org.magicanime.keypoint.domain;

import java.util.List;
import org.magicanime.contracts.Framing;

/// The tests of {@link PoseRules}, each under the name of the parameter that has its threshold.
final class PoseTests {
    static final String START_SCORE = "pose.start-score";
    static final String BODY_SCORE = "pose.body-score";
    static final String SEEN = "pose.seen";
    static final String NARROWEST = "pose.narrowest";
    static final String WIDEST = "pose.widest";
    static final String SHIFT = "pose.shift";
    static final String UPPER_BODY_SCORE = "pose.upper-body-score";
    static final String UPPER_SHIFT = "pose.upper-shift";
    static final String JITTER = "pose.jitter";
    static final String SHORTEST_SECONDS = "pose.shortest-seconds";
    static final String ANIMAL_SCORE = "pose.animal-score";
    static final String CLOSE_UP_SEEN = "pose.close-up-seen";
    static final String CLOSE_UP_SHIFT = "pose.close-up-shift";

    private final PoseRules rules;

    PoseTests(PoseRules rules) {
        this.rules = rules;
    }

    /// Where an animal is as certain as its threshold, it is one.
    PoseTest animal(FrameMeasures frame) {
        return PoseTest.atMost(ANIMAL_SCORE, "score of the animal", frame.animalScore(), rules.animalScore());
    }

    /// No parameter has the threshold: detectors are asked for what they see better than this.
    static PoseTest someCharacter(FrameMeasures frame) {
        return PoseTest.atLeast(
                "pose.count-score", "score of the best detection", frame.countScore(), PoseEstimator.LEAST_COUNTED);
    }

    static PoseTest oneCharacter(FrameMeasures frame) {
        return PoseTest.atMost("pose.characters", "characters counted", frame.characters(), 1);
    }

    /// In the order in which a person would want to hear of them.
    List<PoseTest> of(Framing framing, FrameMeasures frame) {
        return framing == Framing.FULL_BODY ? fullBody(frame) : upperBody(frame);
    }

    private List<PoseTest> fullBody(FrameMeasures frame) {
        String width = "width of the shoulders by length of the torso";
        return List.of(
                start(frame),
                PoseTest.atLeast(BODY_SCORE, "score of the pose model", frame.bodyScore(), rules.bodyScore()),
                seen("shoulders", frame.shoulders()),
                seen("hips", frame.hips()),
                PoseTest.atLeast(NARROWEST, width, frame.proportion(), rules.narrowest()),
                PoseTest.atMost(WIDEST, width, frame.proportion(), rules.widest()),
                shift(SHIFT, frame, rules.shift()));
    }

    /// A large face says by itself that there is somebody, so that the body below it may be a little less certain.
    private List<PoseTest> upperBody(FrameMeasures frame) {
        boolean closeUp = frame.largeFace() > 0;
        return List.of(
                start(frame),
                PoseTest.atLeast(
                        UPPER_BODY_SCORE, "score of the pose model", frame.bodyScore(), rules.upperBodyScore()),
                seen("nose", frame.nose()),
                closeUp
                        ? PoseTest.atLeast(
                                CLOSE_UP_SEEN, "visibility of the shoulders", frame.shoulders(), rules.closeUpSeen())
                        : seen("shoulders", frame.shoulders()),
                closeUp
                        ? shift(CLOSE_UP_SHIFT, frame, rules.closeUpShift())
                        : shift(UPPER_SHIFT, frame, rules.upperShift()));
    }

    PoseTest length(double seconds) {
        return PoseTest.atLeast(SHORTEST_SECONDS, "seconds of valid frames", seconds, rules.shortestSeconds());
    }

    PoseTest jitter(double jitter) {
        return PoseTest.atMost(JITTER, "trembling of the joints over the span", jitter, rules.jitter());
    }

    private PoseTest start(FrameMeasures frame) {
        return PoseTest.atLeast(
                START_SCORE,
                "score of the detection that the track began with",
                frame.startScore(),
                rules.startScore());
    }

    private PoseTest seen(String what, double visibility) {
        return PoseTest.atLeast(SEEN, "visibility of the " + what, visibility, rules.seen());
    }

    private static PoseTest shift(String rule, FrameMeasures frame, double most) {
        return PoseTest.atMost(rule, "movement of the joints when the region is shifted", frame.shift(), most);
    }
}
