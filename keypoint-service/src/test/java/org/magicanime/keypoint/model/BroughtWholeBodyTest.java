package org.magicanime.keypoint.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.inference.KnownInference;
import org.magicanime.inference.Model;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.Models;
import org.magicanime.inference.SequenceModel;
import org.magicanime.inference.TensorSpec;
import org.magicanime.inference.blaze.BodyPose;
import org.magicanime.inference.files.ModelFiles;
import org.magicanime.inference.onnx.OnnxModels;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;
import org.magicanime.inference.simcc.SimccReader.ScoredPoint;
import org.magicanime.keypoint.domain.FrameEstimate;
import org.magicanime.keypoint.domain.WholeBody;
import org.magicanime.pictures.ClipPictures;
import org.magicanime.pictures.decoded.DecodedPictures;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.StandardCartoon;

/// Whole-body models that users bring, by tensors that such models give: no weights are here.
class BroughtWholeBodyTest {
    private static final String DWPOSE = "dwpose_ll_ucoco_384";
    private static final int COLUMNS = 288;
    private static final int ROWS = 384;
    private static final int BINS = 2;
    private static final Picture PICTURE = new Picture(400, 300, new byte[400 * 300 * 3]);

    @TempDir
    Path folder;

    /// Sees every point at one place of the input, given from 0 to 1.
    private record Seeing(ModelEntry entry, double u, double v, float score, FloatBuffer shown) implements Model {
        @Override
        public FloatBuffer input(String name) {
            return shown;
        }

        @Override
        public void run() {}

        @Override
        public FloatBuffer output(String name) {
            boolean across = name.equals("simcc_x");
            int bins = (across ? COLUMNS : ROWS) * BINS;
            FloatBuffer rows = FloatBuffer.allocate(WholeBody.POINTS * bins);
            for (int point = 0; point < WholeBody.POINTS; point++) {
                rows.put(point * bins + (int) Math.round((across ? u : v) * bins), score);
            }
            return rows;
        }

        @Override
        public void close() {}
    }

    private static ModelCatalogue catalogue() {
        return ModelCatalogue.in(ProjectModels.folder());
    }

    private static Seeing seeing(double u, double v) {
        ModelEntry entry = catalogue().entry(DWPOSE);
        return new Seeing(
                entry,
                u,
                v,
                0.75f,
                FloatBuffer.allocate(entry.inputs().getFirst().values()));
    }

    private static BodyPose standing(double left, double eyes, double right, double feet) {
        List<BodyPose.Landmark> points = new ArrayList<>(Collections.nCopies(
                33, new BodyPose.Landmark(new Point((left + right) / 2, eyes + 20), 1, 1)));
        points.set(2, new BodyPose.Landmark(new Point((left + right) / 2 + 5, eyes), 1, 1));
        points.set(5, new BodyPose.Landmark(new Point((left + right) / 2 - 5, eyes), 1, 1));
        points.set(15, new BodyPose.Landmark(new Point(right, eyes + 60), 1, 1));
        points.set(16, new BodyPose.Landmark(new Point(left, eyes + 60), 1, 1));
        points.set(31, new BodyPose.Landmark(new Point((left + right) / 2, feet), 1, 1));
        return new BodyPose(1, points, new Roi(0, 0, 1, 1, 0));
    }

    @Test
    void theModelIsShownThePersonWithTheHeadPaddedInItsOwnProportions() {
        BroughtWholeBody model = new BroughtWholeBody(seeing(0.5, 0.5));

        // Shoulders are 20 below the eyes at 70, so that the head is taken to begin at 50.
        Roi tall = model.region(PICTURE, standing(150, 70, 250, 250));
        assertThat(tall.cx()).isEqualTo(200);
        assertThat(tall.cy()).isEqualTo(150);
        assertThat(tall.height()).isCloseTo(200 * 1.25, within(1e-9));
        assertThat(tall.width()).isCloseTo(200 * 1.25 * 0.75, within(1e-9));

        Roi wide = model.region(PICTURE, standing(20, 100, 380, 200));
        assertThat(wide.width()).isCloseTo(360 * 1.25, within(1e-9));
        assertThat(wide.height()).isCloseTo(360 * 1.25 / 0.75, within(1e-9));
    }

    @Test
    void whatTheStarterModelsGuessOutsideOfThePictureIsNotShown() {
        Roi region = new BroughtWholeBody(seeing(0.5, 0.5)).region(PICTURE, standing(150, 70, 250, 900));

        assertThat(region.cy()).isCloseTo((50 + 300) / 2.0, within(1e-9));
        assertThat(region.height()).isCloseTo(250 * 1.25, within(1e-9));
    }

