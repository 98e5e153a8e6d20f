package org.magicanime.dataset.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.artifact.KnownStore;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Benchmark;
import org.magicanime.contracts.BenchmarkCase;
import org.magicanime.contracts.BenchmarkFrozen;
import org.magicanime.contracts.BenchmarkTask;
import org.magicanime.contracts.Bound;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.Difficulty;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Measure;
import org.magicanime.contracts.Rational;
import org.magicanime.dataset.domain.ManifestReader;
import org.magicanime.dataset.domain.ManifestRow;
import org.magicanime.dataset.domain.benchmark.BenchmarkRules;
import org.magicanime.dataset.domain.benchmark.Candidate;
import org.magicanime.dataset.domain.benchmark.Selection;
import org.magicanime.dataset.domain.benchmark.Selection.Stratum;
import org.magicanime.dataset.media.DrawnSpeech;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.BucketNotifications;
import org.magicanime.testkit.DrawnFilm;
import org.magicanime.testkit.EmbeddedStore;

/// One clip becomes one case, in a real store.
class BenchmarkFreezingTest {
    private static final String VIDEO = "00112233aabbccdd";
    private static final String HASH = "0123456789abcdef";
    private static final DrawnFilm DRAWN = DrawnFilm.standard(1);
    private static final FrameSpan SPAN = new FrameSpan(0, DRAWN.frames());
    private static final Measure FACE = new Measure("face.score", 0.9, 0.5, Bound.AT_LEAST);
    private static final BenchmarkRules RULES = new BenchmarkRules(0, 6, 20, 1);

    @TempDir
    static Path folder;

