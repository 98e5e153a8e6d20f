package org.magicanime.facecrop.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WindowPathTest {
    private static final CropShape SHAPE = CropShape.DEFAULT;

    /// Whatever the face does: it may jump, grow, and tilt from frame to frame.
    @Property(tries = 300)
    void theFaceStaysInsideWithItsMarginInWindowsOfOneSize(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 80) int frames,
            @ForAll @DoubleRange(max = 300) double jump,
            @ForAll @DoubleRange(max = 1) double growth,
            @ForAll @DoubleRange(max = 0.2) double margin,
            @ForAll @DoubleRange(max = 1) double smooth) {
        Random random = new Random(seed);
        CropShape shape = new CropShape(2.4, 0.125, margin, smooth);
        List<FaceMeasures> faces = IntStream.range(0, frames)
                .mapToObj(i -> SketchedFace.at(
                                300 + jump * random.nextGaussian(),
                                200 + jump * random.nextGaussian(),
                                60 * Math.exp(growth * random.nextGaussian()))
                        .rolled(20 * random.nextGaussian())
                        .measures())
                .toList();

        List<CropWindow> windows = WindowPath.of(faces, shape, 24);

        double side = windows.getFirst().side();
        double room = margin * side - 1e-6;
        for (int i = 0; i < frames; i++) {
            CropWindow window = windows.get(i);
            FaceMeasures face = faces.get(i);
            assertThat(window.side()).isEqualTo(side);
            assertThat(face.left() - window.left()).isGreaterThanOrEqualTo(room);
            assertThat(face.top() - window.top()).isGreaterThanOrEqualTo(room);
            assertThat(window.left() + side - face.right()).isGreaterThanOrEqualTo(room);
            assertThat(window.top() + side - face.bottom()).isGreaterThanOrEqualTo(room);
        }
    }

    @Test
    void aStillFaceIsAsLargeAndAsHighAsTheShapeSays() {
        CropWindow window = WindowPath.of(faces(30, i -> SketchedFace.at(320, 200, 100)), SHAPE, 24)
                .getFirst();

        assertThat(window.side()).isCloseTo(240, within(1e-3));
        // The box is from 180 to 280, its middle at 230, an eighth of the side below the window's.
        assertThat(window.top() + 120).isCloseTo(230 - 30, within(1e-3));
        assertThat(window.left() + 120).isCloseTo(320, within(1e-3));
    }

    /// A steady movement is followed without delay, also at its ends.
    @Test
    void theWindowDoesNotLagBehind() {
        List<CropWindow> windows = WindowPath.of(faces(60, i -> SketchedFace.at(100 + 3 * i, 200, 100)), SHAPE, 24);

        for (int i = 0; i < 60; i++) {
            assertThat(windows.get(i).left() + 120).isCloseTo(100 + 3 * i, within(1e-3));
        }
    }

    /// Bound: the window trembles at most a quarter as much as the landmarks (median second difference).
    @Test
    void theTremblingOfLandmarksIsNotThatOfTheWindow() {
        Random random = new Random(7);
        List<FaceMeasures> faces =
                faces(100, i -> SketchedFace.at(300 + 30 * Math.sin(i / 15.0) + 2 * random.nextGaussian(), 200, 100));

        List<CropWindow> windows = WindowPath.of(faces, SHAPE, 24);

        double[] face = faces.stream().mapToDouble(FaceMeasures::centreX).toArray();
        double[] window = windows.stream().mapToDouble(CropWindow::left).toArray();
        assertThat(trembling(window)).isLessThan(0.25 * trembling(face));
    }

    @Test
    void pointsComeBackFromTheFaceClip() {
        CropWindow window = new CropWindow(-12.3, 45.6, 321);
        List<List<Double>> map = window.toCrop();
        double x = 100.25;
        double y = 77.5;

        double cropX =
                map.get(0).get(0) * x + map.get(0).get(1) * y + map.get(0).get(2);
        double cropY =
                map.get(1).get(0) * x + map.get(1).get(1) * y + map.get(1).get(2);

        assertThat(cropX).isCloseTo(window.cropX(x), within(1e-9));
        assertThat(cropY).isCloseTo(window.cropY(y), within(1e-9));
        assertThat((cropX - map.get(0).get(2)) / map.get(0).get(0)).isCloseTo(x, within(1e-9));
    }

    @Test
    void theShareOutsideIsThatOfTheArea() {
        assertThat(new CropWindow(0, 0, 100).outside(200, 100)).isZero();
        assertThat(new CropWindow(-50, 0, 100).outside(200, 100)).isEqualTo(0.5);
        assertThat(new CropWindow(150, 50, 100).outside(200, 100)).isEqualTo(0.75);
        assertThat(new CropWindow(300, 0, 100).outside(200, 100)).isEqualTo(1);
    }

    private static double trembling(double[] path) {
        double[] bends = IntStream.range(1, path.length - 1)
                .mapToDouble(i -> Math.abs(path[i - 1] - 2 * path[i] + path[i + 1]))
                .sorted()
                .toArray();
        return bends[bends.length / 2];
    }

    private static List<FaceMeasures> faces(int frames, IntFunction<SketchedFace> face) {
        List<FaceMeasures> all = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            all.add(face.apply(i).measures());
        }
        return all;
    }
}
