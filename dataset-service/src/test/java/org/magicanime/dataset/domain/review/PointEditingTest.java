package org.magicanime.dataset.domain.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.magicanime.dataset.domain.review.PointEditing.Edited;

class PointEditingTest {
    private static final int POINTS = 3;
    private static final int FRAMES = 4;

    private final PointSeries estimated = new PointSeries(FRAMES, POINTS, new float[FRAMES * POINTS * 3]);

    @Test
    void onlyWhatIsEditedChangesAndItsOriginIsKnownFrameByFrame() {
        java.util.Arrays.fill(estimated.values(), 0.5f);

        Edited edited = edit(
                new PointEdit(1, PointOrigin.BY_HAND, new double[] {0, 10.25, 20, 1, 2, 0, 0, 0}),
                new PointEdit(3, PointOrigin.INTERPOLATED, new double[] {1, -3, 7.5, 0.25}));

        float[] expected = new float[FRAMES * POINTS * 3];
        java.util.Arrays.fill(expected, 0.5f);
        put(expected, 1, 0, 10.25f, 20, 1);
        put(expected, 1, 2, 0, 0, 0);
        put(expected, 3, 1, -3, 7.5f, 0.25f);
        assertThat(edited.points().values()).containsExactly(expected);
        assertThat(estimated.values()).containsOnly(0.5f);
        assertThat(edited.corrected()).hasSize(2);
        assertThat(edited.corrected().getFirst().number()).isEqualTo(101);
        assertThat(edited.corrected().getFirst().origins()).isEqualTo(Map.of("by-hand", List.of(0, 2)));
        assertThat(edited.corrected().getLast().frame()).isEqualTo(3);
        assertThat(edited.corrected().getLast().origins()).isEqualTo(Map.of("interpolated", List.of(1)));
    }

    @Test
    void whatCannotBeIsRefusedWithWhatItIs() {
        refused("no frame 4", FRAMES, 0, 1, 1, 1);
        refused("no frame -1", -1, 0, 1, 1, 1);
        refused("no point 3", 0, POINTS, 1, 1, 1);
        refused("no point 0.5", 0, 0.5, 1, 1, 1);
        refused("cannot be there", 0, 0, Double.NaN, 1, 1);
        refused("cannot be there", 0, 0, 1, Double.POSITIVE_INFINITY, 1);
        refused("cannot be there", 0, 0, 1, 1, 1.5);
        refused("cannot be there", 0, 0, 1, 1, 0);
        refused("cannot be there", 0, 0, 1, 1, Double.NaN);
        refused("four numbers", 0, 0, 1, 1);
        refused("twice", 0, 0, 1, 1, 1, 0, 2, 2, 1);
    }

    private void refused(String why, int frame, double... values) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> edit(new PointEdit(frame, PointOrigin.BY_HAND, values)))
                .withMessageContaining(why);
    }

    private Edited edit(PointEdit... edits) {
        return PointEditing.edit(estimated, List.of(edits), 100);
    }

    private static void put(float[] values, int frame, int point, float x, float y, float confidence) {
        int start = (frame * POINTS + point) * 3;
        values[start] = x;
        values[start + 1] = y;
        values[start + 2] = confidence;
    }
}
