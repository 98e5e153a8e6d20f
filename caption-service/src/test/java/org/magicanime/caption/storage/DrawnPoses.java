package org.magicanime.caption.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.KnownStore;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Bound;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Framing;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.Labels;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.Style;
import org.magicanime.numpy.FloatArray;
import org.magicanime.numpy.NumpyFile;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.CharacterTruth;
import org.magicanime.testkit.drawn.DrawnKeypoints;
import org.magicanime.testkit.drawn.Scene;

/// Drawn clips in a store, with the files that the stages before make of them and captions rest on: the pictures, and
/// where the first character's joints were drawn. One pose span has all of a clip.
public final class DrawnPoses implements AutoCloseable {
    public static final String BUCKET = "artifacts";
    static final String VIDEO = "0123456789abcdef";

    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final int RATE = 24;
    private static final String POSED_WITH = "00000000000000bb";

    private final Path folder;
    private final MinioArtifactStore client;
    private long nextFrame = 100;

    /// @param store that is there
    public DrawnPoses(KnownStore store, Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.client = MinioArtifactStore.connect(store);
        client.ensureBucket(BUCKET);
    }

    ArtifactStore store() {
        return client;
    }

    /// A clip of one scene with one character, which is one pose span.
    public ClipPosed posed(Scene scene) throws IOException {
        Cartoon cartoon = cartoon(scene);
        FrameSpan span = next(cartoon);
        String id = ClipId.of(VIDEO, span);
        Path npy = folder.resolve(id + ".npy");
        int frames = Math.toIntExact(cartoon.frames());
        NumpyFile.write(
                new FloatArray(
                        List.of(frames, CharacterTruth.POINTS, DrawnKeypoints.VALUES), DrawnKeypoints.of(cartoon)),
                npy);
        ArtifactRef clip = clip(cartoon, id);
        ArtifactRef any = put(id, "keypoints.json", "{}".getBytes(UTF_8));
        PoseSpan whole = new PoseSpan(
                id,
                span,
                Framing.FULL_BODY,
                clip,
                put(id, "keypoints.npy", Files.readAllBytes(npy)),
                any,
                any,
                any,
                any,
                any,
                List.of());
        return event(span, clip, List.of(whole), List.of());
    }

    /// A clip in which two characters were counted in each frame.
    public ClipPosed crowded(Scene scene) throws IOException {
        Cartoon cartoon = cartoon(scene);
        FrameSpan span = next(cartoon);
        String id = ClipId.of(VIDEO, span);
        ItemRejected rejected = new ItemRejected(
                id,
                "keypoint",
                "several-characters",
                "more than one character is seen",
                VIDEO,
                span,
                null,
                2.0,
                1.0,
                "pose.characters",
                Bound.AT_MOST,
                POSED_WITH,
                Map.of());
        return event(span, clip(cartoon, id), List.of(), List.of(rejected));
    }

    private static Cartoon cartoon(Scene scene) {
        return new Cartoon(List.of(scene), WIDTH, HEIGHT, RATE);
    }

    private FrameSpan next(Cartoon cartoon) {
        FrameSpan span = new FrameSpan(nextFrame, nextFrame + cartoon.frames());
        nextFrame = span.end();
        return span;
    }

    private ArtifactRef clip(Cartoon cartoon, String id) throws IOException {
        Path file = folder.resolve(id + ".mp4");
        cartoon.write(file);
        return put(id, "clip.mp4", Files.readAllBytes(file));
    }

    private ClipPosed event(
            FrameSpan span, @Nullable ArtifactRef clip, List<PoseSpan> spans, List<ItemRejected> rejections) {
        String clipId = ClipId.of(VIDEO, span);
        return new ClipPosed(
                VIDEO,
                clipId,
                span,
                WIDTH,
                HEIGHT,
                new Rational(RATE, 1),
                new Labels(Style.JAPAN, "drawn", null, null),
                "00000000000000aa",
                POSED_WITH,
                Map.of(),
                clip,
                null,
                null,
                spans,
                rejections.size(),
                put(clipId, "poses.json", EventJson.write(Map.of("clipId", clipId, "rejections", rejections))));
    }

    private ArtifactRef put(String id, String name, byte[] bytes) {
        return client.put(
                        BUCKET,
                        ArtifactKeys.ofClip(id, "keypoint", POSED_WITH, name),
                        bytes,
                        "application/octet-stream")
                .ref();
    }

    Path fetch(ArtifactRef ref) throws IOException {
        Path file = Files.createTempDirectory(folder, "fetched").resolve("file");
        client.get(ref, file);
        return file;
    }

    @Override
    public void close() throws Exception {
        client.close();
    }
}
