package org.magicanime.ingest.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.ingest.Canary;
import org.magicanime.testkit.HandMadeFilm;
import org.magicanime.video.MeasureOptions;
import org.magicanime.video.ProbeLimits;
import org.magicanime.video.UnreadableFilmException;

/// Rows 1 to 8 of the table in `docs/security.md`: hostile films through the stage's domain, a real store and the real
/// film-reading process.
class AttackTableTest {
    private static final IntakeLimits USUAL = new IntakeLimits(64 << 20, ProbeLimits.DEFAULT);
    /// Of a film-reading process, in bytes: its JVM alone has about 70 million.
    private static final long MOST_MEMORY = 100_000_000;
    private static final String SECRET = "root:x:0";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    static Path folder;

    private static Intake intake;

    @BeforeAll
    static void start() throws Exception {
        intake = new Intake(folder);
        // What the child reads first is slow to load.
        intake.ingested(
                intake.drop("x/y/warm.mkv", HandMadeFilm.ofGreys(32, 32, 2, 1).bytes()));
    }

    @AfterAll
    static void stop() throws Exception {
        intake.close();
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(intake.leftOver()).isEmpty();
    }

    @Test
    void row1And2And3AndPlaylistsAreRefusedAndNobodyIsAskedAndNoSecretIsTold() throws Exception {
        try (Canary canary = new Canary()) {
            String url = canary.url("/internal.ts");
            String head = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n";
            for (String content : List.of(
                    head + url + "\n#EXT-X-ENDLIST\n",
                    head + "file:///etc/passwd\n#EXT-X-ENDLIST\n",
                    head + "concat:/etc/passwd|" + url + "\n#EXT-X-ENDLIST\n",
                    "ffconcat version 1.0\nfile /etc/passwd\nfile '" + url + "'\n")) {
                ItemRejected told = rejected(content.getBytes(UTF_8), USUAL);
                assertThat(told.code()).as(content).isIn("format-not-allowed", "not-a-video");
                assertThat(told.toString()).doesNotContain(SECRET, "/etc/passwd", url);
            }
            assertThat(canary.stopAndCount()).isZero();
        }
        for (String key : intake.keys(Intake.ARTIFACTS, "")) {
            byte[] content = intake.store.find(Intake.ARTIFACTS, key, 1 << 20).orElseThrow();
            assertThat(new String(content, UTF_8)).as(key).doesNotContain(SECRET);
        }
    }

    @Test
    void row4AnSdpIsRefusedSoonAndNoSocketIsOpened() throws Exception {
        int port;
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String sdp = "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video " + port
                + " RTP/AVP 96\na=rtpmap:96 H264/90000\n";
        long usual = nanosOf(() -> rejected("no film".getBytes(UTF_8), USUAL));
        Set<Long> seen = new HashSet<>();
        Set<String> sockets = new HashSet<>();
        Children.Peak peak = new Children.Peak(child -> {
            seen.add(child.pid());
            sockets.addAll(Children.udpPorts(child));
        });

        long took = nanosOf(() -> peak.during(() -> {
            assertThat(rejected(sdp.getBytes(UTF_8), USUAL).code()).isEqualTo("format-not-allowed");
        }));

        assertThat(Duration.ofNanos(took - usual)).isLessThan(Duration.ofSeconds(2));
        assertThat(seen).as("the process was looked at").isNotEmpty();
        assertThat(sockets).doesNotContain("%04X".formatted(port));
    }