    private static EmbeddedStore server;
    private static MinioArtifactStore store;
    private static ManifestReader manifest;
    private static ManifestRow whole;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedStore.start(folder.resolve("store"), 0, "key", "secret-key", BucketNotifications.NONE);
        store = MinioArtifactStore.connect(new KnownStore(server.endpoint(), "key", "secret-key"));
        store.ensureBucket("artifacts");
        Path film = folder.resolve("film.mp4");
        DRAWN.write(film);
        String clipId = ClipId.of(VIDEO, SPAN);
        ArtifactRef clip = store.put(
                        "artifacts", ArtifactKeys.ofClip(clipId, "segment", HASH, "clip.mp4"), film, "video/mp4")
                .ref();
        ArtifactRef first = store.put(
                        "artifacts",
                        ArtifactKeys.ofClip(clipId, "segment", HASH, "first.png"),
                        new byte[4000],
                        "image/png")
                .ref();
        store.put(
                "artifacts",
                ArtifactKeys.ofVideo(VIDEO, HASH, "segments.json"),
                "{\"shots\":[{\"first\":0,\"end\":%d}]}".formatted(SPAN.end()).getBytes(UTF_8),
                "application/json");
        ArtifactRef speech = speech(clipId);
        ArtifactRef landmarks = put(clipId, "landmarks.npy", new byte[100], "application/octet-stream");
        ArtifactRef crop = put(clipId, "crop.json", "{}".getBytes(UTF_8), "application/json");
        Map<String, ArtifactRef> ofFace = Map.of("clip", clip, "landmarks", landmarks, "crop", crop);
        whole = row("image-to-video", clipId, "A room.", List.of(), Map.of("clip", clip, "first-frame", first));
        List<ManifestRow> rows = List.of(
                whole,
                row("face-reenactment", clipId + "-0", null, List.of(FACE), ofFace),
                row("audio-driven", clipId + "-0", null, List.of(), Map.of("speech", speech)));
        manifest = rows::forEach;
    }

    private static ArtifactRef speech(String clipId) throws Exception {
        Path mp3 = folder.resolve("speech.mp3");
        DrawnSpeech.write(120, mp3);
        return put(clipId, "speech.mp3", Files.readAllBytes(mp3), "audio/mpeg");
    }

    private static ArtifactRef put(String clipId, String name, byte[] content, String mediaType) {
        return store.put("artifacts", ArtifactKeys.ofClip(clipId, "segment", HASH, name), content, mediaType)
                .ref();
    }

    private static ManifestRow row(
            String subset,
            String itemId,
            @Nullable String caption,
            List<Measure> measures,
            Map<String, ArtifactRef> artifacts) {
        return new ManifestRow(
                subset,
                itemId,
                VIDEO,
                ClipId.of(VIDEO, SPAN),
                "japan",
                "drawn",
                null,
                null,
                SPAN,
                SPAN.frames(),
                24.0,
                new Rational(24, 1),
                DRAWN.width(),
                DRAWN.height(),
                null,
                null,
                null,
                caption,
                null,
                null,
                measures,
                artifacts,
                List.of(new ManifestRow.StageRun("segment", HASH, null)));
    }

    @AfterAll
    static void stop() throws Exception {
        store.close();
        server.close();
    }

    private static Freezer freezing() {
        return freezing(manifest);
    }

    private static Freezer freezing(ManifestReader of) {
        return new Freezer(of);
    }

    /// Freezes what is proposed of a manifest.
    private record Freezer(ManifestReader of) {
        BenchmarkFrozen freeze(String name, BenchmarkRules rules) {
            return new BenchmarkFreezing(store, "datasets")
                    .freeze(name, proposing(of).propose(rules));
        }
    }

    private static BenchmarkProposing proposing(ManifestReader of) {
        return new BenchmarkProposing(of, store, "artifacts");
    }

    @Test
    void aClipBecomesACaseWithItsFilesAndFrozenAgainItIsTheSame() throws Exception {
        BenchmarkFrozen frozen = freezing().freeze("bench-1", RULES);

        assertThat(frozen.motionCases()).isEqualTo(1);
        Benchmark benchmark = EventJson.read(bytes(frozen.benchmark()), Benchmark.class);
        BenchmarkCase only = benchmark.cases().getFirst();
        assertThat(only.tasks()).containsExactly(BenchmarkTask.IMAGE_TO_VIDEO, BenchmarkTask.FRAME_INTERPOLATION);
        assertThat(only.files()).containsOnlyKeys("prompt.txt", "reference.png", "last.png", "truth.mp4");
        assertThat(bytes(only.files().get(BenchmarkCase.PROMPT)))
                .asString(UTF_8)
                .isEqualTo("A room.\n");
        assertThat(only.measured())
                .containsEntry("complexity", 8 * 4000.0 / (DRAWN.width() * DRAWN.height()))
                .containsKey("motion");
        assertThat(benchmark.shortfalls()).containsEntry("motion/american/medium", 1);
        String id = only.caseId() + "/";
        assertThat(entries(frozen.inputs()))
                .containsExactly(id + "case.json", id + "last.png", id + "prompt.txt", id + "reference.png");
        assertThat(entries(frozen.withTruth())).contains(id + "truth.mp4").hasSize(5);
        assertThat(freezing().freeze("bench-1", RULES)).isEqualTo(frozen);
    }

    @Test
    void whatPeopleSaidIsNamedAmongTheRulesAndMakesAnotherBenchmark() throws Exception {
        BenchmarkFrozen plain = freezing().freeze("bench-8", RULES);
        ManifestRow wanted = said(whole, "hard", "preferred");

        BenchmarkFrozen frozen =
                freezing(each -> each.accept(wanted)).freeze("bench-9", new BenchmarkRules(0, 18, 20, 1));

        Benchmark benchmark = EventJson.read(bytes(frozen.benchmark()), Benchmark.class);
        assertThat(benchmark.cases())
                .singleElement()
                .satisfies(each -> assertThat(each.difficulty()).isEqualTo(Difficulty.HARD));
        assertThat(benchmark.rules())
                .containsEntry("graded", whole.itemId() + " hard")
                .containsEntry("preferred", whole.itemId());
        assertThat(EventJson.read(bytes(plain.benchmark()), Benchmark.class).rules())
                .doesNotContainKeys("graded", "preferred", "excluded");
        assertThatExceptionOfType(VersionTakenException.class)
                .isThrownBy(() -> freezing(each -> each.accept(wanted)).freeze("bench-8", RULES));
    }

    @Test
    void whatAPersonSaidOfSpeechCountsForItsFaceAndOfAClipForItsSpan() throws Exception {
        List<ManifestRow> rows = new ArrayList<>();
        manifest.read(row -> rows.add(
                row.subset().equals("audio-driven")
                        ? said(row, "easy", null)
                        : said(row, null, row == whole ? "excluded" : null)));

        Selection faces = proposing(rows::forEach)
                .propose(new BenchmarkRules(60, 0, 20, 1))
                .selection();
        assertThat(faces.cases())
                .singleElement()
                .satisfies(each -> assertThat(each.difficulty()).isEqualTo(Difficulty.EASY));

        Map<String, ArtifactRef> files = new TreeMap<>(whole.artifacts());
        rows.add(row("pose-driven", whole.itemId() + "-0", null, List.of(), files));
        Selection motions = proposing(rows::forEach)
                .propose(new BenchmarkRules(0, 60, 20, 1))
                .selection();
        assertThat(motions.cases()).isEmpty();
        assertThat(motions.strata())
                .flatExtracting(Stratum::passedOver)
                .extracting(Candidate::id)
                .containsExactly(whole.itemId() + "-0");
    }

    private static ManifestRow said(ManifestRow row, @Nullable String difficulty, @Nullable String benchmark) {
        return new ManifestRow(
                row.subset(),
                row.itemId(),
                row.videoId(),
                row.clipId(),
                row.style(),
                row.title(),
                row.source(),
                row.licence(),
                row.span(),
                row.frames(),
                row.fps(),
                row.frameRate(),
                row.width(),
                row.height(),
                row.framing(),
                row.characterId(),
                row.characterConfidence(),
                row.caption(),
                difficulty,
                benchmark,
                row.measures(),
                row.artifacts(),
                row.stages());
    }

    @Test
    void aFaceThatSpeaksHasItsSpeechAndBothVariantsOfIt() throws Exception {
        BenchmarkFrozen frozen = freezing().freeze("bench-4", new BenchmarkRules(12, 0, 20, 1));

        BenchmarkCase only = EventJson.read(bytes(frozen.benchmark()), Benchmark.class)
                .cases()
                .getFirst();
        assertThat(only.tasks()).containsExactly(BenchmarkTask.AUDIO_DRIVEN, BenchmarkTask.FACE_REENACTMENT);
        assertThat(only.files())
                .containsOnlyKeys(
                        "driving/changed-tone.mp3",
                        "driving/changed-tone16k.wav",
                        "driving/crop.json",
                        "driving/landmarks.npy",
                        "driving/random-voice.mp3",
                        "driving/random-voice16k.wav",
                        "driving/speech.mp3",
                        "driving/speech16k.wav",
                        "reference.png",
                        "truth.mp4");
        assertThat(entries(frozen.inputs())).contains(only.caseId() + "/driving/random-voice16k.wav");
        assertThat(freezing().freeze("bench-4", new BenchmarkRules(12, 0, 20, 1)))
                .isEqualTo(frozen);
    }

    @Test
    void keyPointsAreThereAsEstimatedAndAsAPersonCorrectedThem() throws Exception {
        Map<String, ArtifactRef> files = new TreeMap<>(whole.artifacts());
        for (String role : List.of("keypoints", "annotation", "pose-video")) {
            files.put(role, file(role, role));
        }
        BenchmarkFrozen estimated = freezing(withSpan(files)).freeze("bench-5", RULES);
        files.put("keypoints-corrected", file("corrected", "corrected"));
        files.put("keypoints-provenance", file("provenance", "provenance"));

        assertThatThrownBy(() -> freezing(withSpan(files)).freeze("bench-5", RULES))
                .as("what was corrected since makes another benchmark")
                .isInstanceOf(VersionTakenException.class);
        BenchmarkFrozen both = freezing(withSpan(files)).freeze("bench-6", RULES);

        BenchmarkCase only =
                EventJson.read(bytes(both.benchmark()), Benchmark.class).cases().getFirst();
        assertThat(only.tasks()).contains(BenchmarkTask.POSE_DRIVEN);
        assertThat(bytes(only.files().get("driving/keypoints.npy")))
                .asString(UTF_8)
                .isEqualTo("keypoints");
        assertThat(bytes(only.files().get("driving/keypoints-corrected.npy")))
                .asString(UTF_8)
                .isEqualTo("corrected");
        String driving = only.caseId() + "/driving/";
        assertThat(entries(both.inputs()))
                .contains(
                        driving + "keypoints.npy",
                        driving + "keypoints-corrected.npy",
                        driving + "keypoints-provenance.json");
        assertThat(entries(estimated.inputs()))
                .contains(driving + "keypoints.npy")
                .doesNotContain(driving + "keypoints-corrected.npy");
    }

    private static ManifestReader withSpan(Map<String, ArtifactRef> files) {
        return consumer -> {
            consumer.accept(whole);
            consumer.accept(row("pose-driven", whole.itemId(), null, List.of(), files));
        };
    }

    private static ArtifactRef file(String name, String content) {
        return put(whole.clipId(), name + ".npy", content.getBytes(UTF_8), "application/octet-stream");
    }

    @Test
    void anotherBenchmarkUnderTheNameIsRefused() {
        freezing().freeze("bench-2", RULES);

        assertThatThrownBy(() -> freezing().freeze("bench-2", new BenchmarkRules(0, 6, 20, 2)))
                .isInstanceOf(VersionTakenException.class)
                .hasMessageContaining("bench-2");
    }

    @Test
    void withoutACaseThereIsNoBenchmark() {
        assertThatThrownBy(() -> freezing().freeze("bench-3", new BenchmarkRules(0, 0, 20, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("benchmark propose");
    }

    private static byte[] bytes(@Nullable ArtifactRef ref) {
        Objects.requireNonNull(ref);
        return store.find(ref.bucket(), ref.key(), 1 << 26).orElseThrow();
    }

    private static List<String> entries(ArtifactRef archive) throws Exception {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes(archive)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
