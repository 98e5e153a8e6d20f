package org.magicanime.facecrop.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.magicanime.facecrop.domain.BodyPoints;
import org.magicanime.facecrop.domain.CropWindow;
import org.magicanime.facecrop.domain.FaceMedia.CropWork;
import org.magicanime.facecrop.domain.Landmarks;
import org.magicanime.numpy.FloatArray;
import org.magicanime.numpy.NumpyFile;
import org.magicanime.testkit.numbered.NumberedClip;
import org.magicanime.testkit.numbered.ShownVideo;
import org.magicanime.video.encode.FilmFormat;
import org.magicanime.video.encode.FilmWriter;

class AvFaceMediaTest {
    private static final int SIDE = 512;

    private final AvFaceMedia media = new AvFaceMedia();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"128,96,0,60", "128,96,13,47", "127,95,17,60"})
    void aFaceClipHasExactlyItsFramesAtTheirTimes(int width, int height, int first, int end) {
        Path clip = NumberedClip.unsteady(width, height, 60).write(folder);

        CropWork work = crop(clip, width, height, first, end, i -> new CropWindow(0, 0, width), "face");

        ShownVideo whole = ShownVideo.of(clip);
        for (Path file : List.of(work.face(), work.overlay())) {
            ShownVideo face = ShownVideo.of(file);
            assertThat(face.frames().stream().map(ShownVideo.Frame::number))
                    .containsExactlyElementsOf(
                            IntStream.range(first, end).boxed().toList());
            assertThat(face.frames().getFirst().tick()).isZero();
            assertThat(face.timesFrom(0))
                    .isEqualTo(
                            whole.timesFrom(first).stream().limit(end - first).toList());
            assertThat(face.frames()).allMatch(frame -> frame.width() == SIDE && frame.height() == SIDE);
            assertThat(face.hasSound()).isFalse();
        }
    }

    @Test
    void twoFacesOfOneClipAreCutAtOnce() {
        Path clip = NumberedClip.steady(128, 96, 60).write(folder);
        CropWork one = work(5, 20, i -> new CropWindow(0, 0, 128), "one");
        CropWork other = work(30, 58, i -> new CropWindow(0, 0, 128), "other");

        media.crop(clip, 128, 96, List.of(one, other));

        assertThat(ShownVideo.of(one.face()).frames().getFirst().number()).isEqualTo(5);
        assertThat(ShownVideo.of(one.face()).frames()).hasSize(15);
        assertThat(ShownVideo.of(other.face()).frames().getFirst().number()).isEqualTo(30);
        assertThat(ShownVideo.of(other.face()).frames()).hasSize(28);
    }

    /// A disc that moves by parts of a pixel is where the map says, in windows that are larger and smaller than the
    /// face clip, begin within pixels and reach out of the picture.
    @ParameterizedTest
    @CsvSource({"90.3,40.7,31.2", "200,40.5,3.25", "511.7,-100.1,-200.9", "700,-150,-180"})
    void whatIsInThePictureIsWhereTheMapSays(double side, double left, double top) throws IOException {
        Disc disc = new Disc(30);
        Path clip = disc.write(folder);

        CropWork work = crop(
                clip,
                Disc.WIDTH,
                Disc.HEIGHT,
                0,
                30,
                i -> new CropWindow(left + 0.37 * i, top + 0.21 * i, side),
                "disc");

        ShownVideo shown = ShownVideo.of(work.face());
        double furthest = 0;
        int found = 0;
        for (int i = 0; i < 30; i++) {
            CropWindow window = work.windows().get(i);
            double x = window.cropX(disc.x(i));
            double y = window.cropY(disc.y(i));
            double reach = (Disc.RADIUS + 2) * window.scale();
            if (x < reach || y < reach || x > SIDE - reach || y > SIDE - reach) {
                continue;
            }
            double[] middle = middleOfBrightness(shown.frames().get(i), x, y, reach);
            furthest = Math.max(furthest, Math.hypot(middle[0] - x, middle[1] - y) / window.scale());
            found++;
        }
        assertThat(found).isGreaterThan(5);
        assertThat(furthest).as("in pixels of the film").isLessThan(0.5);
    }

    @Test
    void coloursAndTheRepeatedEdgeAreThoseOfTheFilm() throws IOException {
        Path film = folder.resolve("colours.mkv");
        int[] rgb = new int[128 * 96];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = i % 128 < 64 ? 0xd02030 : 0x2040d0;
        }
        try (FilmWriter writer = new FilmWriter(film, FilmFormat.lossless(128, 96, 24))) {
            for (int i = 0; i < 10; i++) {
                writer.frame(rgb);
            }
            writer.finish();
        }
        Path clip = NumberedClip.cut(film, 10, folder);

        CropWork work = crop(clip, 128, 96, 0, 10, i -> new CropWindow(-64, -16, 256), "colours");

        ShownVideo.Frame whole = ShownVideo.of(clip).frames().get(5);
        ShownVideo.Frame face = ShownVideo.of(work.face()).frames().get(5);
        for (int[] place :
                new int[][] {{200, 256, 36, 48}, {330, 256, 101, 48}, {20, 256, 10, 48}, {500, 10, 120, 2}}) {
            assertThat(face.red(place[0], place[1])).isCloseTo(whole.red(place[2], place[3]), within(4));
            assertThat(face.green(place[0], place[1])).isCloseTo(whole.green(place[2], place[3]), within(4));
            assertThat(face.blue(place[0], place[1])).isCloseTo(whole.blue(place[2], place[3]), within(4));
        }
        var first = ImageIO.read(work.firstFrame().toFile());
        assertThat(first.getWidth()).isEqualTo(SIDE);
        assertThat(first.getRGB(200, 256) >> 16 & 0xff).isCloseTo(whole.red(36, 48), within(3));
    }

    @Test
    void aWindowOfThePictureItselfIsThePicture() {
        byte[] rgb = new byte[SIDE * SIDE * 3];
        new java.util.Random(3).nextBytes(rgb);

        assertThat(new WindowSampler().sample(rgb, SIDE, SIDE, new CropWindow(0, 0, SIDE)))
                .isEqualTo(rgb);
    }

    @Test
    void anEvenPictureStaysEvenInAnyWindow() {
        byte[] rgb = new byte[50 * 40 * 3];
        java.util.Arrays.fill(rgb, (byte) 200);
        for (double side : new double[] {7.3, 40, 512, 1900}) {
            byte[] square = new WindowSampler().sample(rgb, 50, 40, new CropWindow(-3.3, 11.7, side));
            for (byte value : square) {
                assertThat(value & 0xff).isEqualTo(200);
            }
        }
    }

    @Test
    void theSameFaceHasTheSameBytes() {
        Path clip = NumberedClip.steady(128, 96, 20).write(folder);
        CropWork one = crop(clip, 128, 96, 2, 12, i -> new CropWindow(10.1 + i, 3, 60), "one");
        CropWork two = crop(clip, 128, 96, 2, 12, i -> new CropWindow(10.1 + i, 3, 60), "two");

        assertThat(one.face()).hasSameBinaryContentAs(two.face());
        assertThat(one.overlay()).hasSameBinaryContentAs(two.overlay());
        assertThat(one.firstFrame()).hasSameBinaryContentAs(two.firstFrame());
    }

    @Test
    void aFaceBeyondTheClipIsRefused() {
        Path clip = NumberedClip.steady(128, 96, 20).write(folder);

        assertThatThrownBy(() -> crop(clip, 128, 96, 10, 21, i -> new CropWindow(0, 0, 96), "late"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("20 frames");
    }

    @Test
    void theFaceIsReadFromAllKeyPoints() throws IOException {
        float[] values = new float[2 * 133 * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        Path file = folder.resolve("keypoints-raw.npy");
        NumpyFile.write(new FloatArray(List.of(2, 133, 3), values), file);

        List<BodyPoints> bodies = media.readBodies(file);

        assertThat(bodies).hasSize(2);
        assertThat(bodies.get(0).x(23)).isEqualTo(23 * 3);
        assertThat(bodies.get(1).confidence(90)).isEqualTo((133 + 90) * 3 + 2);
        NumpyFile.write(new FloatArray(List.of(399, 2), values), file);
        assertThatThrownBy(() -> media.readBodies(file)).isInstanceOf(IllegalStateException.class);
    }

    private CropWork crop(
            Path clip, int width, int height, int first, int end, IntFunction<CropWindow> window, String name) {
        CropWork work = work(first, end, window, name);
        media.crop(clip, width, height, List.of(work));
        return work;
    }

    private CropWork work(int first, int end, IntFunction<CropWindow> window, String name) {
        List<CropWindow> windows = new ArrayList<>();
        List<Landmarks> landmarks = new ArrayList<>();
        for (int i = 0; i < end - first; i++) {
            windows.add(window.apply(i));
            landmarks.add(new Landmarks(new float[Landmarks.POINTS * Landmarks.VALUES]));
        }
        Path into;
        try {
            into = Files.createDirectory(folder.resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new CropWork(
                first,
                windows,
                landmarks,
                into.resolve("face.mp4"),
                into.resolve("face-over.mp4"),
                into.resolve("first.png"));
    }

    /// Weighted with what is brighter than the ground.
    private static double[] middleOfBrightness(ShownVideo.Frame frame, double x, double y, double reach) {
        double sum = 0;
        double across = 0;
        double down = 0;
        for (int row = (int) (y - reach); row <= y + reach; row++) {
            for (int column = (int) (x - reach); column <= x + reach; column++) {
                double weight = Math.max(0, frame.green(column, row) - Disc.GROUND - 12);
                sum += weight;
                across += weight * (column + 0.5);
                down += weight * (row + 0.5);
            }
        }
        return new double[] {across / sum, down / sum};
    }
}