    @Test
    void row5ABombIsRefusedByItsSizeBeforeItIsDecoded() throws Exception {
        byte[] picture = BlackPng.of(16_000, 16_000);
        assertThat(picture.length).isLessThan(1_000_000);
        byte[] honest = film("MPNG", 16_000, 16_000, picture);
        byte[] lying = film("MPNG", 64, 64, picture);
        ProbeLimits all = ProbeLimits.DEFAULT;
        Set<String> codecs = new HashSet<>(all.videoCodecs());
        codecs.add("png");
        IntakeLimits withPng = new IntakeLimits(
                64 << 20,
                new ProbeLimits(
                        all.formats(),
                        codecs,
                        all.soundCodecs(),
                        all.maxPixels(),
                        all.maxStreams(),
                        all.maxDuration(),
                        all.maxFrames(),
                        all.maxFrameRate()));
        long usual = nanosOf(() -> intake.ingested(intake.drop(
                "x/y/" + NUMBER.incrementAndGet(),
                HandMadeFilm.ofGreys(64, 64, 2, 77).bytes())));

        // As the lists are, nothing of the kind is even opened.
        assertThat(rejected(honest, USUAL).code()).isEqualTo("codec-not-allowed");
        assertThat(rejected(lying, USUAL).code()).isEqualTo("codec-not-allowed");
        long time = nanosOf(() -> {
            long rss = Children.Peak.rss(() -> {
                ItemRejected told = rejected(honest, withPng);
                assertThat(told.code()).isEqualTo("too-many-pixels");
                assertThat(told.measured()).isEqualTo(256_000_000);
                assertThat(told.threshold()).isEqualTo(8_294_400);
            });
            assertThat(rss).isLessThan(MOST_MEMORY);
        });
        assertThat(Duration.ofNanos(time - usual)).isLessThan(Duration.ofSeconds(2));
        long rss = Children.Peak.rss(
                () -> assertThat(rejected(lying, withPng).code()).isIn("too-many-pixels", "not-a-video"));
        assertThat(rss).isLessThan(MOST_MEMORY);
    }

    /// It passes the probe, which decodes the first pictures only.
    @Test
    void row5ABombBehindAGoodPictureIsNotDecodedByThoseWhoReadTheFilmLater() throws Exception {
        Path good = pictures(jpeg(64)).write(folder.resolve("good.mkv"));
        Path bomb = pictures(jpeg(12_000)).write(folder.resolve("bomb.mkv"));

        long usual = Children.Peak.rss(() -> intake.reader.measure(good, MeasureOptions.DEFAULT, frames -> {}));
        long peak = Children.Peak.rss(() -> {
            assertThat(catchThrowable(() -> intake.reader.measure(bomb, MeasureOptions.DEFAULT, frames -> {})))
                    .satisfiesAnyOf(
                            failure -> assertThat(failure).isNull(),
                            failure -> assertThat(failure).isInstanceOf(UnreadableFilmException.class));
        });

        assertThat(peak - usual).as("more than the %d of a good film", usual).isLessThan(50_000_000);
    }

    /// Small pictures, enough for the process to be seen at work, with another one in their midst.
    private static HandMadeFilm pictures(byte[] middle) throws IOException {
        HandMadeFilm film = new HandMadeFilm().pictures("V_MJPEG", "MJPG", 64, 64, 25);
        byte[] small = jpeg(64);
        for (int i = 0; i < 5000; i++) {
            film.packet(i * 40L, i == 2500 ? middle : small);
        }
        return film.declaringMilliseconds(200_000);
    }

