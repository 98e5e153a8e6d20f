package org.magicanime.inference.blaze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The decoder alone, on tensors that are made here.
class BlazeDetectorTest {
    private final BlazeDetector pose = BlazeDetector.pose();
    private final int values = 12;
    private final FloatBuffer boxes = FloatBuffer.allocate(pose.anchorCount() * values);
    private final FloatBuffer logits = FloatBuffer.allocate(pose.anchorCount());

    BlazeDetectorTest() {
        for (int anchor = 0; anchor < pose.anchorCount(); anchor++) {
            logits.put(anchor, -300);
        }
    }

    @Test
    void thereAreAsManyAnchorsAsTheModelsHave() {
        assertThat(pose.anchorCount()).isEqualTo(2254);
        assertThat(BlazeDetector.palm().anchorCount()).isEqualTo(2016);
        assertThat(BlazeDetector.face().anchorCount()).isEqualTo(896);
    }

    /// Anchor 363 of `pose_detection` was found to be at (0.48214, 0.23214), and its row to mean the box below.
    @Test
    void aRowIsReadRelativeToItsAnchor() {
        float[] row = {
            1.776f, 0.246f, 44.746f, 44.746f, -2.765f, 92.370f, -0.593f, -32.103f, 0.872f, 15.801f, -0.662f, -80.382f
        };
        boxes.put(363 * values, row);
        logits.put(363, 1.3034f);

        List<Detection> found = pose.read(boxes, logits, 0.5);

        assertThat(found).hasSize(1);
        Detection one = found.getFirst();
        assertThat(one.score()).isCloseTo(0.7864, within(1e-4));
        assertThat((one.left() + one.right()) / 2).isCloseTo(0.48214 + 1.776 / 224, within(1e-5));
        assertThat(one.bottom() - one.top()).isCloseTo(44.746 / 224, within(1e-5));
        assertThat(one.points().get(0).x()).isCloseTo(0.48214 - 2.765 / 224, within(1e-5));
        assertThat(one.points().get(3).y()).isCloseTo(0.23214 - 80.382 / 224, within(1e-5));
    }

    @Test
    void anchorsThatOverlapAreOneDetectionWeightedByScore() {
        // Two anchors of one cell, with boxes 22.4 pixels apart in x: 0.1 of the input.
        box(0, 0, 100, 2);
        box(1, 22.4f, 100, 1);
        box(1000, 0, 20, 0.5f);

        List<Detection> found = pose.read(boxes, logits, 0.5);

        assertThat(found).hasSize(2);
        double first = 1 / (1 + Math.exp(-2));
        double second = 1 / (1 + Math.exp(-1));
        double centre = (found.getFirst().left() + found.getFirst().right()) / 2;
        assertThat(found.getFirst().score()).isCloseTo(first, within(1e-6));
        assertThat(centre - 0.5 / 28).isCloseTo(0.1 * second / (first + second), within(1e-6));
    }

    @Test
    void whatIsNotLikelyEnoughIsNothing() {
        box(0, 0, 100, -0.01f);

        assertThat(pose.read(boxes, logits, 0.5)).isEmpty();
    }

    private void box(int anchor, float x, float side, float logit) {
        boxes.put(anchor * values, x);
        boxes.put(anchor * values + 2, side);
        boxes.put(anchor * values + 3, side);
        logits.put(anchor, logit);
    }
}
