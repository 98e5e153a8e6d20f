package org.magicanime.facecrop.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.magicanime.judging.Missed;

class FaceRulesTest {
    private static final FaceMeasures GOOD =
            new FaceMeasures(0.9, 68, 0, 0, 40, 40, 40, 40, 14, 30, 1.25, 0.45, 0, 12, 0, 0, 0, 0);

    private final FaceRules rules = FaceRules.DEFAULT;

    @Test
    void aFaceThatIsAtEveryThresholdPasses() {
        assertThat(rules.judge(GOOD, CropShape.DEFAULT)).isEmpty();
        assertThat(rules.judge(turned(-1.25, -0.45, -30), CropShape.DEFAULT)).isEmpty();
    }

    @Test
    void beyondAThresholdItsCodeAndValueAreTold() {
        missed(score(0.89), "landmarks-not-valid", "face.score", 0.89, 0.9);
        missed(points(67), "landmarks-not-valid", "face.points", 67, 68);
        missed(size(39.9, 14), "too-small", "face.height", 39.9, 40);
        missed(size(40, 13.9), "too-small", "face.eye-distance", 13.9, 14);
        missed(turned(1.26, 0, 0), "side-profile", "face.turn", 1.26, 1.25);
        missed(turned(-1.26, 0, 0), "side-profile", "face.turn", 1.26, 1.25);
        missed(turned(1.2, -0.46, 0), "side-profile", "face.eyes-turn", 0.46, 0.45);
        missed(narrow(23), "side-profile", "face.aspect", 0.575, 0.6);
        missed(turned(0, 0, -31), "rotated", "face.roll", 31, 30);
        missed(looking(0.09, 0.4, 1.2, 0.6), "blurred", "face.edge", 0.09, 0.08);
        missed(looking(0.08, 0.4, 1.2, 0.6), "occluded", "face.covered", 0.4, 0.3);
        missed(looking(0.08, 0.3, 1.2, 0.6), "identity-changes", "face.change", 1.2, 1);
        missed(looking(0.08, 0.3, 1, 0.6), "several-faces", "face.other", 0.6, 0.5);
        assertThat(rules.judge(looking(0.08, 0.3, 1, 0.5), CropShape.DEFAULT)).isEmpty();
    }

    @Test
    void aFaceIsNotMadeLargerThanWanted() {
        CropShape close = new CropShape(2, 0.125, 0.05, 0.2);

        // 512 / (2 · 40) is 6.4.
        assertThat(rules.judge(GOOD, close)).hasValueSatisfying(missed -> {
            assertThat(missed.reason()).isEqualTo(FaceReason.TOO_SMALL);
            assertThat(missed.held().rule()).isEqualTo("face.upscale");
            assertThat(missed.measured()).isEqualTo(6.4);
        });
    }

    private void missed(FaceMeasures frame, String code, String rule, double measured, double threshold) {
        Missed missed = rules.judge(frame, CropShape.DEFAULT).orElseThrow();
        assertThat(missed.reason().code()).isEqualTo(code);
        assertThat(missed.held().rule()).isEqualTo(rule);
        assertThat(missed.measured()).isEqualTo(measured);
        assertThat(missed.threshold()).isEqualTo(threshold);
        assertThat(rules.parameters().getOrDefault(rule, String.valueOf(threshold)))
                .satisfies(text -> assertThat(Double.parseDouble(text)).isEqualTo(threshold));
    }

    private static FaceMeasures score(double score) {
        return new FaceMeasures(score, 68, 0, 0, 40, 40, 40, 40, 14, 0, 0, 0, 0, 12, 0, 0, 0, 0);
    }

    private static FaceMeasures points(int points) {
        return new FaceMeasures(1, points, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private static FaceMeasures size(double height, double eyes) {
        return new FaceMeasures(1, 68, 0, 0, 40, 40, 40, height, eyes, 0, 0, 0, 0, 12, 0, 0, 0, 0);
    }

    private static FaceMeasures turned(double turn, double eyesTurn, double roll) {
        return new FaceMeasures(1, 68, 0, 0, 40, 40, 40, 40, 14, roll, turn, eyesTurn, 0, 12, 0, 0, 0, 0);
    }

    private static FaceMeasures narrow(double width) {
        return new FaceMeasures(1, 68, 0, 0, 40, 40, width, 40, 14, 0, 0, 0, 0, 12, 0, 0, 0, 0);
    }

    private static FaceMeasures looking(double edge, double covered, double change, double other) {
        return GOOD.looking(edge, covered, change, other);
    }
}
