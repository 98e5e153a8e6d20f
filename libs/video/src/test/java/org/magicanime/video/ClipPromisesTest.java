package org.magicanime.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Rational;
import org.magicanime.video.DecodedFilm.Picture;
import org.magicanime.video.cut.Cutting;
import org.magicanime.video.encode.FilmFormat;
import org.magicanime.video.encode.FilmFormat.SoundFormat;
import org.magicanime.video.encode.FilmWriter;

/// What is promised of a clip, seen from outside: a film drawn by code with a variable frame rate and known samples is
/// cut, and its clips are decoded by a plain loop that shares no code with what is tested.
class ClipPromisesTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 96;
    private static final int RATE = 48_000;
    /// Seconds per tick of the film, so that sound can be a whole number of samples a tick.
    private static final Rational TICK = new Rational(1, 120);
    private static final int SAMPLES_PER_TICK = RATE / 120;
    private static final List<FrameSpan> SPANS =
            List.of(new FrameSpan(0, 31), new FrameSpan(31, 70), new FrameSpan(75, DrawnPlanes.FRAMES));

    @TempDir
    Path folder;

    private Path film;
    private long[] ticks;
    private final List<Integer> samples = new ArrayList<>();

    @BeforeEach
    void draw() {
        film = folder.resolve("film.mov");
        ticks = new long[DrawnPlanes.FRAMES + 1];
        for (int i = 0; i < DrawnPlanes.FRAMES; i++) {
            // Between 30 and 15 frames a second, never the same for long.
            ticks[i + 1] = ticks[i] + 4 + i * i % 5;
        }
        FilmFormat format = FilmFormat.lossless(WIDTH, HEIGHT, 24)
                .withContainer("mov")
                .withTimeBase(TICK)
                .withSound(SoundFormat.PCM_STEREO);
        DrawnPlanes planes = new DrawnPlanes(WIDTH, HEIGHT, 8);
        try (FilmWriter writer = new FilmWriter(film, format)) {
            for (int i = 0; i < DrawnPlanes.FRAMES; i++) {
                writer.planes(planes.of(i), ticks[i], ticks[i + 1] - ticks[i]);
            }
            int[] sound = new int[2 * SAMPLES_PER_TICK * (int) ticks[DrawnPlanes.FRAMES]];
            for (int i = 0; i < sound.length; i++) {
                int sample = Math.floorMod(i * 7919 + i / 3, 60_001) - 30_000;
                samples.add(sample);
                sound[i] = sample << 16;
            }
            writer.sound(sound);
            writer.finish();
        }
    }

    @Test
    void everyFrameIsLikeTheSourcesFrameOfTheSameNumber() {
        List<Picture> source = DecodedFilm.of(film).pictures();
        assertThat(source).hasSize(DrawnPlanes.FRAMES);
        for (CutClip clip : cut("a", 0)) {
            List<Picture> pictures = DecodedFilm.of(clip.clip()).pictures();
            assertThat(pictures).hasSize((int) clip.span().frames());
            double least = 1;
            for (int i = 0; i < pictures.size(); i++) {
                int number = (int) clip.span().first() + i;
                double ssim = ssim(pictures.get(i).luma(), source.get(number).luma());
                assertThat(ssim).as("frame %d", number).isGreaterThanOrEqualTo(0.98);
                // Its neighbours are less alike: the frame is the right one, not one beside it.
                if (number > 0 && number + 1 < source.size() && number < 80) {
                    assertThat(ssim)
                            .isGreaterThan(ssim(
                                    pictures.get(i).luma(),
                                    source.get(number - 1).luma()));
                    assertThat(ssim)
                            .isGreaterThan(ssim(
                                    pictures.get(i).luma(),
                                    source.get(number + 1).luma()));
                }
                least = Math.min(least, ssim);
            }
            assertThat(clip.leastSsim()).isCloseTo(least, org.assertj.core.data.Offset.offset(1e-9));
        }
    }

    @Test
    void timeStampsOfAVariableFrameRateSurvive() {
        for (CutClip clip : cut("a", 0)) {
            DecodedFilm decoded = DecodedFilm.of(clip.clip());
            for (int i = 0; i < decoded.pictures().size(); i++) {
                int number = (int) clip.span().first() + i;
                double expected = (ticks[number] - ticks[(int) clip.span().first()]) / 120.0;
                assertThat(decoded.pictures().get(i).tick() * decoded.timeBase())
                        .as("frame %d", number)
                        .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-9));
            }
        }
    }

    @Test
    void theSoundIsTheSourcesToTheSampleAndJoinsWithoutGapOrOverlap() {
        List<CutClip> clips = cut("a", 0);
        for (CutClip clip : clips) {
            Path file = clip.sound();
            assertThat(file).isNotNull();
            DecodedFilm sound = DecodedFilm.of(java.util.Objects.requireNonNull(file));
            assertThat(sound.rate()).isEqualTo(RATE);
            assertThat(sound.channels()).isEqualTo(2);
            int first = (int) clip.firstSample() * 2;
            int end = first + (int) clip.samples() * 2;
            assertThat(clip.firstSample()).isEqualTo(ticks[(int) clip.span().first()] * SAMPLES_PER_TICK);
            assertThat(clip.firstSample() + clip.samples())
                    .isEqualTo(ticks[(int) clip.span().end()] * SAMPLES_PER_TICK);
            assertThat(sound.samples()).isEqualTo(samples.subList(first, end));
        }
        assertThat(clips.get(1).firstSample())
                .isEqualTo(clips.get(0).firstSample() + clips.get(0).samples());
    }

    @Test
    void theSameFramesGiveTheSameBytesWhateverTheNumberOfThreads() throws IOException {
        Map<String, String> once = bytes(cut("a", 0));
        assertThat(once).hasSize(3 * SPANS.size());
        assertThat(bytes(cut("b", 0))).isEqualTo(once);
        assertThat(bytes(cut("c", 1))).isEqualTo(once);
        assertThat(bytes(cut("d", 7))).isEqualTo(once);
        // A clip's bytes depend on nothing outside of it.
        Path alone = folder.resolve("alone");
        Map<String, String> single = bytes(cut(alone, SPANS.subList(1, 2), 0));
        assertThat(once).containsAllEntriesOf(single);
    }

    @Test
    void whatTheHearerOfClipsThrowsEndsTheCutting() {
        IllegalStateException full = new IllegalStateException("the disk is full");
        List<FrameSpan> heard = new ArrayList<>();
        assertThatThrownBy(() -> Cutting.cut(film, SPANS, CutOptions.DEFAULT, folder.resolve("e"), 1, clip -> {
                    heard.add(clip.span());
                    throw full;
                }))
                .isSameAs(full);
        assertThat(heard).isEqualTo(SPANS.subList(0, 1));
    }

    private List<CutClip> cut(String name, int threads) {
        return cut(folder.resolve(name), SPANS, threads);
    }

    private List<CutClip> cut(Path into, List<FrameSpan> spans, int threads) {
        List<CutClip> clips = new ArrayList<>();
        Cutting.cut(film, spans, CutOptions.DEFAULT, into, threads, clips::add);
        assertThat(clips).extracting(CutClip::span).isEqualTo(spans);
        return clips;
    }

    private static Map<String, String> bytes(List<CutClip> clips) throws IOException {
        Map<String, String> all = new HashMap<>();
        for (CutClip clip : clips) {
            for (Path file : Stream.of(clip.clip(), clip.sound(), clip.firstFrame())
                    .flatMap(Stream::ofNullable)
                    .toList()) {
                all.put(
                        clip.span() + " " + file.getFileName(),
                        java.util.HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return all;
    }

    /// Wang et al. 2004 with windows of 8 × 8 every 4 pixels, written plainly.
    private static double ssim(byte[] a, byte[] b) {
        double total = 0;
        int windows = 0;
        for (int y = 0; y + 8 <= HEIGHT; y += 4) {
            for (int x = 0; x + 8 <= WIDTH; x += 4) {
                total += window(a, b, x, y);
                windows++;
            }
        }
        return total / windows;
    }

    private static double window(byte[] a, byte[] b, int left, int top) {
        double[] first = new double[64];
        double[] second = new double[64];
        for (int i = 0; i < 64; i++) {
            int at = (top + i / 8) * WIDTH + left + i % 8;
            first[i] = a[at] & 0xff;
            second[i] = b[at] & 0xff;
        }
        double meanA = Arrays.stream(first).average().orElseThrow();
        double meanB = Arrays.stream(second).average().orElseThrow();
        double varianceA = 0;
        double varianceB = 0;
        double covariance = 0;
        for (int i = 0; i < 64; i++) {
            varianceA += (first[i] - meanA) * (first[i] - meanA) / 63;
            varianceB += (second[i] - meanB) * (second[i] - meanB) / 63;
            covariance += (first[i] - meanA) * (second[i] - meanB) / 63;
        }
        double c1 = Math.pow(0.01 * 255, 2);
        double c2 = Math.pow(0.03 * 255, 2);
        return (2 * meanA * meanB + c1)
                * (2 * covariance + c2)
                / ((meanA * meanA + meanB * meanB + c1) * (varianceA + varianceB + c2));
    }
}
