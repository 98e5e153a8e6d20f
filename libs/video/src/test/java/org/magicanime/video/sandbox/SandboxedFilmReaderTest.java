package org.magicanime.video.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.video.CutClip;
import org.magicanime.video.CutOptions;
import org.magicanime.video.FilmMeasures;
import org.magicanime.video.FilmReaderCrashedException;
import org.magicanime.video.FilmReaderKilledException;
import org.magicanime.video.MeasureOptions;
import org.magicanime.video.ProbeLimits;
import org.magicanime.video.ProbeReport;
import org.magicanime.video.ShrinkOptions;
import org.magicanime.video.UnreadableFilmException;
import org.magicanime.video.WorkFolders;
import org.magicanime.video.encode.FilmFormat;
import org.magicanime.video.encode.FilmFormat.SoundFormat;
import org.magicanime.video.encode.FilmWriter;

/// Good, bad and hostile films through real child processes.
class SandboxedFilmReaderTest {
    @TempDir
    static Path folder;

    private static WorkFolders workFolders;
    private static SandboxedFilmReader reader;
    private static Path good;

    @BeforeAll
    static void start() {
        workFolders = WorkFolders.below(folder.resolve("work"));
        reader = new SandboxedFilmReader(SandboxConfig.in(folder.resolve("natives")), workFolders);
        good = film("good.mp4", FilmFormat.h264(160, 96, 24).withSound(SoundFormat.AAC_STEREO), 48);
    }

    @AfterAll
    static void stop() {
        reader.close();
        workFolders.close();
    }

    @Test
    void aGoodFilmIsProbedMeasuredAndCut() {
        ProbeReport report = reader.probe(good, ProbeLimits.DEFAULT);
        assertThat(report.facts().packets()).isEqualTo(48);
        assertThat(report.facts().width()).isEqualTo(160);
        assertThat(report.facts().audioCodec()).isEqualTo("aac");

        FilmMeasures measures = reader.measure(good, MeasureOptions.DEFAULT, frames -> {});
        assertThat(measures.frames()).isEqualTo(48);
        assertThat(measures.isDamaged()).isFalse();

        List<CutClip> clips = new ArrayList<>();
        Path into = workFolders.create().path();
        List<FrameSpan> spans = List.of(new FrameSpan(0, 20), new FrameSpan(20, 48));
        reader.cut(good, spans, CutOptions.DEFAULT, false, into, clip -> {
            assertThat(clip.clip()).isNotEmptyFile();
            assertThat(clip.sound()).isNotEmptyFile();
            assertThat(clip.firstFrame()).isNotEmptyFile();
            clips.add(clip);
        });
        assertThat(clips).extracting(CutClip::span).isEqualTo(spans);
        assertThat(clips).allMatch(clip -> clip.leastSsim() >= 0.98);
        assertThat(clips.get(1).firstSample())
                .isEqualTo(clips.get(0).firstSample() + clips.get(0).samples());
    }

    @Test
    void everyFrameComesSmallAndInOrder() {
        Path brightening = folder.resolve("brightening.mkv");
        int frames = 75;
        try (FilmWriter writer = new FilmWriter(brightening, FilmFormat.lossless(160, 96, 24))) {
            int[] picture = new int[160 * 96];
            for (int frame = 0; frame < frames; frame++) {
                Arrays.fill(picture, greyOf(frame) * 0x010101);
                writer.frame(picture);
            }
            writer.finish();
        }
        List<Integer> parts = new ArrayList<>();
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        reader.shrink(brightening, shrunk(48, 27), part -> {
            parts.add(part.length);
            small.writeBytes(part);
        });

        byte[] pictures = small.toByteArray();
        assertThat(pictures).hasSize(frames * 48 * 27 * 3);
        assertThat(parts).hasSizeGreaterThan(1);
        for (int i = 0; i < pictures.length; i++) {
            int frame = i / (48 * 27 * 3);
            assertThat(pictures[i] & 0xff).as("frame %d", frame).isCloseTo(greyOf(frame), within(2));
        }
    }

    private static int greyOf(int frame) {
        return 20 + 3 * frame;
    }

    @Test
    void aTurnedFilmComesUpright() {
        Path turned = folder.resolve("turned.mp4");
        FilmFormat format = FilmFormat.h264(160, 96, 24).withRotation(90);
        try (FilmWriter writer = new FilmWriter(turned, format)) {
            int[] picture = new int[160 * 96];
            // Its left half is white, which is the upper one when it is turned clockwise.
            Arrays.setAll(picture, i -> i % 160 < 80 ? 0xffffff : 0);
            for (int frame = 0; frame < 24; frame++) {
                writer.frame(picture);
            }
            writer.finish();
        }
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        reader.shrink(turned, shrunk(48, 26), small::writeBytes);

        byte[] pictures = small.toByteArray();
        assertThat(pictures).hasSize(24 * 48 * 26 * 3);
        for (int x = 0; x < 48; x++) {
            assertThat(pictures[(5 * 48 + x) * 3] & 0xff).isGreaterThan(240);
            assertThat(pictures[(20 * 48 + x) * 3] & 0xff).isLessThan(15);
        }
    }

