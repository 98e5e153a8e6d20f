package org.magicanime.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.FaceId;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.numpy.FloatArray;
import org.magicanime.numpy.NumpyFile;
import org.magicanime.stage.EventJson;

/// A run whose key points and landmarks lie in a store: numbers by chance, as many as its items have frames.
public final class PointedRun {
    public static final int KEYPOINTS = 133;
    public static final int LANDMARKS = 68;

    private static final Pattern POINTS =
            Pattern.compile("\"key\":\"((clips|faces)/([^/\"]+)/[^\"]+/(keypoints|landmarks)\\.npy)\","
                    + "\"sha256\":\"[0-9a-f]{64}\",\"size\":[0-9]+");

    private PointedRun() {}

    public static List<PipelineEvent> of(List<PipelineEvent> run, ArtifactStore store) {
        store.ensureBucket("artifacts");
        return run.stream().map(event -> stored(event, store)).toList();
    }

    private static PipelineEvent stored(PipelineEvent event, ArtifactStore store) {
        String json = new String(EventJson.write(event), UTF_8);
        String other = POINTS.matcher(json).replaceAll(found -> stored(found, store));
        return EventJson.read(other.getBytes(UTF_8), event.getClass());
    }

    private static String stored(MatchResult found, ArtifactStore store) {
        boolean face = found.group(2).equals("faces");
        String spanId = face ? FaceId.spanId(found.group(3)) : found.group(3);
        int frames = (int) ClipId.span(spanId).frames() - (face ? CroppedRun.LEFT_OUT : 0);
        int points = face ? LANDMARKS : KEYPOINTS;
        Random random = new Random(found.group(3).hashCode());
        float[] values = new float[frames * points * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 3 == 2 ? random.nextFloat() : 300 * random.nextFloat();
        }
        ArtifactRef ref = put(store, found.group(1), new FloatArray(List.of(frames, points, 3), values));
        return "\"key\":\"%s\",\"sha256\":\"%s\",\"size\":%d".formatted(ref.key(), ref.sha256(), ref.size());
    }

    /// Keeps points in a store.
    public static ArtifactRef put(ArtifactStore store, String key, FloatArray points) {
        try {
            Path file = Files.createTempFile("points", ".npy");
            NumpyFile.write(points, file);
            ArtifactRef ref = store.put("artifacts", key, file, "application/octet-stream")
                    .ref();
            Files.delete(file);
            return ref;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads them back.
    public static FloatArray read(ArtifactStore store, ArtifactRef ref) {
        try {
            Path folder = Files.createTempDirectory("points");
            Path file = folder.resolve("points.npy");
            store.get(ref, file);
            FloatArray array = NumpyFile.read(file);
            Files.delete(file);
            Files.delete(folder);
            return array;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