    @Test
    void pointsAreWhereTheModelSawThemInThePicture() {
        List<ScoredPoint> points = new BroughtWholeBody(seeing(0.25, 0.75)).look(PICTURE, standing(150, 70, 250, 250));

        assertThat(points).hasSize(WholeBody.POINTS);
        assertThat(points).allSatisfy(each -> {
            assertThat(each.point().x()).isCloseTo(200 - 0.25 * 187.5, within(1e-9));
            assertThat(each.point().y()).isCloseTo(150 + 0.25 * 250, within(1e-9));
            assertThat(each.score()).isCloseTo(0.75, within(1e-6));
        });
    }

    @Test
    void itGivesThePointsAndTheStarterModelsSayWhetherThePoseIsValid() throws Exception {
        Cartoon cartoon = new Cartoon(List.of(StandardCartoon.talking(6)), 480, 270, 24);
        Path film = folder.resolve("film.mp4");
        cartoon.write(film);
        List<FrameEstimate> own = estimate(film, EstimatorOptions.DEFAULT);

        List<FrameEstimate> brought = estimate(film, EstimatorOptions.DEFAULT.withWholeBody(DWPOSE));

        assertThat(brought)
                .extracting(FrameEstimate::measures)
                .isEqualTo(own.stream().map(FrameEstimate::measures).toList());
        assertThat(own.getFirst().measures().characters()).isEqualTo(1);
        for (FrameEstimate each : brought) {
            WholeBody points = each.body();
            for (int point = 1; point < WholeBody.POINTS; point++) {
                assertThat(points.x(point)).isEqualTo(points.x(0));
                assertThat(points.confidence(point)).isEqualTo(0.75f);
            }
        }
        // The middle of the model's region lies in the middle of the one who talks.
        WholeBody first = brought.getFirst().body();
        assertThat(first.x(0))
                .isBetween(own.getFirst().body().x(6), own.getFirst().body().x(5));
    }

    @Test
    void theDigestOfTheModelIsOneOfTheParameters() {
        try (HolisticEstimator estimator = estimator(EstimatorOptions.DEFAULT.withWholeBody(DWPOSE))) {
            assertThat(estimator.parameters())
                    .containsEntry("model." + DWPOSE, catalogue().entry(DWPOSE).sha256());
        }
    }

    @Test
    void whatIsNoWholeBodyModelIsRefusedByNameWithWhatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> brought("yolox", List.of(1L, 133L, 576L), List.of(1L, 133L, 768L)))
                .withMessageContaining("'mine'")
                .withMessageContaining("simcc-133");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> brought("simcc-133", List.of(1L, 17L, 576L), List.of(1L, 17L, 768L)))
                .withMessageContaining("[1, 17, 576]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> brought("simcc-133", List.of(1L, 133L, 576L), List.of(1L, 133L, 1152L)))
                .withMessageContaining("other bins");
    }

    private static BroughtWholeBody brought(String decoder, List<Long> alongX, List<Long> alongY) {
        ModelEntry dwpose = catalogue().entry(DWPOSE);
        ModelEntry entry = new ModelEntry(
                "mine",
                dwpose.job(),
                ModelEntry.Tier.OWN,
                "own/mine.onnx",
                1,
                "0".repeat(64),
                "MIT",
                "somebody",
                null,
                dwpose.inputs(),
                List.of(new TensorSpec("simcc_x", alongX), new TensorSpec("simcc_y", alongY)),
                decoder);
        return new BroughtWholeBody(new Seeing(entry, 0, 0, 0, FloatBuffer.allocate(1)));
    }

    private List<FrameEstimate> estimate(Path film, EstimatorOptions options) throws Exception {
        Path pictures = java.nio.file.Files.createTempDirectory(folder, "pictures");
        try (HolisticEstimator estimator = estimator(options);
                ClipPictures opened = DecodedPictures.of(film, 480, 270, 480, pictures)) {
            return estimator.estimate(opened);
        }
    }

    private static HolisticEstimator estimator(EstimatorOptions options) {
        Path folder = ProjectModels.folder();
        ModelCatalogue catalogue = catalogue();
        Models real = new OnnxModels(
                catalogue, new ModelFiles(folder), KnownInference.oneThread(folder), (model, nanos) -> {});
        return new HolisticEstimator(
                catalogue,
                new Models() {
                    @Override
                    public Model open(String id) {
                        return id.equals(DWPOSE) ? seeing(0.5, 0.5) : real.open(id);
                    }

                    @Override
                    public SequenceModel openSequence(String id) {
                        return real.openSequence(id);
                    }
                },
                options);
    }
}