    /// A black square.
    private static byte[] jpeg(int side) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY), "jpeg", file))
                .isTrue();
        return file.toByteArray();
    }

    @Test
    void row6TooMuchOfAnythingIsRefusedByWhatIsDeclaredAndByWhatIsCounted() {
        HandMadeFilm streams = HandMadeFilm.ofGreys(32, 32, 2, 2);
        for (int i = 0; i < 64; i++) {
            streams.sound();
        }
        assertThat(rejected(streams.bytes(), USUAL).code()).isEqualTo("too-many-streams");

        HandMadeFilm tiny = new HandMadeFilm().pictures("V_UNCOMPRESSED", "I420", 2, 2, 200);
        for (int i = 0; i < 100_000; i++) {
            tiny.packet(i * 5L, new byte[6]);
        }
        ItemRejected packets = rejected(tiny.bytes(), new IntakeLimits(64 << 20, frames(50_000)));
        assertThat(packets.code()).isEqualTo("too-many-frames");
        assertThat(packets.measured()).isBetween(50_001.0, 51_200.0);

        ItemRejected declared = rejected(
                HandMadeFilm.ofGreys(32, 32, 2, 3).declaringMilliseconds(1e12).bytes(), USUAL);
        assertThat(declared.code()).isEqualTo("too-long");
        assertThat(declared.measured()).isEqualTo(1e9);

        byte[] late = new byte[32 * 32 * 3 / 2];
        ItemRejected counted = rejected(
                HandMadeFilm.ofGreys(32, 32, 2, 4)
                        .packet(1_000_000_000_000L, late)
                        .declaringMilliseconds(120)
                        .bytes(),
                USUAL);
        assertThat(counted.code()).isEqualTo("too-long");

        HandMadeFilm fast = new HandMadeFilm().pictures("V_UNCOMPRESSED", "I420", 2, 2, 1000);
        HandMadeFilm secretlyFast = new HandMadeFilm().pictures("V_UNCOMPRESSED", "I420", 2, 2, 25);
        for (int i = 0; i < 3000; i++) {
            fast.packet(i, new byte[6]);
            secretlyFast.packet(i, new byte[6]);
        }
        assertThat(rejected(fast.bytes(), USUAL).code()).isEqualTo("frame-rate-too-high");
        ItemRejected rate = rejected(secretlyFast.bytes(), USUAL);
        assertThat(rate.code()).isEqualTo("frame-rate-too-high");
        assertThat(rate.measured()).isBetween(900.0, 1100.0);
    }

    @Test
    void row7FilmsThatAreCutZeroOrRandomAreRefusedAndNeverHalfTaken() {
        byte[] whole = HandMadeFilm.ofGreys(64, 48, 20, 5).bytes();
        for (double share : new double[] {0.05, 0.3, 0.6, 0.95}) {
            assertThat(rejected(Arrays.copyOf(whole, (int) (whole.length * share)), USUAL)
                            .code())
                    .as("%s of the film", share)
                    .isEqualTo("truncated");
        }
        // An MP4 whose index never came.
        byte[] mp4 = ByteBuffer.allocate(2000)
                .putInt(16)
                .put("ftypisom".getBytes(UTF_8))
                .putInt(0)
                .putInt(1984)
                .put("mdat".getBytes(UTF_8))
                .array();
        assertThat(rejected(mp4, USUAL).code()).isEqualTo("truncated");
        assertThat(rejected(new byte[100_000], USUAL).code()).isEqualTo("not-a-video");
        byte[] random = new byte[100_000];
        new Random(7).nextBytes(random);
        assertThat(rejected(random, USUAL).code()).isEqualTo("not-a-video");
    }

    @Test
    void row8ACodecOutsideTheListIsRefusedBeforeItIsDecoded() {
        for (String fourCc : List.of("M8Y0", "MSVC", "SANM")) {
            ItemRejected told = rejected(film(fourCc, 64, 64, new byte[1000]), USUAL);
            assertThat(told.code()).as(fourCc).isEqualTo("codec-not-allowed");
        }
    }

    private static ItemRejected rejected(byte[] content, IntakeLimits limits) {
        return intake.rejected("x/y/attack-" + NUMBER.incrementAndGet() + ".mp4", content, limits);
    }

    private static ProbeLimits frames(long most) {
        ProbeLimits all = ProbeLimits.DEFAULT;
        return new ProbeLimits(
                all.formats(),
                all.videoCodecs(),
                all.soundCodecs(),
                all.maxPixels(),
                all.maxStreams(),
                all.maxDuration(),
                most,
                all.maxFrameRate());
    }

    private static byte[] film(String fourCc, int width, int height, byte[] packet) {
        return new HandMadeFilm()
                .pictures("V_MS/VFW/FOURCC", fourCc, width, height, 25)
                .packet(0, packet)
                .declaringMilliseconds(40)
                .bytes();
    }

    private static long nanosOf(Children.Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return System.nanoTime() - begin;
    }
}
