package org.magicanime.keypoint.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.KnownStore;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Labels;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.Style;
import org.magicanime.testkit.BucketNotifications;
import org.magicanime.testkit.EmbeddedStore;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.Scene;

/// A real store on a folder, and drawn clips put into it as the segment stage does.
final class DrawnClips implements AutoCloseable {
    static final String BUCKET = "artifacts";
    static final String CUT_WITH = "00000000000000aa";
    static final String VIDEO = "0123456789abcdef";
    static final int WIDTH = 640;
    static final int HEIGHT = 360;

    private final Path folder;
    private final EmbeddedStore server;
    private final MinioArtifactStore client;
    private long nextFrame = 100;

    DrawnClips(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        server = EmbeddedStore.start(folder.resolve("store"), 0, "key", "secret-key", BucketNotifications.NONE);
        client = MinioArtifactStore.connect(new KnownStore(server.endpoint(), "key", "secret-key"));
        client.ensureBucket(BUCKET);
    }

    ArtifactStore store() {
        return client;
    }

    static Cartoon cartoon(Scene... scenes) {
        return new Cartoon(List.of(scenes), WIDTH, HEIGHT, 24);
    }

    ClipCut cut(Cartoon cartoon) {
        FrameSpan span = new FrameSpan(nextFrame, nextFrame + cartoon.frames());
        nextFrame = span.end();
        String clipId = ClipId.of(VIDEO, span);
        Path file = folder.resolve(clipId + ".mp4");
        cartoon.write(file);
        ArtifactRef clip = client.put(
                        BUCKET, ArtifactKeys.ofClip(clipId, "segment", CUT_WITH, "clip.mp4"), file, "video/mp4")
                .ref();
        return new ClipCut(
                VIDEO,
                clipId,
                span,
                WIDTH,
                HEIGHT,
                new Rational(24, 1),
                new Labels(Style.JAPAN, "drawn", null, null),
                CUT_WITH,
                clip,
                null,
                clip,
                clip,
                List.of());
    }

    Path fetch(ArtifactRef ref, String name) {
        Path file = folder.resolve(name);
        client.get(ref, file);
        return file;
    }

    @Override
    public void close() throws Exception {
        client.close();
        server.close();
    }
}
