package org.magicanime.keypoint.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.files.ModelFiles;
import org.magicanime.keypoint.domain.FrameEstimate;
import org.magicanime.keypoint.domain.FrameMeasures;
import org.magicanime.keypoint.domain.KeypointParameters;
import org.magicanime.keypoint.domain.WholeBody;
import org.magicanime.keypoint.media.AvClipMedia;
import org.magicanime.pictures.ClipPictures;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.StandardCartoon;

/// What drawn films cannot tell. Films and the detector lie beside the checkout; without them the tests are skipped.
class RealFilmsTest {
    private static final int LEFT_SHOULDER = 5;
    private static final int RIGHT_SHOULDER = 6;

    @TempDir
    static Path folder;

    private static HolisticEstimator estimator;

    @BeforeAll
    static void start() throws IOException {
        Path detector = ProjectModels.shared("models/standard/yolox_nano.onnx");
        Path models = ProjectModels.folder();
        ModelCatalogue catalogue = ModelCatalogue.in(models);
        Path all = Files.createDirectories(folder.resolve("models"));
        ModelFiles files = new ModelFiles(all);
        EstimatorOptions options = EstimatorOptions.DEFAULT.counting(List.of("yolox_nano"));
        for (String id : options.models()) {
            Path file = id.equals("yolox_nano") ? detector : models.resolve("starter/" + id + ".onnx");
            try (InputStream content = Files.newInputStream(file)) {
                files.put(catalogue.entry(id), content);
            }
        }
        Files.copy(models.resolve(ModelCatalogue.FILE), all.resolve(ModelCatalogue.FILE));
        estimator = ProjectModels.estimator(all, options);
    }

    @Test
    void aRabbitAndABirdAreAnimals() throws IOException {
        List<FrameEstimate> frames = frames("mov_bbb.mp4", 0, 95, 320, 176);

        assertThat(frames)
                .filteredOn(frame -> frame.measures().animalScore() >= 0.4)
                .hasSizeGreaterThan(70);
    }

    @Test
    void aDrawnDogIsAnAnimal() throws IOException {
        Cartoon film = new Cartoon(List.of(StandardCartoon.animal(24)), 640, 360, 24);
        Path work = Files.createTempDirectory(folder, "dog");
        film.write(work.resolve("dog.mp4"));
        try (ClipPictures shown =
                new AvClipMedia().open(work.resolve("dog.mp4"), 640, 360, KeypointParameters.LONGEST_SIDE, work)) {
            assertThat(estimator.estimate(shown))
                    .allSatisfy(
                            frame -> assertThat(frame.measures().animalScore()).isGreaterThan(0.5));
        }
    }

    /// The detector of bodies sees a small whole one within this face.
    @Test
    void aFaceThatFillsThePictureHasItsShouldersBelow() throws IOException {
        List<FrameEstimate> frames = frames("sintel_threejs.mp4", 307, 336, 480, 204);

        for (FrameEstimate frame : frames) {
            FrameMeasures measures = frame.measures();
            assertThat(measures.bodyScore()).isGreaterThan(0.95);
            assertThat(measures.shift()).isLessThanOrEqualTo(0.02);
            WholeBody body = frame.body();
            // By eye: the beard ends at 150 of 204, the shoulders are 180 to 300 pixels apart.
            assertThat(body.y(LEFT_SHOULDER)).isGreaterThan(150);
            assertThat(body.x(LEFT_SHOULDER) - body.x(RIGHT_SHOULDER)).isBetween(170f, 300f);
        }
    }

    private static List<FrameEstimate> frames(String film, int first, int end, int width, int height)
            throws IOException {
        Path clip = Files.createTempDirectory(folder, "clip").resolve("clip.mp4");
        AvClipMedia media = new AvClipMedia();
        media.cut(ProjectModels.shared("cartoons/" + film), first, end, clip);
        Path pictures = Files.createTempDirectory(folder, "pictures");
        try (ClipPictures shown = media.open(clip, width, height, KeypointParameters.LONGEST_SIDE, pictures)) {
            return estimator.estimate(shown);
        }
    }
}