    private static ShrinkOptions shrunk(int width, int height) {
        return new ShrinkOptions(width, height, false, Duration.ofMinutes(1), 4096);
    }

    @Test
    void playlistsAndDescriptionsOfStreamsAreRefusedWithoutAskingAnybody() throws Exception {
        AtomicBoolean asked = new AtomicBoolean();
        try (ServerSocket canary = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread listener = Thread.ofVirtual().start(() -> {
                try {
                    canary.accept().close();
                    asked.set(true);
                } catch (IOException e) {
                    // closed at the end of the test
                    return;
                }
            });
            String url = "http://127.0.0.1:" + canary.getLocalPort() + "/internal.ts";
            assertCode("hls-http.mp4", "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + url + "\n#EXT-X-ENDLIST\n");
            assertCode(
                    "hls-file.mp4",
                    "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n");
            assertCode(
                    "hls-concat.mp4", "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nconcat:/etc/passwd|" + url + "\n");
            assertCode("list.mp4", "ffconcat version 1.0\nfile /etc/passwd\nfile '" + url + "'\n");
            assertCode(
                    "sdp.mp4",
                    "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 15004 RTP/AVP 96\na=rtpmap:96 H264/90000\n");
            canary.close();
            listener.join();
        }
        assertThat(asked).isFalse();
    }

    @Test
    void whatIsNoFilmIsRefused() throws Exception {
        byte[] random = new byte[100_000];
        new Random(7).nextBytes(random);
        assertThat(codeOf(Files.write(folder.resolve("random.mp4"), random))).isEqualTo("not-a-video");
        assertThat(codeOf(Files.write(folder.resolve("empty.mp4"), new byte[0])))
                .isEqualTo("not-a-video");
        assertThat(codeOf(Files.writeString(folder.resolve("short.mp4"), "x"))).isEqualTo("not-a-video");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "matroska", "webm", "avi", "gif"})
    void aFilmWhoseEndIsMissingIsTruncated(String container) throws Exception {
        FilmFormat format =
                switch (container) {
                    case "matroska" -> FilmFormat.lossless(160, 96, 24);
                    case "webm" ->
                        FilmFormat.h264(160, 96, 24)
                                .withContainer("webm")
                                .withVideoCodec("libvpx", "yuv420p", Map.of("b", "500000"));
                    case "avi" ->
                        FilmFormat.h264(160, 96, 24)
                                .withContainer("avi")
                                .withVideoCodec("mpeg4", "yuv420p", Map.of("b", "500000"));
                    case "gif" ->
                        FilmFormat.h264(160, 96, 10).withContainer("gif").withVideoCodec("gif", "rgb8", Map.of());
                    default -> FilmFormat.h264(160, 96, 24);
                };
        Path whole = film("whole." + container, format, 40);
        assertThat(reader.probe(whole, ProbeLimits.DEFAULT).facts().packets()).isEqualTo(40);
        byte[] bytes = Files.readAllBytes(whole);
        for (double share : new double[] {0.5, 0.9}) {
            Path cut = folder.resolve("cut-" + share + "." + container);
            Files.write(cut, Arrays.copyOf(bytes, (int) (bytes.length * share)));
            assertThat(codeOf(cut)).as("%s at %s", container, share).isEqualTo("truncated");
        }
    }

    @Test
    void limitsAreHeld() {
        assertThat(codeOf(good, limits(100, 16, Duration.ofHours(1), 1000, 100)))
                .isEqualTo("too-many-pixels");
        assertThat(codeOf(good, limits(100_000, 1, Duration.ofHours(1), 1000, 100)))
                .isEqualTo("too-many-streams");
        assertThat(codeOf(good, limits(100_000, 16, Duration.ofSeconds(1), 1000, 100)))
                .isEqualTo("too-long");
        assertThat(codeOf(good, limits(100_000, 16, Duration.ofHours(1), 10, 100)))
                .isEqualTo("too-many-frames");
        assertThat(codeOf(good, limits(100_000, 16, Duration.ofHours(1), 1000, 12)))
                .isEqualTo("frame-rate-too-high");
    }

