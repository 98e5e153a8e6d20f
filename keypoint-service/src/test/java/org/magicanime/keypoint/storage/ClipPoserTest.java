package org.magicanime.keypoint.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.contracts.Busy;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Framing;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.drawing.KnownPoint;
import org.magicanime.inference.AwaitedModels;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.keypoint.domain.ClipPoser;
import org.magicanime.keypoint.domain.KeypointParameters;
import org.magicanime.keypoint.domain.PoseEstimator;
import org.magicanime.keypoint.domain.PoseRules;
import org.magicanime.keypoint.media.AvClipMedia;
import org.magicanime.keypoint.model.EstimatorOptions;
import org.magicanime.keypoint.model.HolisticEstimator;
import org.magicanime.keypoint.model.ProjectModels;
import org.magicanime.testkit.drawn.Action;
import org.magicanime.testkit.drawn.Actor;
import org.magicanime.testkit.drawn.Backdrop;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.CharacterTruth;
import org.magicanime.testkit.drawn.Colours;
import org.magicanime.testkit.drawn.Figure;
import org.magicanime.testkit.drawn.Look;
import org.magicanime.testkit.drawn.Scene;
import org.magicanime.testkit.drawn.StandardCartoon;
import org.magicanime.testkit.drawn.Voice;
import org.magicanime.video.WorkFolders;

/// Drawn clips, of which every point is known, through the starter models into a real store.
class ClipPoserTest {
    private static final Backdrop HOUSES = new Backdrop(Look.AMERICAN, Backdrop.Place.HOUSES, 1);
    private static final Figure ANNA = Figure.anime("Anna", Colours.blue());
    private static final Figure BERT = Figure.flat("Bert", Colours.red());

    @TempDir
    static Path folder;

    private static WorkFolders workFolders;
    private static HolisticEstimator estimator;
    private static DrawnClips clips;

    @BeforeAll
    static void start() throws IOException {
        workFolders = WorkFolders.below(folder.resolve("work"));
        estimator = ProjectModels.estimator(ProjectModels.folder(), EstimatorOptions.DEFAULT);
        clips = new DrawnClips(folder.resolve("clips"));
    }

    @AfterAll
    static void stop() throws Exception {
        estimator.close();
        clips.close();
        workFolders.close();
    }

    @Test
    void aWavingPersonIsOneSpanWithItsPointsWhereTheyWereDrawn() {
        Cartoon drawn = DrawnClips.cartoon(Scene.of(30, HOUSES, Actor.of(ANNA).doing(Action.WAVE)));
        ClipCut clip = clips.cut(drawn);

        List<PipelineEvent> told = pose(clip);

        ClipPosed posed = (ClipPosed) told.getLast();
        assertThat(told).hasSize(1);
        PoseSpan span = posed.spans().getFirst();
        assertThat(span.span()).isEqualTo(clip.span());
        assertThat(span.framing()).isEqualTo(Framing.FULL_BODY);
        // All of the clip is one span, so that its file is the span's.
        assertThat(span.clip()).isEqualTo(clip.clip());
        float[] points = points(clips.fetch(span.keypoints(), "wave.npy"), 30);
        List<Double> body = new ArrayList<>();
        List<Double> face = new ArrayList<>();
        List<Double> hands = new ArrayList<>();
        for (int frame = 0; frame < 30; frame++) {
            CharacterTruth truth = drawn.truth(frame).characters().getFirst();
            add(body, points, frame, truth, 5, 17, truth.torso());
            add(face, points, frame, truth, 23, 91, faceHeight(truth));
            add(hands, points, frame, truth, 91, 133, truth.torso());
        }
        assertThat(median(body)).as("body, in torso lengths").isLessThan(0.04);
        assertThat(median(face)).as("face, in face heights").isLessThan(0.03);
        assertThat(median(hands)).as("hands, in torso lengths").isLessThan(0.03);
        assertThat(hands).as("fingers that were found").hasSizeGreaterThan(30 * 42 / 2);
    }

    @Test
    void aTalkingHeadIsAnUpperBody() {
        ClipCut clip = clips.cut(DrawnClips.cartoon(Scene.of(30, HOUSES, Actor.mediumShot(ANNA, Voice.of(200, 1)))));

        ClipPosed posed = (ClipPosed) pose(clip).getLast();

        assertThat(posed.spans()).singleElement().extracting(PoseSpan::framing).isEqualTo(Framing.UPPER_BODY);
    }

