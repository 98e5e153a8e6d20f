package org.magicanime.keypoint.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.magicanime.contracts.Framing;
import org.magicanime.judging.FrameTest;
import org.magicanime.keypoint.domain.Verdict.Invalid;
import org.magicanime.keypoint.domain.Verdict.Reason;
import org.magicanime.keypoint.domain.Verdict.Valid;

class PoseRulesTest {
    private final PoseRules rules = PoseRules.DEFAULT;

    @Test
    void aWholeBodyIsValidWhenEveryMeasureKeepsToItsThreshold() {
        assertThat(rules.judge(Sketch.VALID)).isEqualTo(new Valid(Framing.FULL_BODY));
        assertThat(rules.judge(measures(0.6, 0.9, 0.9, 0.9, 0.5, 0.030))).isEqualTo(new Valid(Framing.FULL_BODY));
        assertThat(rules.judge(measures(0.6, 0.9, 0.9, 0.9, 1.6, 0.030))).isEqualTo(new Valid(Framing.FULL_BODY));
    }

    @Test
    void whatIsMissedIsNamedWithItsValueAndThreshold() {
        refused(measures(0.59, 1, 1, 1, 0.7, 0.02), "score of the detection", 0.59, 0.6);
        refused(measures(0.9, 0.89, 1, 1, 0.7, 0.02), "score of the pose model", 0.89, 0.9);
        refused(measures(0.9, 1, 0.89, 1, 0.7, 0.02), "visibility of the shoulders", 0.89, 0.9);
        refused(measures(0.9, 1, 1, 0.89, 0.7, 0.02), "visibility of the hips", 0.89, 0.9);
        refused(measures(0.9, 1, 1, 1, 0.49, 0.02), "width of the shoulders", 0.49, 0.5);
        refused(measures(0.9, 1, 1, 1, 1.61, 0.02), "width of the shoulders", 1.61, 1.6);
        refused(measures(0.9, 1, 1, 1, 0.7, 0.031), "movement of the joints", 0.031, 0.030);
    }

    @Test
    void withoutHipsItIsAnUpperBodyIfItStaysWhereItIs() {
        assertThat(rules.judge(Sketch.upperBody(0, 0.016))).isEqualTo(new Valid(Framing.UPPER_BODY));
        assertThat(rules.judge(Sketch.upperBody(0, 0.017)))
                .isEqualTo(new Invalid(FrameTest.atMost(
                                "pose.upper-shift", "movement of the joints when the region is shifted", 0.017, 0.016)
                        .missed(Reason.POSE_NOT_VALID)));
    }

    @Test
    void belowALargeFaceShouldersMayBeSeenLess() {
        assertThat(rules.judge(Sketch.closeUp(0.7, 0.5, 0.020))).isEqualTo(new Valid(Framing.UPPER_BODY));
        assertThat(rules.judge(Sketch.closeUp(0.7, 0.49, 0.020))).isInstanceOf(Invalid.class);
        assertThat(rules.judge(Sketch.closeUp(0.7, 0.5, 0.021))).isInstanceOf(Invalid.class);
        assertThat(rules.judge(Sketch.closeUp(0, 0.5, 0.010))).isInstanceOf(Invalid.class);
    }

    @Test
    void anAnimalIsNotHumanoidWhateverBodyIsSeenInIt() {
        assertThat(rules.judge(FrameMeasures.withoutBody(0, 0.3, 0.4)))
                .isEqualTo(new Invalid(FrameTest.atMost("pose.animal-score", "score of the animal", 0.4, 0.4)
                        .missed(Reason.NOT_HUMANOID)));
        assertThat(rules.judge(FrameMeasures.withoutBody(0, 0.3, 0.39)))
                .extracting(verdict -> ((Invalid) verdict).reason())
                .isEqualTo(Reason.NO_CHARACTER);
        assertThat(rules.judge(Sketch.animal(0.5)))
                .isEqualTo(new Invalid(FrameTest.atMost("pose.animal-score", "score of the animal", 0.5, 0.4)
                        .missed(Reason.NOT_HUMANOID)));
        assertThat(rules.judge(FrameMeasures.withoutBody(2, 0.7, 0.5)))
                .isEqualTo(new Invalid(FrameTest.atMost("pose.animal-score", "score of the animal", 0.5, 0.4)
                        .missed(Reason.NOT_HUMANOID)));
        assertThat(rules.judge(Sketch.animal(0.39))).isEqualTo(new Valid(Framing.FULL_BODY));
    }

    @Test
    void noneAndSeveralComeBeforeThePose() {
        assertThat(rules.judge(FrameMeasures.withoutBody(0, 0.3, 0)))
                .isEqualTo(new Invalid(FrameTest.atLeast("pose.count-score", "score of the best detection", 0.3, 0.5)
                        .missed(Reason.NO_CHARACTER)));
        assertThat(rules.judge(Sketch.crowd(2)))
                .isEqualTo(new Invalid(FrameTest.atMost("pose.characters", "characters counted", 2, 1)
                        .missed(Reason.SEVERAL_CHARACTERS)));
    }

    @Test
    void aNumberThatCannotBeIsRefused() {
        assertThatThrownBy(() ->
                        new PoseRules(0.6, 0.9, 0.9, 1.6, 0.5, 0.03, 0.95, 0.016, 0.09, 1, 3, 0.15, 0.4, 0.5, 0.02))
                .hasMessageContaining("narrowest < widest");
    }

    private void refused(FrameMeasures frame, String test, double measured, double threshold) {
        assertThat(rules.judge(frame)).isInstanceOfSatisfying(Invalid.class, why -> {
            assertThat(why.reason()).isEqualTo(Reason.POSE_NOT_VALID);
            assertThat(why.why().test()).startsWith(test);
            assertThat(why.why().measured()).isEqualTo(measured);
            assertThat(why.why().threshold()).isEqualTo(threshold);
        });
    }

    /// Without a nose, so that nothing passes as an upper body.
    private static FrameMeasures measures(
            double start, double body, double shoulders, double hips, double proportion, double shift) {
        return new FrameMeasures(1, 0.9, 0, 0, start, body, 0, shoulders, hips, proportion, shift, 400, 0, 0, 0);
    }
}
