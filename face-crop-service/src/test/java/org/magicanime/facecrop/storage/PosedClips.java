package org.magicanime.facecrop.storage;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.KnownStore;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Framing;
import org.magicanime.contracts.Labels;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.Style;
import org.magicanime.numpy.FloatArray;
import org.magicanime.numpy.NumpyFile;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.Scene;

/// Drawn clips in a store, with the files that the stages before face-crop make of them: the pictures, and
/// the face mesh of the starter models in each. One pose span has all of a clip.
public final class PosedClips implements AutoCloseable {
    public static final String BUCKET = "artifacts";
    static final String VIDEO = "0123456789abcdef";
    static final int WIDTH = 640;
    static final int HEIGHT = 360;

    private static final String POSED_WITH = "00000000000000bb";
    private static final int FACE = 23;
    private static final int POINTS = 133;

    private final Path folder;
    private final MinioArtifactStore client;
    private final DrawnFaceMesh mesh = new DrawnFaceMesh();
    private long nextFrame = 100;

    /// @param store that is there, with the bucket
    public PosedClips(KnownStore store, Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.client = MinioArtifactStore.connect(store);
        client.ensureBucket(BUCKET);
    }

    ArtifactStore store() {
        return client;
    }

    public static Cartoon cartoon(Scene... scenes) {
        return new Cartoon(List.of(scenes), WIDTH, HEIGHT, 24);
    }

    /// A clip in which no pose was found.
    public ClipPosed withoutSpans() throws IOException {
        FrameSpan span = new FrameSpan(nextFrame, nextFrame + 20);
        nextFrame = span.end();
        return event(span, List.of());
    }

    /// A clip that is one pose span.
    public ClipPosed posed(Cartoon cartoon) throws IOException {
        FrameSpan span = new FrameSpan(nextFrame, nextFrame + cartoon.frames());
        nextFrame = span.end();
        String spanId = ClipId.of(VIDEO, span);
        Path clip = folder.resolve(spanId + ".mp4");
        cartoon.write(clip);
        int frames = Math.toIntExact(cartoon.frames());
        float[] points = new float[frames * POINTS * 3];
        List<Map<String, Object>> quality = new ArrayList<>();
        for (int frame = 0; frame < frames; frame++) {
            BufferedImage picture = cartoon.picture(frame);
            DrawnFaceMesh.Found face =
                    mesh.find(picture, cartoon.truth(frame).characters().getFirst());
            face.writeTo(points, (frame * POINTS + FACE) * 3);
            quality.add(Map.of(
                    "number",
                    span.first() + frame,
                    "held",
                    false,
                    "bridged",
                    false,
                    "measures",
                    Map.of("faceScore", face.score(), "bodyScore", 1.0)));
        }
        Path npy = folder.resolve(spanId + ".npy");
        NumpyFile.write(new FloatArray(List.of(frames, POINTS, 3), points), npy);
        ArtifactRef any = put(spanId, "keypoints.json", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return event(
                span,
                List.of(new PoseSpan(
                        spanId,
                        span,
                        Framing.UPPER_BODY,
                        put(spanId, "clip.mp4", Files.readAllBytes(clip)),
                        any,
                        put(spanId, "keypoints-raw.npy", Files.readAllBytes(npy)),
                        any,
                        any,
                        any,
                        put(spanId, "quality.json", EventJson.write(Map.of("spanId", spanId, "frames", quality))),
                        List.of())));
    }

    private ClipPosed event(FrameSpan span, List<PoseSpan> spans) {
        String clipId = ClipId.of(VIDEO, span);
        return new ClipPosed(
                VIDEO,
                clipId,
                span,
                WIDTH,
                HEIGHT,
                new Rational(24, 1),
                new Labels(Style.JAPAN, "drawn", null, null),
                "00000000000000aa",
                POSED_WITH,
                Map.of(),
                null,
                null,
                spans,
                0,
                put(clipId, "poses.json", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private ArtifactRef put(String id, String name, byte[] bytes) {
        return client.put(
                        BUCKET,
                        ArtifactKeys.ofClip(id, "keypoint", POSED_WITH, name),
                        bytes,
                        "application/octet-stream")
                .ref();
    }

    Path fetch(ArtifactRef ref, String name) {
        Path file = folder.resolve(name);
        client.get(ref, file);
        return file;
    }

    @Override
    public void close() throws Exception {
        mesh.close();
        client.close();
    }
}
