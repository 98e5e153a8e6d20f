package org.magicanime.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.magicanime.artifact.Digest;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Framing;
import org.magicanime.contracts.Labels;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.Style;
import org.magicanime.dataset.domain.ItemKind;
import org.magicanime.dataset.domain.LedgerKey;
import org.magicanime.dataset.storage.PostgresItems;
import org.magicanime.numpy.FloatArray;
import org.magicanime.numpy.NumpyFile;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.DrawnKeypoints;
import org.magicanime.testkit.drawn.StandardCartoon;
import org.magicanime.testkit.numbered.NumberedClip;

/// A pose span of somebody who waves, as if the stages had made it, with key points where they were drawn.
final class DrawnSpan {
    static final String VIDEO = "0000000000d5a9e1";
    static final String PARAMS = "00000000000000aa";
    static final int FRAMES = 24;
    static final int POINTS = 133;
    private static final FrameSpan SPAN = new FrameSpan(500, 500 + FRAMES);
    static final String ID = ClipId.of(VIDEO, SPAN);
    private static final String NPY = "application/octet-stream";

    private final LocalSystem system;
    private final Path folder;
    private final float[] estimated;

    DrawnSpan(LocalSystem system, Path folder) {
        this.system = system;
        this.folder = folder;
        this.estimated = DrawnKeypoints.of(cartoon());
    }

    private static Cartoon cartoon() {
        return new Cartoon(
                List.of(StandardCartoon.wavingThenWalking(FRAMES, 2)),
                StandardCartoon.WIDTH,
                StandardCartoon.HEIGHT,
                StandardCartoon.FRAMES_PER_SECOND);
    }

    /// `[frames, 133, 3]`
    float[] estimated() {
        return estimated.clone();
    }

    static String query() {
        return "stage=keypoint&kind=span&id=" + ID + "&params=" + PARAMS;
    }

    /// What a file of the span in the store has.
    float[] read(ArtifactRef ref) throws IOException {
        try (MinioArtifactStore store = system.store()) {
            Path file = Files.createTempDirectory(folder, "read").resolve("points.npy");
            store.get(ref, file);
            return NumpyFile.read(file).values();
        }
    }

    /// Returns when the ledger has it.
    void tell() throws Exception {
        Path own = Files.createDirectories(folder.resolve("span"));
        Path film = own.resolve("film.mp4");
        cartoon().write(film);
        Path clip = NumberedClip.cut(film, FRAMES, own);
        Path keypoints = own.resolve("keypoints.npy");
        NumpyFile.write(new FloatArray(List.of(FRAMES, POINTS, 3), estimated), keypoints);
        List<Map<String, Long>> times = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            times.add(Map.of("number", SPAN.first() + i, "ticks", (long) i));
        }
        Path frames = Files.write(
                own.resolve("frames.json"),
                EventJson.write(
                        Map.of("timeBase", new Rational(1, StandardCartoon.FRAMES_PER_SECOND), "frames", times)));
        Labels labels = new Labels(Style.JAPAN, "Drawn", null, null);
        Rational rate = new Rational(StandardCartoon.FRAMES_PER_SECOND, 1);
        try (MinioArtifactStore store = system.store()) {
            store.ensureBucket("artifacts");
            ArtifactRef video = put(store, clip, "segment", "video/mp4");
            ArtifactRef list = put(store, frames, "segment", "application/json");
            ArtifactRef points = put(store, keypoints, "keypoint", NPY);
            ClipCut cut = new ClipCut(
                    VIDEO,
                    ID,
                    SPAN,
                    StandardCartoon.WIDTH,
                    StandardCartoon.HEIGHT,
                    rate,
                    labels,
                    PARAMS,
                    video,
                    null,
                    list,
                    list,
                    List.of());
            PoseSpan span = new PoseSpan(
                    ID, SPAN, Framing.FULL_BODY, video, points, points, list, video, video, list, List.of());
            ClipPosed posed = new ClipPosed(
                    VIDEO,
                    ID,
                    SPAN,
                    StandardCartoon.WIDTH,
                    StandardCartoon.HEIGHT,
                    rate,
                    labels,
                    PARAMS,
                    PARAMS,
                    Map.of(),
                    null,
                    null,
                    null,
                    List.of(span),
                    0,
                    list);
            tell(cut, "clip.cut.v1");
            tell(posed, "clip.posed.v1");
        }
        awaitLedger();
    }

    private void tell(PipelineEvent event, String topic) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", system.kafka()), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, event.itemId(), EventJson.write(event)))
                    .get();
        }
    }

    private void awaitLedger() throws Exception {
        PostgresItems items = new PostgresItems(system.ledger().open());
        long end = System.nanoTime() + 120_000_000_000L;
        while (items.find(new LedgerKey("keypoint", ItemKind.SPAN, ID, PARAMS)).isEmpty()
                || items.find(new LedgerKey("segment", ItemKind.CLIP, ID, PARAMS))
                        .isEmpty()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the ledger did not hear of the span");
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static ArtifactRef put(MinioArtifactStore store, Path file, String stage, String type) throws IOException {
        String key = ArtifactKeys.ofClip(ID, stage, PARAMS, file.getFileName().toString());
        store.put("artifacts", key, file, type);
        return new ArtifactRef("artifacts", key, Digest.sha256(file), Files.size(file), type);
    }
}
