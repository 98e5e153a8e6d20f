package org.magicanime.inference.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.inference.TensorSpec;
import org.magicanime.inference.picture.Picture;

/// The readers alone, on tensors that are made here.
class PersonReadersTest {
    private static final double EXACT = 1e-4;

    @Test
    void yoloxRowsAreReadInTheUnitOfTheirGrid() {
        FloatBuffer rows = FloatBuffer.allocate(3549 * 85);
        // The second row of the coarsest grid, third column.
        int cell = 52 * 52 + 26 * 26 + 13 + 2;
        rows.put(cell * 85, new float[] {0.5f, 0.25f, (float) Math.log(2), (float) Math.log(4), 0.9f, 0.8f});
        // As likely, but no person.
        rows.put(0, new float[] {0, 0, 0, 0, 1, 0, 1});

        List<PersonBox> found = YoloxReader.read(rows, 416, 0.5, 0.4);

        // Centre (2.5, 1.25) and sides (2, 4), in cells of 32 pixels, at half the size.
        same(found, new PersonBox(0.72, 96, -48, 224, 208));
    }

    @Test
    void theBestAnimalOfAnyKindCounts() {
        FloatBuffer rows = FloatBuffer.allocate(3549 * 85);
        rows.put(4, 0.9f).put(5 + 14, 0.5f); // a bird
        rows.put(7 * 85 + 4, 0.8f).put(7 * 85 + 5 + 23, 0.75f); // a giraffe
        rows.put(9 * 85 + 4, 1).put(9 * 85 + 5 + 13, 1).put(9 * 85 + 5 + 24, 1); // a bench and a backpack

        assertThat(YoloxReader.bestAnimal(rows)).isCloseTo(0.6, within(EXACT));

        rows.put(11 * 85 + 4, 1).put(11 * 85 + 5, 0.61f);
        assertThat(YoloxReader.bestAnimal(rows)).as("below a person").isZero();
    }

    @Test
    void rtmdetDistancesAreFromTheCornerOfTheCell() {
        List<FloatBuffer> logits = List.of(cold(80), cold(40), cold(20));
        List<FloatBuffer> distances =
                List.of(FloatBuffer.allocate(4 * 6400), FloatBuffer.allocate(4 * 1600), FloatBuffer.allocate(4 * 400));
        int cell = 3 * 40 + 5;
        logits.get(1).put(cell, 0);
        for (int edge = 0; edge < 4; edge++) {
            distances.get(1).put(edge * 1600 + cell, 10 * (edge + 1));
        }

        List<PersonBox> found = RtmdetReader.read(logits, distances, 640, 2, 0.4);

        // Corner (80, 48), at double the size.
        same(found, new PersonBox(0.5, 35, 14, 55, 44));
    }

    private static FloatBuffer cold(int cells) {
        FloatBuffer logits = FloatBuffer.allocate(cells * cells);
        for (int i = 0; i < logits.limit(); i++) {
            logits.put(i, -20);
        }
        return logits;
    }

    @Test
    void ofBoxesThatOverlapTheBestStays() {
        PersonBox best = new PersonBox(0.9, 0, 0, 10, 10);
        PersonBox nearly = new PersonBox(0.8, 1, 0, 11, 10);
        PersonBox beside = new PersonBox(0.7, 8, 0, 18, 10);

        assertThat(PersonBox.suppressed(List.of(beside, nearly, best), 0.6)).containsExactly(best, beside);
        assertThat(best.overlap(nearly)).isCloseTo(90.0 / 110, within(1e-9));
    }

    @Test
    void aPictureFitsIntoItsCornerWithGreyBesideIt() {
        TensorSpec input = new TensorSpec(
                "in", List.of(1L, 3L, 4L, 4L), "NCHW", "BGR", null, List.of(14.0, 4.0, 0.0), List.of(2.0, 1.0, 1.0));
        // 4 wide, 8 high: half the size, in the left half.
        byte[] rgb = new byte[4 * 8 * 3];
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = 10;
            rgb[i + 1] = 20;
            rgb[i + 2] = (byte) (i / 3 % 4 * 4);
        }
        Picture picture = new Picture(4, 8, rgb);
        FloatBuffer shown = FloatBuffer.allocate(48);
        Letterbox letterbox = new Letterbox(input, 4);

        letterbox.show(picture, shown);

        assertThat(letterbox.scale(picture)).isEqualTo(0.5);
        // Blue first: the mean of columns 0 and 1 is 2, of 2 and 3 is 10; then grey.
        assertThat(shown.get(0)).isEqualTo(-6);
        assertThat(shown.get(1)).isEqualTo(-2);
        assertThat(shown.get(2)).isEqualTo(50);
        assertThat(shown.get(12)).isEqualTo(-6);
        assertThat(shown.get(16)).isEqualTo(16);
        assertThat(shown.get(32)).isEqualTo(10);
        assertThat(shown.get(47)).isEqualTo(114);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Letterbox(input, 5))
                .withMessageContaining("5 of 4");
    }

    private static void same(List<PersonBox> found, PersonBox expected) {
        assertThat(found).hasSize(1);
        PersonBox one = found.getFirst();
        assertThat(one.score()).isCloseTo(expected.score(), within(EXACT));
        assertThat(one.left()).isCloseTo(expected.left(), within(EXACT));
        assertThat(one.top()).isCloseTo(expected.top(), within(EXACT));
        assertThat(one.right()).isCloseTo(expected.right(), within(EXACT));
        assertThat(one.bottom()).isCloseTo(expected.bottom(), within(EXACT));
    }
}
