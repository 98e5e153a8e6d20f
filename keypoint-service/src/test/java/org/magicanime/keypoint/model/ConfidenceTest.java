package org.magicanime.keypoint.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.drawing.KnownPoint;
import org.magicanime.keypoint.domain.FrameEstimate;
import org.magicanime.keypoint.domain.KeypointParameters;
import org.magicanime.keypoint.domain.WholeBody;
import org.magicanime.keypoint.media.AvClipMedia;
import org.magicanime.pictures.ClipPictures;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.CharacterTruth;
import org.magicanime.testkit.drawn.RandomScenes;

/// Confidence is to be the share of points that are right, on scenes that the factors were not read off from.
class ConfidenceTest {
    private static final double RIGHT = 0.1;
    private static final int FIRST_SEED = 3000;
    private static final int SCENES = 12;
    private static final int FRAMES = 9;
    private static final int STEP = 4;

    @TempDir
    Path folder;

    private final Map<String, Sum> parts = new TreeMap<>();

    @Test
    void itIsTheShareOfPointsThatAreRight() throws IOException {
        try (HolisticEstimator estimator = ProjectModels.estimator(ProjectModels.folder(), EstimatorOptions.DEFAULT)) {
            for (int scene = 0; scene < SCENES; scene++) {
                measure(estimator, FIRST_SEED + scene);
            }
        }

        assertThat(parts).containsOnlyKeys("arms", "face", "hands", "head", "hips", "legs");
        parts.forEach((part, sum) -> assertThat(sum.confidence / sum.count)
                .as("%s, %d points", part, sum.count)
                .isCloseTo(sum.right / (double) sum.count, within(part.equals("hips") ? 0.12 : 0.06)));
    }

    private void measure(HolisticEstimator estimator, long seed) throws IOException {
        Cartoon film = new Cartoon(List.of(RandomScenes.of(seed, FRAMES)), 640, 360, 24);
        Path work = Files.createDirectory(folder.resolve("scene" + seed));
        film.write(work.resolve("film.mp4"));
        try (ClipPictures pictures =
                new AvClipMedia().open(work.resolve("film.mp4"), 640, 360, KeypointParameters.LONGEST_SIDE, work)) {
            List<FrameEstimate> frames = estimator.estimate(pictures);
            for (int frame = 0; frame < FRAMES; frame += STEP) {
                compare(frames.get(frame).body(), film.truth(frame).characters().getFirst());
            }
        }
    }

    private void compare(WholeBody body, CharacterTruth truth) {
        double faceHeight = height(truth.landmarks());
        for (int point = 0; point < WholeBody.POINTS; point++) {
            KnownPoint drawn = truth.points().get(point);
            if (body.isSeen(point) && drawn.visibility() > 0 && isOwn(point)) {
                double off = Math.hypot(body.x(point) - drawn.x(), body.y(point) - drawn.y());
                double unit = part(point).equals("face") ? faceHeight : truth.torso();
                parts.computeIfAbsent(part(point), part -> new Sum()).add(body.confidence(point), off <= RIGHT * unit);
            }
        }
    }

    private static double height(List<KnownPoint> points) {
        return points.stream().mapToDouble(KnownPoint::y).max().orElseThrow()
                - points.stream().mapToDouble(KnownPoint::y).min().orElseThrow();
    }

    /// Small toes are copies, which their confidence is to say.
    private static boolean isOwn(int point) {
        return point != 18 && point != 21;
    }

    private static String part(int point) {
        if (point < 5) {
            return "head";
        }
        if (point < 11) {
            return "arms";
        }
        if (point < 13) {
            return "hips";
        }
        if (point < WholeBody.FACE) {
            return "legs";
        }
        return point < WholeBody.LEFT_HAND ? "face" : "hands";
    }

    private static final class Sum {
        private int count;
        private int right;
        private double confidence;

        void add(double said, boolean isRight) {
            count++;
            confidence += said;
            right += isRight ? 1 : 0;
        }
    }
}