    @Test
    void aFaceThatFillsThePictureIsAnUpperBodyWithItsShoulders() {
        double height = 0.6 * ANNA.heads();
        Cartoon drawn = DrawnClips.cartoon(Scene.of(
                26,
                HOUSES,
                Actor.of(ANNA)
                        .doing(Action.TALK)
                        .standing(0.5, 0.1 + height, height)
                        .speaking(Voice.of(200, 1))));
        ClipCut clip = clips.cut(drawn);

        PoseSpan span = ((ClipPosed) pose(clip).getLast()).spans().getFirst();

        assertThat(span.framing()).isEqualTo(Framing.UPPER_BODY);
        assertThat(span.span()).isEqualTo(clip.span());
        float[] points = points(clips.fetch(span.keypoints(), "close.npy"), 26);
        List<Double> shoulders = new ArrayList<>();
        for (int frame = 0; frame < 26; frame++) {
            CharacterTruth truth = drawn.truth(frame).characters().getFirst();
            add(shoulders, points, frame, truth, 5, 7, truth.torso());
        }
        assertThat(median(shoulders)).as("in torso lengths").isLessThan(0.08);
    }

    @Test
    void twoPeopleAndEmptySceneryAreLeftOutWithTheirReasons() {
        ClipCut two = clips.cut(DrawnClips.cartoon(Scene.of(
                26,
                HOUSES,
                Actor.of(ANNA).standing(0.3, 0.95, 0.8),
                Actor.of(BERT).standing(0.7, 0.95, 0.8))));
        ClipCut empty = clips.cut(DrawnClips.cartoon(Scene.of(26, HOUSES)));

        assertThat(pose(two))
                .filteredOn(ItemRejected.class::isInstance)
                .extracting(event -> ((ItemRejected) event).code())
                .containsExactly("several-characters");
        List<PipelineEvent> told = pose(empty);
        assertThat(told).hasSize(2);
        ItemRejected rejected = (ItemRejected) told.getFirst();
        assertThat(rejected.code()).isEqualTo("no-character");
        assertThat(rejected.span()).isEqualTo(empty.span());
        assertThat(rejected.measured()).isLessThan(0.5);
        assertThat(rejected.parameters()).containsKey("model.pose_landmark_full");
        assertThat(((ClipPosed) told.getLast()).spans()).isEmpty();
    }

    /// The detector takes the dog for a person, with scores up to 0.9, and so does the pose model.
    @Test
    void aDogHasNoValidPose() {
        List<PipelineEvent> told = pose(clips.cut(DrawnClips.cartoon(StandardCartoon.animal(26))));

        assertThat(((ClipPosed) told.getLast()).spans()).isEmpty();
        assertThat(told)
                .filteredOn(ItemRejected.class::isInstance)
                .extracting(event -> ((ItemRejected) event).code())
                .isNotEmpty()
                .isSubsetOf("pose-not-valid", "no-character");
    }

    @Test
    void aPartOfAClipIsCutByItsFrameNumbers() {
        ClipCut clip = clips.cut(
                DrawnClips.cartoon(Scene.of(30, HOUSES, Actor.of(ANNA).doing(Action.WALK)), Scene.of(20, HOUSES)));

        List<PipelineEvent> told = pose(clip);

        ClipPosed posed = (ClipPosed) told.getLast();
        PoseSpan span = posed.spans().getFirst();
        assertThat(span.span().first()).isEqualTo(clip.span().first());
        // The cut is between two looks at the picture.
        assertThat(span.span().end())
                .isBetween(clip.span().first() + 28, clip.span().first() + 30);
        assertThat(span.clip()).isNotEqualTo(clip.clip());
        long left = told.stream()
                .filter(ItemRejected.class::isInstance)
                .mapToLong(event -> ((ItemRejected) event).frames())
                .sum();
        assertThat(span.span().frames() + left).isEqualTo(50);
        assertThat(points(clips.fetch(span.rawKeypoints(), "walk.npy"), (int)
                        span.span().frames()))
                .isNotEmpty();
    }

    @Test
    void whatIsKnownIsToldAgainWithoutTheModels() {
        ClipCut clip = clips.cut(DrawnClips.cartoon(Scene.of(26, HOUSES, Actor.of(BERT))));
        List<PipelineEvent> first = pose(clip);

        PoseEstimator onlyParameters = new PoseEstimator() {
            @Override
            public List<org.magicanime.keypoint.domain.FrameEstimate> estimate(
                    org.magicanime.pictures.ClipPictures pictures) {
                throw new AssertionError("what is known is not estimated again");
            }

            @Override
            public java.util.Map<String, String> parameters() {
                return estimator.parameters();
            }
        };
        assertThat(pose(clip, () -> onlyParameters)).isEqualTo(first);
    }

