package org.magicanime.ingest.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.Labels;
import org.magicanime.contracts.ObjectHint;
import org.magicanime.contracts.ObjectId;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.Style;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.testkit.HandMadeFilm;
import org.magicanime.video.ProbeLimits;

/// What becomes of an object that somebody drops.
class FilmIntakeTest {
    private static final ProbeLimits USUAL = ProbeLimits.DEFAULT;
    private static final AtomicInteger SEED = new AtomicInteger();

    @TempDir
    static Path folder;

    private static Intake intake;

    @BeforeAll
    static void start() throws Exception {
        intake = new Intake(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        assertThat(intake.leftOver()).isEmpty();
        intake.close();
    }

    @BeforeEach
    void forget() {
        intake.told.clear();
    }

    @Test
    void anAcceptedFilmIsCopiedToldWithItsFactsAndLeavesAReceipt() {
        byte[] film = Intake.film(10);
        ObjectHint hint = intake.drop("japan/A Title/part 1.mkv", film);

        VideoIngested told = intake.ingested(hint);

        assertThat(told.labels()).isEqualTo(new Labels(Style.JAPAN, "A Title", null, null));
        assertThat(told.origin()).isEqualTo(intake.object(hint).origin());
        assertThat(told.facts().container()).isEqualTo("matroska,webm");
        assertThat(told.facts().videoCodec()).isEqualTo("rawvideo");
        assertThat(told.facts().pixelFormat()).isEqualTo("yuv420p");
        assertThat(told.facts().width()).isEqualTo(64);
        assertThat(told.facts().height()).isEqualTo(48);
        assertThat(told.facts().frameRate()).isEqualTo(new Rational(25, 1));
        assertThat(told.facts().packets()).isEqualTo(10);
        assertThat(told.facts().durationSeconds()).isEqualTo(0.4);
        assertThat(told.facts().audioCodec()).isNull();
        Path copy = folder.resolve("copy-" + SEED.incrementAndGet());
        intake.store.get(told.source(), copy);
        assertThat(copy).hasBinaryContent(film);
        assertThat(intake.receipt(hint)).contains("\"outcome\":\"ingested\"").contains(told.videoId());
    }

    @Test
    void whatTheOwnerSaidInMetadataComesBeforeTheKey() {
        ObjectHint hint = intake.drop(
                "japan/From key/x.mkv",
                Intake.film(3),
                Map.of(
                        "style",
                        "China",
                        "title",
                        "From metadata",
                        "source",
                        "https://example.org/1",
                        "licence",
                        "CC0"));

        assertThat(intake.ingested(hint).labels())
                .isEqualTo(new Labels(Style.CHINA, "From metadata", "https://example.org/1", "CC0"));
    }

    @Test
    void aKeyWithoutStyleAndTitleIsNoReasonToRefuse() {
        assertThat(intake.ingested(intake.drop("film.with.dots.mkv", Intake.film(3)))
                        .labels())
                .isEqualTo(new Labels(Style.UNKNOWN, "film.with.dots", null, null));
        assertThat(intake.ingested(intake.drop("martian/x.mkv", Intake.film(3)))
                        .labels()
                        .style())
                .isEqualTo(Style.UNKNOWN);
    }

    @Test
    void everyReasonToRefuseIsToldWithMeasureAndThresholdAndLeavesAReceipt() {
        byte[] good = Intake.film(30);
        HandMadeFilm manyStreams = HandMadeFilm.ofGreys(64, 48, 3, 1);
        for (int i = 0; i < 4; i++) {
            manyStreams.sound();
        }
        refused("too-large", good, new IntakeLimits(1000, USUAL), (double) good.length, 1000.0);
        refused("not-a-video", "plain text, whatever its name says".getBytes(UTF_8), Intake.USUAL, null, null);
        refused("not-a-video", new byte[0], Intake.USUAL, 0.0, null);
        refused(
                "no-video-stream",
                new HandMadeFilm().sound().packet(0, new byte[960]).bytes(),
                Intake.USUAL,
                null,
                null);
        refused("format-not-allowed", wave(), Intake.USUAL, null, null);
        refused("codec-not-allowed", magicYuv(), Intake.USUAL, null, null);
        byte[] cut = Arrays.copyOf(good, good.length / 2);
        refused("truncated", cut, Intake.USUAL, (double) cut.length, (double) good.length);
        refused("too-many-pixels", good, limits(3000, 16, 3600, 1000, 100), 64.0 * 48, 3000.0);
        refused("too-many-streams", manyStreams.bytes(), limits(9999, 3, 3600, 1000, 100), null, 3.0);
        refused("too-long", good, limits(9999, 16, 1, 1000, 100), 1.2, 1.0);
        refused("too-many-frames", good, limits(9999, 16, 3600, 20, 100), 30.0, 20.0);
        refused("frame-rate-too-high", good, limits(9999, 16, 3600, 1000, 24), 25.0, 24.0);
        refused(
                "no-frames",
                new HandMadeFilm()
                        .sound()
                        .pictures("V_UNCOMPRESSED", "I420", 64, 48, 25)
                        .packet(0, new byte[960])
                        .bytes(),
                Intake.USUAL,
                null,
                null);
    }

    private static void refused(
            String code, byte[] content, IntakeLimits limits, @Nullable Double measured, @Nullable Double threshold) {
        String key = "x/y/" + code + SEED.incrementAndGet() + ".mp4";
        ItemRejected told = intake.rejected(key, content, limits);
        assertThat(told.code()).as(told.reason()).isEqualTo(code);
        if (measured != null) {
            assertThat(told.measured()).as(code).isEqualTo(measured);
        }
        assertThat(told.threshold()).as(code).isEqualTo(threshold);
        assertThat(told.stage()).isEqualTo("ingest");
        assertThat(told.origin()).isNotNull();
        assertThat(told.itemId()).isEqualTo(ObjectId.of(Objects.requireNonNull(told.origin())));
        assertThat(intake.receipt(new ObjectHint(Intake.INGEST, key))).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void theSameBytesUnderAnotherNameAreTheSameVideo() {
        byte[] film = Intake.film(5);
        VideoIngested first = intake.ingested(intake.drop("japan/A/1.mkv", film));

        ItemRejected second = intake.rejected("china/B/2.mkv", film, Intake.USUAL);

        assertThat(second.code()).isEqualTo("duplicate");
        assertThat(second.videoId()).isEqualTo(first.videoId());
        assertThat(intake.keys(Intake.ARTIFACTS, "videos/" + first.videoId() + "/"))
                .hasSize(2);
    }

    @Test
    void anObjectThatWasTakenIsNotTakenAgain() {
        ObjectHint hint = intake.drop("japan/A/again.mkv", Intake.film(5));
        intake.ingested(hint);

        intake.usual().take(hint, told -> {
            throw new AssertionError("told again: " + told);
        });
    }

    @Test
    void whatWasGivenUpIsNotLookedForAndIsTakenWhenItIsPutBack() {
        ObjectHint hint = intake.drop("japan/A/given-up.mkv", Intake.film(9));
        intake.usual().giveUp(hint);
        assertThat(intake.receipts.all())
                .contains(ObjectId.of(intake.object(hint).origin()));

        assertThat(intake.ingested(hint).facts().packets()).isEqualTo(9);

        intake.usual().giveUp(hint);
        assertThat(intake.keys(Intake.ARTIFACTS, "receipts/given-up/"))
                .containsOnlyOnce(
                        ArtifactKeys.givenUp(ObjectId.of(intake.object(hint).origin())));
    }

    private static byte[] magicYuv() {
        return new HandMadeFilm()
                .pictures("V_MS/VFW/FOURCC", "M8Y0", 64, 48, 25)
                .packet(0, new byte[100])
                .bytes();
    }

    /// A sound file, with a header and silence.
    private static byte[] wave() {
        return ByteBuffer.allocate(4044)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(UTF_8))
                .putInt(4036)
                .put("WAVEfmt ".getBytes(UTF_8))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(48_000)
                .putInt(96_000)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(UTF_8))
                .putInt(4000)
                .array();
    }

    private static IntakeLimits limits(long pixels, int streams, int seconds, long frames, double rate) {
        return new IntakeLimits(
                10 << 20,
                new ProbeLimits(
                        USUAL.formats(),
                        USUAL.videoCodecs(),
                        USUAL.soundCodecs(),
                        pixels,
                        streams,
                        Duration.ofSeconds(seconds),
                        frames,
                        rate));
    }
}