    @Test
    void aCodecOutsideTheListIsRefusedBeforeItIsDecoded() {
        FilmFormat magicYuv = FilmFormat.lossless(160, 96, 24).withVideoCodec("magicyuv", "yuv420p", Map.of());
        assertThat(codeOf(film("magic.mkv", magicYuv, 5))).isEqualTo("codec-not-allowed");
    }

    @Test
    void aReaderThatSomebodyKillsSaysNothingAboutTheFilmAndOneThatBreaksItsLimitsDoes() throws Exception {
        Path large = film("long.mkv", FilmFormat.lossless(640, 360, 24), 300);
        assertThat(whileReading(large, ProcessHandle::destroyForcibly)).isInstanceOf(FilmReaderKilledException.class);
        assertThat(whileReading(large, child -> signal("SEGV", child))).isInstanceOf(FilmReaderCrashedException.class);
        assertThat(whileReading(large, child -> signal("XCPU", child))).isInstanceOf(FilmReaderCrashedException.class);
        MeasureOptions impatient = new MeasureOptions(MeasureOptions.DEFAULT.downscale(), Duration.ofMillis(300), 4096);
        assertThatThrownBy(() -> reader.measure(large, impatient, frames -> {}))
                .isInstanceOf(FilmReaderCrashedException.class)
                .hasMessageContaining("longer than");
        MeasureOptions cramped = new MeasureOptions(MeasureOptions.DEFAULT.downscale(), Duration.ofMinutes(1), 300);
        assertThatThrownBy(() -> reader.measure(large, cramped, frames -> {}))
                .isInstanceOf(FilmReaderCrashedException.class);
        assertThat(children()).isEmpty();
    }

    @Test
    void damagedFilmsEndAsResultOrRefusalAndLeaveNothingBehind() throws Exception {
        byte[] bytes = Files.readAllBytes(good);
        Random random = new Random(42);
        for (int i = 0; i < 12; i++) {
            byte[] damaged = bytes.clone();
            for (int flip = 0; flip < 20; flip++) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Path file = Files.write(folder.resolve("damaged-" + i + ".mp4"), damaged);
            Throwable outcome = catchThrowable(() -> {
                reader.probe(file, ProbeLimits.DEFAULT);
                FilmMeasures measures = reader.measure(file, MeasureOptions.DEFAULT, frames -> {});
                Path into = workFolders.create().path();
                FrameSpan all = new FrameSpan(0, measures.frames());
                reader.cut(file, List.of(all), CutOptions.DEFAULT, measures.isDamaged(), into, clip -> {});
            });
            if (outcome != null) {
                assertThat(outcome).as("film %d", i).isInstanceOf(UnreadableFilmException.class);
            }
        }
        assertThat(children()).isEmpty();
    }

    private static Throwable whileReading(Path film, java.util.function.Consumer<ProcessHandle> act) {
        AtomicBoolean acted = new AtomicBoolean();
        return catchThrowable(() -> reader.measure(film, MeasureOptions.DEFAULT, frames -> {
            if (acted.compareAndSet(false, true)) {
                children().forEach(act);
            }
        }));
    }

    /// The processes that run our child's main class, below any sandbox.
    private static List<ProcessHandle> children() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .toList();
    }

    private static void signal(String name, ProcessHandle child) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(child.pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertCode(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        assertThat(codeOf(file)).as(name).isIn("format-not-allowed", "not-a-video");
    }

    private static String codeOf(Path film) {
        return codeOf(film, ProbeLimits.DEFAULT);
    }

    private static String codeOf(Path film, ProbeLimits limits) {
        Throwable thrown = catchThrowable(() -> reader.probe(film, limits));
        return thrown instanceof UnreadableFilmException unreadable ? unreadable.code() : String.valueOf(thrown);
    }

    private static ProbeLimits limits(long pixels, int streams, Duration duration, long frames, double rate) {
        ProbeLimits all = ProbeLimits.DEFAULT;
        return new ProbeLimits(
                all.formats(), all.videoCodecs(), all.soundCodecs(), pixels, streams, duration, frames, rate);
    }

    /// Coloured noise that moves, so that every frame differs.
    private static Path film(String name, FilmFormat format, int frames) {
        Path file = folder.resolve(name);
        try (FilmWriter writer = new FilmWriter(file, format)) {
            int[] picture = new int[format.width() * format.height()];
            for (int frame = 0; frame < frames; frame++) {
                int shift = frame;
                Arrays.setAll(picture, i -> ((i + shift * 3) % 160) * 0x010001 + ((i / 160 + shift) % 96 << 9));
                writer.frame(picture);
                if (format.sound() != null) {
                    writer.sound(
                            new float
                                    [format.sound().rate() / 24 * format.sound().channels()]);
                }
            }
            writer.finish();
        }
        return file;
    }
}
