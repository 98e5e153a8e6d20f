package org.magicanime.facecrop.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.facecrop.domain.FaceSighting;
import org.magicanime.inference.Model;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.TensorSpec;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Roi;

/// Landmark models that users bring, by tensors that such models give: no weights are here.
class BroughtLandmarksTest {
    private static final Picture PICTURE = new Picture(200, 200, new byte[200 * 200 * 3]);
    private static final Roi REGION = new Roi(100, 100, 128, 128, 0);

    /// A model that always answers the same.
    private record Answering(ModelEntry entry, float[] answer, FloatBuffer seen) implements Model {
        @Override
        public FloatBuffer input(String name) {
            return seen;
        }

        @Override
        public void run() {}

        @Override
        public FloatBuffer output(String name) {
            return FloatBuffer.wrap(answer);
        }

        @Override
        public void close() {}
    }

    @Test
    void heatMapsOfTheLandmarksAreReadWhereTheModelWasShownThem() {
        float[] maps = new float[68 * 32 * 32];
        for (int point = 0; point < 68; point++) {
            // In a grid of 4 cells' width, from the upper left.
            maps[point * 1024 + (2 + point / 9 * 3) * 32 + 2 + point % 9 * 3] = 0.6f;
        }

        FaceSighting face =
                model("landmark-heat-maps-68", List.of(1L, 68L, 32L, 32L), maps).look(PICTURE, REGION);

        assertThat(face.score()).isCloseTo(0.6, within(1e-6));
        // The region begins at 36; a cell is 4 pixels.
        assertThat(face.points().getFirst().x()).isCloseTo(36 + 2 * 4, within(1e-9));
        assertThat(face.points().get(9).y()).isCloseTo(36 + 5 * 4, within(1e-9));
        assertThat(face.next().width()).isCloseTo(1.5 * 24 * 4, within(40.0));
    }

    @Test
    void netsForDrawnFacesAndPointsAreReadToo() {
        assertThat(model("landmark-heat-maps-28", List.of(1L, 28L, 8L, 8L), new float[28 * 64])
                        .look(PICTURE, REGION)
                        .points())
                .hasSize(68);
        float[] points = new float[68 * 3];
        java.util.Arrays.fill(points, 0.5f);
        FaceSighting face =
                model("landmark-points-68", List.of(1L, 68L, 3L), points).look(PICTURE, REGION);
        assertThat(face.points()).allSatisfy(point -> assertThat(point.x()).isCloseTo(100, within(1e-9)));
        assertThat(face.score()).isEqualTo(0.5);
    }

    @Test
    void whatIsNoLandmarkModelIsRefusedByNameWithWhatThereIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model("yolox", List.of(1L, 68L, 3L), new float[0]))
                .withMessageContaining("'mine'")
                .withMessageContaining("landmark-heat-maps-28");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model("landmark-heat-maps-68", List.of(1L, 28L, 8L, 8L), new float[0]))
                .withMessageContaining("68 heat maps");
    }

    private static BroughtLandmarks model(String decoder, List<Long> output, float[] answer) {
        ModelEntry entry = new ModelEntry(
                "mine",
                "face-landmarks",
                ModelEntry.Tier.OWN,
                "own/mine.onnx",
                1,
                "0".repeat(64),
                "MIT",
                "somebody",
                null,
                List.of(new TensorSpec("in", List.of(1L, 3L, 64L, 64L), "NCHW", "RGB", List.of(0.0, 1.0), null, null)),
                List.of(new TensorSpec("out", output)),
                decoder);
        return new BroughtLandmarks(new Answering(entry, answer, FloatBuffer.allocate(3 * 64 * 64)));
    }
}
