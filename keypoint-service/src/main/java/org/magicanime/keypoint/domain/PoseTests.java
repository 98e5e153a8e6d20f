package org.magicanime.keypoint.domain;

import java.util.List;
import org.magicanime.contracts.Framing;
import org.magicanime.judging.FrameTest;

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
    FrameTest animal(FrameMeasures frame) {
        return FrameTest.atMost(ANIMAL_SCORE, "score of the animal", frame.animalScore(), rules.animalScore());
    }

    /// No parameter has the threshold: detectors are asked for what they see better than this.
    static FrameTest someCharacter(FrameMeasures frame) {
        return FrameTest.atLeast(
                "pose.count-score", "score of the best detection", frame.countScore(), PoseEstimator.LEAST_COUNTED);
    }

    static FrameTest oneCharacter(FrameMeasures frame) {
        return FrameTest.atMost("pose.characters", "characters counted", frame.characters(), 1);
    }

    /// In the order in which a person would want to hear of them.
    List<FrameTest> of(Framing framing, FrameMeasures frame) {
        return framing == Framing.FULL_BODY ? fullBody(frame) : upperBody(frame);
    }

    private List<FrameTest> fullBody(FrameMeasures frame) {
        String width = "width of the shoulders by length of the torso";
        return List.of(
                start(frame),
                FrameTest.atLeast(BODY_SCORE, "score of the pose model", frame.bodyScore(), rules.bodyScore()),
                seen("shoulders", frame.shoulders()),
                seen("hips", frame.hips()),
                FrameTest.atLeast(NARROWEST, width, frame.proportion(), rules.narrowest()),
                FrameTest.atMost(WIDEST, width, frame.proportion(), rules.widest()),
                shift(SHIFT, frame, rules.shift()));
    }

    /// A large face says by itself that there is somebody, so that the body below it may be a little less certain.
    private List<FrameTest> upperBody(FrameMeasures frame) {
        boolean closeUp = frame.largeFace() > 0;
        return List.of(
                start(frame),
                FrameTest.atLeast(
                        UPPER_BODY_SCORE, "score of the pose model", frame.bodyScore(), rules.upperBodyScore()),
                seen("nose", frame.nose()),
                closeUp
                        ? FrameTest.atLeast(
                                CLOSE_UP_SEEN, "visibility of the shoulders", frame.shoulders(), rules.closeUpSeen())
                        : seen("shoulders", frame.shoulders()),
                closeUp
                        ? shift(CLOSE_UP_SHIFT, frame, rules.closeUpShift())
                        : shift(UPPER_SHIFT, frame, rules.upperShift()));
    }

    FrameTest length(double seconds) {
        return FrameTest.atLeast(SHORTEST_SECONDS, "seconds of valid frames", seconds, rules.shortestSeconds());
    }

    FrameTest jitter(double jitter) {
        return FrameTest.atMost(JITTER, "trembling of the joints over the span", jitter, rules.jitter());
    }

    private FrameTest start(FrameMeasures frame) {
        return FrameTest.atLeast(
                START_SCORE,
                "score of the detection that the track began with",
                frame.startScore(),
                rules.startScore());
    }

    private FrameTest seen(String what, double visibility) {
        return FrameTest.atLeast(SEEN, "visibility of the " + what, visibility, rules.seen());
    }

    private static FrameTest shift(String rule, FrameMeasures frame, double most) {
        return FrameTest.atMost(rule, "movement of the joints when the region is shifted", frame.shift(), most);
    }
}