    @Test
    void twoEstimatorsMakeTheSameBytes() throws Exception {
        ClipCut clip = clips.cut(
                DrawnClips.cartoon(Scene.of(26, HOUSES, Actor.of(ANNA).doing(Action.JUMP)), Scene.of(14, HOUSES)));
        List<PipelineEvent> first = pose(clip);

        try (DrawnClips other = new DrawnClips(folder.resolve("other"));
                HolisticEstimator again = ProjectModels.estimator(ProjectModels.folder(), EstimatorOptions.DEFAULT)) {
            other.store().put(DrawnClips.BUCKET, clip.clip().key(), clips.fetch(clip.clip(), "again.mp4"), "video/mp4");
            List<PipelineEvent> told = new ArrayList<>();
            poser(other, () -> again).pose(clip, told::add);

            // References have the hashes of all files.
            assertThat(told).isEqualTo(first);
        }
    }

    @Test
    void aClipWaitsForAModelThatIsDamagedAndGoesOnWhenItIsMended() throws IOException {
        Path broken = Files.createDirectory(folder.resolve("models"));
        copy(ProjectModels.folder(), broken);
        Path model = broken.resolve("starter/face_landmark.onnx");
        byte[] right = Files.readAllBytes(model);
        byte[] wrong = right.clone();
        wrong[1000] ^= 1;
        Files.write(model, wrong);
        ClipCut clip = clips.cut(DrawnClips.cartoon(Scene.of(24, HOUSES)));
        try (AwaitedModels<HolisticEstimator> ready =
                new AwaitedModels<>("keypoint", () -> ProjectModels.estimator(broken, EstimatorOptions.DEFAULT))) {
            assertThatThrownBy(() -> pose(clip, ready))
                    .isInstanceOf(Busy.class)
                    .hasMessageContaining("face_landmark")
                    .hasMessageContaining("SHA-256");

            Files.write(model, right);

            assertThat(pose(clip, ready)).hasSize(2);
        }
    }

    private static List<PipelineEvent> pose(ClipCut clip) {
        return pose(clip, () -> estimator);
    }

    private static List<PipelineEvent> pose(ClipCut clip, Supplier<? extends PoseEstimator> with) {
        List<PipelineEvent> told = new ArrayList<>();
        poser(clips, with).pose(clip, told::add);
        ClipPosed posed = (ClipPosed) told.getLast();
        List<FrameSpan> spans = Stream.concat(
                        posed.spans().stream().map(PoseSpan::span),
                        told.stream()
                                .filter(ItemRejected.class::isInstance)
                                .map(event -> ((ItemRejected) event).span()))
                .toList();
        assertThat(spans.stream().mapToLong(FrameSpan::frames).sum())
                .as("frames that are accounted for")
                .isEqualTo(clip.span().frames());
        return told;
    }

    private static ClipPoser poser(DrawnClips into, Supplier<? extends PoseEstimator> with) {
        return new ClipPoser(
                new AvClipMedia(),
                with,
                new StoredPoseArchive(into.store(), DrawnClips.BUCKET),
                new KeypointParameters(PoseRules.DEFAULT, KeypointParameters.LONGEST_SIDE, "test"),
                workFolders);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from.resolve(ModelCatalogue.FILE), to.resolve(ModelCatalogue.FILE));
        Files.createDirectory(to.resolve("starter"));
        try (Stream<Path> files = Files.list(from.resolve("starter"))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve("starter").resolve(file.getFileName()));
            }
        }
    }

    private static float[] points(Path npy, int frames) {
        try {
            byte[] bytes = Files.readAllBytes(npy);
            int values = frames * 133 * 3;
            FloatBuffer floats = ByteBuffer.wrap(bytes, bytes.length - values * Float.BYTES, values * Float.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            float[] all = new float[values];
            floats.get(all);
            return all;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void add(
            List<Double> errors, float[] points, int frame, CharacterTruth truth, int first, int end, double unit) {
        for (int point = first; point < end; point++) {
            KnownPoint known = truth.points().get(point);
            int at = (frame * 133 + point) * 3;
            if (known.visible() && points[at + 2] > 0) {
                errors.add(Math.hypot(points[at] - known.x(), points[at + 1] - known.y()) / unit);
            }
        }
    }

    private static double faceHeight(CharacterTruth truth) {
        double[] y = truth.landmarks().stream().mapToDouble(KnownPoint::y).toArray();
        return Arrays.stream(y).max().orElseThrow() - Arrays.stream(y).min().orElseThrow();
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
