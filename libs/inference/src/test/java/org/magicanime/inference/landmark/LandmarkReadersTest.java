package org.magicanime.inference.landmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;

class LandmarkReadersTest {
    private static final Roi REGION = new Roi(100, 50, 64, 32, 0);

    @Test
    void aHeatMapsPointIsAtItsLargestValueAQuarterTowardsTheLargerNeighbour() {
        float[] maps = new float[2 * 4 * 8];
        maps[1 * 8 + 3] = 0.9f;
        maps[1 * 8 + 4] = 0.5f;
        maps[0 * 8 + 3] = 0.4f;
        // The second point is in the corner, where there are no neighbours on both sides.
        maps[32 + 3 * 8 + 7] = 1.4f;

        SeenLandmarks seen = new HeatMapReader(2, 8, 4).read(FloatBuffer.wrap(maps), REGION);

        // The region begins at (68, 34); a cell is 8 by 8 pixels.
        assertPoint(seen.points().get(0), 68 + 3.25 * 8, 34 + 0.75 * 8);
        assertPoint(seen.points().get(1), 68 + 7 * 8, 34 + 3 * 8);
        assertThat(seen.scores().get(0)).isCloseTo(0.9, within(1e-6));
        assertThat(seen.scores().get(1)).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeatMapReader(3, 8, 4).read(FloatBuffer.wrap(maps), REGION))
                .withMessageContaining("3 heat maps of 8x4");
    }

    @Test
    void pointsAreInSidesOfWhatTheModelWasShown() {
        float[] output = {0, 0, 0.5f, 1, 0.5f, 0.7f};

        SeenLandmarks seen = new PointReader(2).read(FloatBuffer.wrap(output), new Roi(100, 50, 64, 32, Math.PI / 2));

        assertPoint(seen.points().get(0), 100 + 16, 50 - 32);
        assertPoint(seen.points().get(1), 100, 50 + 32);
        assertThat(seen.score()).isCloseTo(0.6, within(1e-6));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PointReader(68).read(FloatBuffer.wrap(output), REGION))
                .withMessageContaining("68 points");
    }

    /// A face of 100 by 100 pixels, in the order of the nets for drawn faces.
    private static final double[][] DRAWN = {
        {0, 40},
        {20, 80},
        {50, 100},
        {80, 80},
        {100, 40}, // jaw
        {10, 20},
        {25, 15},
        {40, 20},
        {60, 20},
        {75, 15},
        {90, 20}, // brows
        {15, 40},
        {25, 30},
        {40, 40},
        {15, 40},
        {25, 50},
        {40, 40}, // eye at the picture's left
        {60, 40},
        {75, 30},
        {85, 40},
        {60, 40},
        {75, 50},
        {85, 40},
        {50, 65}, // nose
        {40, 80},
        {50, 75},
        {60, 80},
        {50, 90} // mouth
    };

    @Test
    void twentyEightPointsOfADrawnFaceBecomeThoseOfIbug() {
        List<Point> points = java.util.Arrays.stream(DRAWN)
                .map(each -> new Point(each[0], each[1]))
                .toList();

        SeenLandmarks face = DrawnFacePoints.landmarks68(new SeenLandmarks(points, Collections.nCopies(28, 0.8)));

        assertThat(face.points()).hasSize(68);
        // Jaw from temple to temple, chin in the middle; inner ends of the brows; tip of the nose.
        at(face, 0, 0, 40, 0.8);
        at(face, 8, 50, 100, 0.8);
        at(face, 16, 100, 40, 0.8);
        at(face, 21, 40, 20, 0.8);
        at(face, 22, 60, 20, 0.8);
        at(face, 27, 50, 40, 0.4);
        at(face, 30, 50, 65, 0.8);
        // Corners of the eyes, of the mouth, and of its inner edge.
        at(face, 36, 15, 40, 0.8);
        at(face, 39, 40, 40, 0.8);
        at(face, 42, 60, 40, 0.8);
        at(face, 45, 85, 40, 0.8);
        at(face, 48, 40, 80, 0.8);
        at(face, 51, 50, 75, 0.8);
        at(face, 54, 60, 80, 0.8);
        at(face, 57, 50, 90, 0.8);
        at(face, 60, 40, 80, 0.8);
        at(face, 62, 50, 75, 0.8);
        at(face, 64, 60, 80, 0.8);
        at(face, 66, 50, 90, 0.8);
        assertThat(face.points().get(37).y()).as("upper lid").isLessThan(40);
        assertThat(face.points().get(41).y()).as("lower lid").isGreaterThan(40);
        assertThat(IntStream.range(31, 36).mapToObj(face.points()::get).map(Point::x))
                .as("wings of the nose, from the picture's left")
                .isSorted();
        assertThat(face.scores()).filteredOn(score -> score == 0.8).hasSize(24);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DrawnFacePoints.landmarks68(face))
                .withMessageContaining("28");
    }

    private static void at(SeenLandmarks face, int landmark, double x, double y, double score) {
        assertPoint(face.points().get(landmark), x, y);
        assertThat(face.scores().get(landmark)).as("score of %d", landmark).isEqualTo(score);
    }

    private static void assertPoint(Point point, double x, double y) {
        assertThat(point.x()).isCloseTo(x, within(1e-6));
        assertThat(point.y()).isCloseTo(y, within(1e-6));
    }
}
