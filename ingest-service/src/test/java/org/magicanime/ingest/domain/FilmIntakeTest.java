package org.magicanime.ingest.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.ArtifactStore.StoredObject;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.Labels;
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
        byte[] film = film(10);
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
        assertThat(receipt(hint)).contains("\"outcome\":\"ingested\"").contains(told.videoId());
    }

    @Test
    void whatTheOwnerSaidInMetadataComesBeforeTheKey() {
        ObjectHint hint = intake.drop(
                "japan/From key/x.mkv",
                film(3),
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
        assertThat(intake.ingested(intake.drop("film.with.dots.mkv", film(3))).labels())
                .isEqualTo(new Labels(Style.UNKNOWN, "film.with.dots", null, null));
        assertThat(intake.ingested(intake.drop("martian/x.mkv", film(3)))
                        .labels()
                        .style())
                .isEqualTo(Style.UNKNOWN);
    }

    @Test
    void everyReasonToRefuseIsToldWithMeasureAndThresholdAndLeavesAReceipt() {
        byte[] good = film(30);
        HandMadeFilm manyStreams = HandMadeFilm.ofGreys(64, 48, 3, 1);
        for (int i = 0; i < 4; i++) {
            manyStreams.sound();
        }
        refused("too-large", good, new IntakeLimits(1000, USUAL), (double) good.length, 1000.0);
        refused("not-a-video", "plain text, whatever its name says".getBytes(UTF_8), usual(), null, null);
        refused("not-a-video", new byte[0], usual(), 0.0, null);
        refused(
                "no-video-stream",
                new HandMadeFilm().sound().packet(0, new byte[960]).bytes(),
                usual(),
                null,
                null);
        refused("format-not-allowed", wave(), usual(), null, null);
        refused("codec-not-allowed", magicYuv(), usual(), null, null);
        byte[] cut = Arrays.copyOf(good, good.length / 2);
        refused("truncated", cut, usual(), (double) cut.length, (double) good.length);
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
                usual(),
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
        assertThat(receipt(new ObjectHint(Intake.INGEST, key))).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void theSameBytesUnderAnotherNameAreTheSameVideo() {
        byte[] film = film(5);
        VideoIngested first = intake.ingested(intake.drop("japan/A/1.mkv", film));

        ItemRejected second = intake.rejected("china/B/2.mkv", film, usual());

        assertThat(second.code()).isEqualTo("duplicate");
        assertThat(second.videoId()).isEqualTo(first.videoId());
        assertThat(intake.keys(Intake.ARTIFACTS, "videos/" + first.videoId() + "/"))
                .hasSize(2);
    }

    @Test
    void anObjectThatWasTakenIsNotTakenAgain() {
        ObjectHint hint = intake.drop("japan/A/again.mkv", film(5));
        intake.ingested(hint);

        intake.usual().take(hint, told -> {
            throw new AssertionError("told again: " + told);
        });
    }

    @Test
    void anObjectThatIsReplacedWhileItIsReadIsTakenAsItIsThen() {
        byte[] later = film(7);
        ObjectHint hint = intake.drop("japan/A/replaced.mkv", film(5));
        ArtifactStore store = before("get", 1, () -> intake.drop(hint.key(), later));

        intake.with(store, intake.reader, usual()).take(hint, intake.told::add);

        VideoIngested told = (VideoIngested) intake.only();
        assertThat(told.facts().packets()).isEqualTo(7);
        assertThat(told.source().size()).isEqualTo(later.length);
        assertThat(told.origin()).isEqualTo(intake.object(hint).origin());
    }

    @Test
    void anObjectThatIsReplacedBetweenReadingAndCopyingIsTakenAsItIsThen() {
        byte[] later = film(8);
        ObjectHint hint = intake.drop("japan/A/replaced-late.mkv", film(5));
        ArtifactStore store = before("copy", 1, () -> intake.drop(hint.key(), later));

        intake.with(store, intake.reader, usual()).take(hint, intake.told::add);

        VideoIngested told = (VideoIngested) intake.only();
        assertThat(told.facts().packets()).isEqualTo(8);
        Path copy = folder.resolve("copy-" + SEED.incrementAndGet());
        intake.store.get(told.source(), copy);
        assertThat(copy).hasBinaryContent(later);
    }

    @Test
    void anObjectThatNeverRestsIsTriedAgainLater() {
        ObjectHint hint = intake.drop("japan/A/restless.mkv", film(5));
        ArtifactStore store = before("get", 99, () -> intake.drop(hint.key(), film(3)));

        assertThatExceptionOfType(RestlessObjectException.class)
                .isThrownBy(() -> intake.with(store, intake.reader, usual()).take(hint, intake.told::add));

        assertThat(intake.told).isEmpty();
    }

    @Test
    void anObjectThatIsDeletedBeforeOrWhileItIsReadIsNoError() {
        intake.usual().take(new ObjectHint(Intake.INGEST, "japan/A/never-was.mkv"), intake.told::add);
        ObjectHint hint = intake.drop("japan/A/deleted.mkv", film(5));
        ArtifactStore store = before("get", 1, () -> intake.store.delete(hint.bucket(), hint.key()));

        intake.with(store, intake.reader, usual()).take(hint, intake.told::add);

        assertThat(intake.told).isEmpty();
    }

    @Test
    void killedAtAnyPointItIsRepeatedWithTheSameResult() {
        for (String point : List.of("get", "copy", "put", "tell", "receipt")) {
            ObjectHint hint = intake.drop("american/A/killed-at-" + point + ".mkv", film(6));
            List<VideoIngested> told = new ArrayList<>();
            int[] puts = {0};
            ArtifactStore dying = before(point.equals("receipt") ? "put" : point, 99, () -> {
                if (!point.equals("receipt") || ++puts[0] == 2) {
                    throw new Killed();
                }
            });
            assertThatExceptionOfType(Killed.class)
                    .as(point)
                    .isThrownBy(() -> intake.with(dying, intake.reader, usual()).take(hint, event -> {
                        told.add((VideoIngested) event);
                        if (point.equals("tell")) {
                            throw new Killed();
                        }
                    }));

            intake.usual().take(hint, event -> told.add((VideoIngested) event));

            assertThat(told).as(point).isNotEmpty();
            assertThat(told.stream().distinct()).as(point).hasSize(1);
            assertThat(receipt(hint)).as(point).contains(told.getFirst().videoId());
        }
    }

    @Test
    void whatWasGivenUpIsNotLookedForAndIsTakenWhenItIsPutBack() {
        ObjectHint hint = intake.drop("japan/A/given-up.mkv", film(9));
        intake.usual().giveUp(hint);
        assertThat(intake.receipts.all())
                .contains(ObjectId.of(intake.object(hint).origin()));

        assertThat(intake.ingested(hint).facts().packets()).isEqualTo(9);

        intake.usual().giveUp(hint);
        assertThat(intake.keys(Intake.ARTIFACTS, "receipts/given-up/"))
                .containsOnlyOnce(
                        ArtifactKeys.givenUp(ObjectId.of(intake.object(hint).origin())));
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void aFilmThatIsTooLargeForACopyInsideTheStoreIsPutFromWhatWasRead() {
        byte[] film = film(10);
        ObjectHint hint = intake.drop("x/y/large.mkv", film);
        IntakeLimits limits = new IntakeLimits(10L << 30, USUAL);

        intake.with(sayingItIsLarge(), intake.reader, limits).take(hint, intake.told::add);

        VideoIngested told = (VideoIngested) intake.only();
        assertThat(told.source().size()).isEqualTo(film.length);
        Path copy = folder.resolve("copy-" + SEED.incrementAndGet());
        intake.store.get(told.source(), copy);
        assertThat(copy).hasBinaryContent(film);
    }

    /// The store, with objects of 6 GiB, which it does not copy.
    private static ArtifactStore sayingItIsLarge() {
        return (ArtifactStore) Proxy.newProxyInstance(
                ArtifactStore.class.getClassLoader(),
                new Class<?>[] {ArtifactStore.class},
                (proxy, called, arguments) -> {
                    if (called.getName().equals("copy")) {
                        throw new AssertionError("S3 copies 5 GiB at most");
                    }
                    Object answer;
                    try {
                        answer = called.invoke(intake.store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    return called.getName().equals("stat")
                            ? ((Optional<?>) answer)
                                    .map(StoredObject.class::cast)
                                    .map(FilmIntakeTest::large)
                            : answer;
                });
    }

    private static StoredObject large(StoredObject object) {
        return new StoredObject(
                object.bucket(),
                object.key(),
                object.etag(),
                6L << 30,
                object.mediaType(),
                object.lastModified(),
                object.metadata());
    }

    /// The store, with something that happens before the first calls of a method.
    private static ArtifactStore before(String method, int times, Runnable happens) {
        AtomicInteger left = new AtomicInteger(times);
        return (ArtifactStore) Proxy.newProxyInstance(
                ArtifactStore.class.getClassLoader(),
                new Class<?>[] {ArtifactStore.class},
                (proxy, called, arguments) -> {
                    if (called.getName().equals(method) && left.getAndDecrement() > 0) {
                        happens.run();
                    }
                    try {
                        return called.invoke(intake.store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static byte[] film(int frames) {
        return HandMadeFilm.ofGreys(64, 48, frames, SEED.incrementAndGet()).bytes();
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

    private static IntakeLimits usual() {
        return new IntakeLimits(10 << 20, USUAL);
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

    private static String receipt(ObjectHint hint) {
        String key = ArtifactKeys.receipt(ObjectId.of(intake.object(hint).origin()));
        return new String(intake.store.find(Intake.ARTIFACTS, key, 10_000).orElseThrow(), UTF_8);
    }
}
