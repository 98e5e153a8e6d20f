package org.magicanime.inference.simcc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.inference.picture.Roi;
import org.magicanime.inference.simcc.SimccReader.ScoredPoint;

class SimccReaderTest {
    private static final int POINTS = 133;
    private static final int COLUMNS = 192;
    private static final int ROWS = 256;

    private final SimccReader reader = new SimccReader(POINTS, COLUMNS, ROWS, 2);
    private final FloatBuffer alongX = FloatBuffer.allocate(POINTS * COLUMNS * 2);
    private final FloatBuffer alongY = FloatBuffer.allocate(POINTS * ROWS * 2);

    @Test
    void theLargestBinsAreTheCoordinatesAndTheLowerOfThemIsTheScore() {
        peak(0, 96 * 2, 0.9f, 64 * 2, 0.7f);
        peak(132, 48 * 2 + 1, 0.4f, 128 * 2, 0.6f);
        // Shown at half its size, from (100, 200) on.
        List<ScoredPoint> found = reader.read(alongX, alongY, new Roi(292, 456, 384, 512, 0));

        assertThat(found).hasSize(POINTS);
        near(found.get(0), 100 + 192, 200 + 128, 0.7);
        near(found.get(132), 100 + 97, 200 + 256, 0.4);
    }

    @Test
    void aPointWithoutAnyEvidenceIsAbsent() {
        peak(7, 10, -0.1f, 10, 0.9f);
        for (int bin = 0; bin < COLUMNS * 2; bin++) {
            alongX.put(7 * COLUMNS * 2 + bin, -0.1f);
        }

        assertThat(reader.read(alongX, alongY, new Roi(0, 0, 1, 1, 0)).get(7).score())
                .isZero();
    }

    @Test
    void outputsOfAnotherModelAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SimccReader(POINTS, 288, 384, 2).read(alongX, alongY, new Roi(0, 0, 1, 1, 0)))
                .withMessageContaining("133 points in 288x384");
    }

    private void peak(int point, int x, float scoreX, int y, float scoreY) {
        alongX.put(point * COLUMNS * 2 + x, scoreX);
        alongY.put(point * ROWS * 2 + y, scoreY);
    }

    private static void near(ScoredPoint found, double x, double y, double score) {
        assertThat(found.point().x()).isCloseTo(x, within(1e-9));
        assertThat(found.point().y()).isCloseTo(y, within(1e-9));
        assertThat(found.score()).isCloseTo(score, within(1e-6));
    }
}
