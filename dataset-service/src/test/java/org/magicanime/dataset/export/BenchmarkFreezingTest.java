package org.magicanime.dataset.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Rational;
import org.magicanime.dataset.domain.ManifestReader;
import org.magicanime.dataset.domain.ManifestRow;
import org.magicanime.dataset.domain.benchmark.BenchmarkRules;
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
    private static final BenchmarkRules RULES = new BenchmarkRules(0, 6, 20, 1);

    @TempDir
    static Path folder;

    private static EmbeddedStore server;
    private static MinioArtifactStore store;
    private static ManifestReader manifest;

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
        ManifestRow row = new ManifestRow(
                "image-to-video",
                clipId,
                VIDEO,
                clipId,
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
                null,
                List.of(),
                Map.of("clip", clip, "first-frame", first),
                List.of(new ManifestRow.StageRun("segment", HASH, null)));
        manifest = consumer -> consumer.accept(row);
    }

    @AfterAll
    static void stop() throws Exception {
        store.close();
        server.close();
    }

    private static BenchmarkFreezing freezing() {
        return new BenchmarkFreezing(manifest, store, "artifacts", "datasets");
    }

    @Test
    void aClipBecomesACaseWithItsFilesAndFrozenAgainItIsTheSame() throws Exception {
        BenchmarkFrozen frozen = freezing().freeze("bench-1", RULES);

        assertThat(frozen.motionCases()).isEqualTo(1);
        Benchmark benchmark = EventJson.read(bytes(frozen.benchmark()), Benchmark.class);
        BenchmarkCase only = benchmark.cases().getFirst();
        assertThat(only.tasks()).containsExactly(BenchmarkTask.IMAGE_TO_VIDEO, BenchmarkTask.FRAME_INTERPOLATION);
        assertThat(only.files()).containsOnlyKeys("reference.png", "last.png", "truth.mp4");
        assertThat(only.measured())
                .containsEntry("complexity", 8 * 4000.0 / (DRAWN.width() * DRAWN.height()))
                .containsKey("motion");
        assertThat(benchmark.shortfalls()).containsEntry("motion/american/medium", 1);
        String id = only.caseId() + "/";
        assertThat(entries(frozen.inputs())).containsExactly(id + "case.json", id + "last.png", id + "reference.png");
        assertThat(entries(frozen.withTruth())).contains(id + "truth.mp4").hasSize(4);
        assertThat(freezing().freeze("bench-1", RULES)).isEqualTo(frozen);
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

    private static byte[] bytes(ArtifactRef ref) {
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
