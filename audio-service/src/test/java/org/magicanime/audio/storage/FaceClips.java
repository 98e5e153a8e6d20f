package org.magicanime.audio.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.KnownStore;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FaceId;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Labels;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.Style;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.Scene;
import org.magicanime.video.sound.SoundWriter;

/// Face clips in a store, with the files that the stage before makes of them: drawn pictures, the drawn
/// mouth's opening, and any sound.
public final class FaceClips implements AutoCloseable {
    public static final String BUCKET = "artifacts";
    public static final int RATE = 48_000;

    static final String VIDEO = "0123456789abcdef";

    private static final int SIDE = 512;
    private static final String CROPPED_WITH = "00000000000000cc";

    private final Path folder;
    private final MinioArtifactStore client;
    private long nextFrame = 100;

    /// @param store that is there, with the bucket
    public FaceClips(KnownStore store, Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.client = MinioArtifactStore.connect(store);
        client.ensureBucket(BUCKET);
    }

    ArtifactStore store() {
        return client;
    }

    /// As the face in it is shown.
    public static Cartoon cartoon(Scene scene) {
        return new Cartoon(List.of(scene), SIDE, SIDE, 24);
    }

    /// The sound of a cartoon at 48 kHz.
    public static float[] sound(Cartoon cartoon) {
        float[] samples = new float[Math.toIntExact(cartoon.frames() * RATE / 24)];
        int at = 0;
        for (long frame = 0; frame < cartoon.frames(); frame++) {
            float[] part = cartoon.sound(frame, RATE);
            System.arraycopy(part, 0, samples, at, part.length);
            at += part.length;
        }
        return samples;
    }

    /// How far the first character's mouth is open in each frame.
    public static double[] mouth(Cartoon cartoon) {
        double[] openings = new double[Math.toIntExact(cartoon.frames())];
        for (int frame = 0; frame < openings.length; frame++) {
            openings[frame] = cartoon.truth(frame).characters().getFirst().mouthOpening();
        }
        return openings;
    }

    /// A clip with one face clip that is all of it, with the sound and the mouth of a cartoon.
    public FacesCropped cropped(Cartoon cartoon) throws IOException {
        return cropped(cartoon, mouth(cartoon), flac(sound(cartoon), RATE));
    }

    /// Likewise, with another mouth and sound.
    ///
    /// @param sound a FLAC file; none if it is absent
    public FacesCropped cropped(Cartoon cartoon, double[] mouth, @Nullable Path sound) throws IOException {
        FrameSpan span = new FrameSpan(nextFrame, nextFrame + cartoon.frames());
        nextFrame = span.end();
        String faceId = FaceId.of(ClipId.of(VIDEO, span), 0);
        Path face = folder.resolve(faceId + ".mp4");
        cartoon.write(face);
        List<Map<String, Object>> openings = new ArrayList<>();
        for (int frame = 0; frame < mouth.length; frame++) {
            openings.add(
                    Map.of("number", span.first() + frame, "opening", mouth[frame], "width", 30.5, "certain", true));
        }
        ArtifactRef any = put(faceId, "crop.json", "{}".getBytes(UTF_8));
        return event(
                span,
                List.of(new FaceClip(
                        faceId,
                        span,
                        put(faceId, "face.mp4", Files.readAllBytes(face)),
                        any,
                        any,
                        any,
                        any,
                        put(faceId, "mouth.json", EventJson.write(Map.of("faceId", faceId, "frames", openings))),
                        sound == null ? null : put(faceId, "sound.flac", Files.readAllBytes(sound)),
                        any,
                        List.of(),
                        null)));
    }

    /// A clip in which no face was found.
    public FacesCropped withoutFaces() {
        FrameSpan span = new FrameSpan(nextFrame, nextFrame + 20);
        nextFrame = span.end();
        return event(span, List.of());
    }

    public Path flac(float[] samples, int rate) throws IOException {
        Path file = Files.createTempFile(folder, "sound", ".flac");
        SoundWriter.flac(samples, rate, file);
        return file;
    }

    private FacesCropped event(FrameSpan span, List<FaceClip> faces) {
        String clipId = ClipId.of(VIDEO, span);
        return new FacesCropped(
                VIDEO,
                clipId,
                span,
                new Rational(24, 1),
                new Labels(Style.JAPAN, "drawn", null, null),
                "00000000000000aa",
                "00000000000000bb",
                CROPPED_WITH,
                Map.of(),
                faces.stream().map(FaceClip::span).toList(),
                faces,
                0,
                client.put(
                                BUCKET,
                                ArtifactKeys.ofClip(clipId, "face-crop", CROPPED_WITH, "faces.json"),
                                "{}".getBytes(UTF_8),
                                "application/json")
                        .ref());
    }

    private ArtifactRef put(String faceId, String name, byte[] bytes) {
        return client.put(
                        BUCKET,
                        ArtifactKeys.ofFace(faceId, "face-crop", CROPPED_WITH, name),
                        bytes,
                        "application/octet-stream")
                .ref();
    }

    Path fetch(ArtifactRef ref) throws IOException {
        Path file = Files.createTempDirectory(folder, "fetched")
                .resolve(Path.of(ref.key()).getFileName().toString());
        client.get(ref, file);
        return file;
    }

    @Override
    public void close() throws Exception {
        client.close();
    }
}
