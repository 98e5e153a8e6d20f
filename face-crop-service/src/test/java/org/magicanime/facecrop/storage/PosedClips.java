package org.magicanime.facecrop.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
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
import org.magicanime.testkit.drawn.CharacterTruth;
import org.magicanime.testkit.drawn.DrawnKeypoints;
import org.magicanime.testkit.drawn.Scene;
import org.magicanime.video.CutClip;
import org.magicanime.video.CutOptions;
import org.magicanime.video.cut.Cutting;
import org.magicanime.video.encode.FilmFormat;
import org.magicanime.video.encode.FilmFormat.SoundFormat;
import org.magicanime.video.encode.FilmWriter;

/// Drawn clips in a store, with the files that the stages before face-crop make of them: the pictures, the sound, and
/// where the first character's joints were drawn. One pose span has all of a clip.
public final class PosedClips implements AutoCloseable {
    public static final String BUCKET = "artifacts";
    static final String VIDEO = "0123456789abcdef";
    static final int WIDTH = 640;
    static final int HEIGHT = 360;
    static final int SOUND_RATE = 48_000;
    static final int FRAMES_PER_SECOND = 24;

    private static final String POSED_WITH = "00000000000000bb";

    private final Path folder;
    private final MinioArtifactStore client;
    private long nextFrame = 100;

    /// Paints something over a picture.
    interface Paint {
        Paint NOTHING = (picture, truth, frame) -> {};

        void over(BufferedImage picture, CharacterTruth truth, long frame);
    }

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
        return new Cartoon(List.of(scenes), WIDTH, HEIGHT, FRAMES_PER_SECOND);
    }

    /// A clip in which no pose was found.
    public ClipPosed withoutSpans() {
        FrameSpan span = new FrameSpan(nextFrame, nextFrame + 20);
        nextFrame = span.end();
        return event(span, null, null, List.of());
    }

    /// A clip that is one pose span.
    public ClipPosed posed(Cartoon cartoon) throws IOException {
        return posed(cartoon, Paint.NOTHING);
    }

    ClipPosed posed(Cartoon cartoon, Paint paint) throws IOException {
        FrameSpan span = new FrameSpan(nextFrame, nextFrame + cartoon.frames());
        nextFrame = span.end();
        String spanId = ClipId.of(VIDEO, span);
        CutClip clip = cut(cartoon, paint, spanId);
        int frames = Math.toIntExact(cartoon.frames());
        List<Map<String, Object>> quality = new ArrayList<>();
        List<Map<String, Object>> times = new ArrayList<>();
        for (int frame = 0; frame < frames; frame++) {
            quality.add(Map.of("number", span.first() + frame, "held", false, "bridged", false));
            times.add(Map.of("number", span.first() + frame, "ticks", span.first() + frame));
        }
        Path npy = folder.resolve(spanId + ".npy");
        NumpyFile.write(
                new FloatArray(
                        List.of(frames, CharacterTruth.POINTS, DrawnKeypoints.VALUES), DrawnKeypoints.of(cartoon)),
                npy);
        ArtifactRef any = put(spanId, "keypoints.json", "{}".getBytes(UTF_8));
        return event(
                span,
                put(spanId, "sound.flac", Files.readAllBytes(clip.sound())),
                put(
                        spanId,
                        "frames.json",
                        EventJson.write(Map.of(
                                "span",
                                span,
                                "timeBase",
                                new Rational(1, FRAMES_PER_SECOND),
                                "frames",
                                times,
                                "soundPlace",
                                Map.of(
                                        "rate",
                                        SOUND_RATE,
                                        "first",
                                        span.first() * SOUND_RATE / FRAMES_PER_SECOND,
                                        "samples",
                                        clip.samples())))),
                List.of(new PoseSpan(
                        spanId,
                        span,
                        Framing.UPPER_BODY,
                        put(spanId, "clip.mp4", Files.readAllBytes(clip.clip())),
                        any,
                        put(spanId, "keypoints-raw.npy", Files.readAllBytes(npy)),
                        any,
                        any,
                        any,
                        put(spanId, "quality.json", EventJson.write(Map.of("spanId", spanId, "frames", quality))),
                        List.of())));
    }

    private CutClip cut(Cartoon cartoon, Paint paint, String spanId) {
        Path film = folder.resolve(spanId + "-film.mp4");
        try (FilmWriter writer = new FilmWriter(
                film, FilmFormat.h264(WIDTH, HEIGHT, FRAMES_PER_SECOND).withSound(SoundFormat.AAC_STEREO))) {
            for (long frame = 0; frame < cartoon.frames(); frame++) {
                BufferedImage picture = cartoon.picture(frame);
                paint.over(picture, cartoon.truth(frame).characters().getFirst(), frame);
                writer.frame(picture.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH));
                writer.sound(Cartoon.stereo(cartoon.sound(frame, SOUND_RATE)));
            }
            writer.finish();
        }
        List<CutClip> cut = new ArrayList<>();
        Cutting.cut(
                film,
                List.of(new FrameSpan(0, cartoon.frames())),
                CutOptions.DEFAULT,
                folder.resolve(spanId),
                1,
                cut::add);
        return cut.getFirst();
    }

    private ClipPosed event(
            FrameSpan span, @Nullable ArtifactRef sound, @Nullable ArtifactRef frames, List<PoseSpan> spans) {
        String clipId = ClipId.of(VIDEO, span);
        return new ClipPosed(
                VIDEO,
                clipId,
                span,
                WIDTH,
                HEIGHT,
                new Rational(FRAMES_PER_SECOND, 1),
                new Labels(Style.JAPAN, "drawn", null, null),
                "00000000000000aa",
                POSED_WITH,
                Map.of(),
                null,
                sound,
                frames,
                spans,
                0,
                put(clipId, "poses.json", "{}".getBytes(UTF_8)));
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
        client.close();
    }
}
