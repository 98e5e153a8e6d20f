package org.magicanime.inference.blaze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.magicanime.inference.Model;
import org.magicanime.inference.TestPictures;
import org.magicanime.inference.onnx.RunningModels;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;
import org.magicanime.inference.picture.RoiSampler;
import org.magicanime.inference.picture.RoiSampler.Border;

/// Face and hands of two drawn characters, against numbers that were measured with another implementation (Python, ONNX
/// Runtime 1.32): within a pixel and 0.02. Each model is shown the region that was measured.
class FaceAndHandsOnPicturesTest {
    private static final double PIXEL = 1;
    private static final double SCORE = 0.02;
    private static final String STANDING = "cartoons/stills/sylvie_blue_normal.png";
    private static final String WAVING = "reference/golden/frame_waving.png";
    private static final Roi FACE_OF_THE_BODY = new Roi(156.34, 131.83, 226.01, 226.01, -0.070);
    private static final Roi FACE = new Roi(155.08, 114.48, 181.06, 181.06, -0.048);
    private static final Roi LEFT_HAND = new Roi(415.87, 329.43, 121.87, 121.87, -3.14);

    @Test
    void theDetectorFindsTheFaceWhereTheBodyHasIt() throws IOException {
        Picture picture = TestPictures.shared(STANDING);
        BlazeDetector detector = BlazeDetector.face();
        List<Detection> found;
        try (Model model = RunningModels.starter().open("face_detection_short_range")) {
            new RoiSampler(detector.size(), detector.size(), Border.BLACK, -1, 1)
                    .sample(picture, FACE_OF_THE_BODY, model.input("input"));
            model.run();
            found = detector.read(model.output("regressors"), model.output("classificators"), 0.5);
        }

        Detection face = found.getFirst();
        assertThat(face.score()).isCloseTo(0.7409, within(SCORE));
        near(
                FACE_OF_THE_BODY.toPicture(
                        face.points().get(0).x(), face.points().get(0).y()),
                137.1,
                95.4);
        near(
                FACE_OF_THE_BODY.toPicture(
                        face.points().get(1).x(), face.points().get(1).y()),
                181.1,
                93.3);
        near(
                FACE_OF_THE_BODY.toPicture(
                        face.points().get(2).x(), face.points().get(2).y()),
                163.9,
                128.9);
        near(
                FACE_OF_THE_BODY.toPicture(
                        face.points().get(3).x(), face.points().get(3).y()),
                163.2,
                146.4);
        near(FaceLandmarks.region(face, FACE_OF_THE_BODY), FACE);
    }

    @Test
    void theMeshLiesOnTheFace() throws IOException {
        FaceMesh face = mesh(TestPictures.shared(STANDING), FACE);

        assertThat(face.score()).isCloseTo(0.9986, within(SCORE));
        near(face.points().get(1), 159.9, 131.2);
        near(face.points().get(33), 121.4, 99.3);
        near(face.points().get(263), 191.3, 97.8);
        near(face.points().get(13), 160.4, 147.0);
        near(face.points().get(14), 160.6, 149.0);
        near(face.points().get(152), 161.3, 170.4);
        List<Point> landmarks = face.landmarks68();
        assertThat(landmarks).hasSize(68);
        near(landmarks.get(8), 161.3, 170.4);
        near(landmarks.get(36), 121.4, 99.3);
        near(landmarks.get(48), 142.6, 145.7);
        near(landmarks.get(54), 177.2, 144.4);
        assertThat(face.mouthOpening()).isBetween(0.01, 0.08);
    }

    private static FaceMesh mesh(Picture picture, Roi region) {
        try (Model model = RunningModels.starter().open("face_landmark")) {
            new RoiSampler(FaceLandmarks.SIZE, FaceLandmarks.SIZE, Border.REPLICATE, 0, 1)
                    .sample(picture, region, model.input("input_1"));
            model.run();
            return FaceLandmarks.read(model.output("conv2d_21"), model.output("conv2d_31"), region);
        }
    }

    @Test
    void theBodySaysWhereTheDetectorLooksForTheFace() {
        // Eyes level, the face's points 40 wide and 30 high.
        List<Point> points = IntStream.range(0, 33)
                .mapToObj(i -> i == 2
                        ? new Point(120, 100)
                        : i == 5
                                ? new Point(100, 100)
                                : i == 7 ? new Point(130, 110) : i == 8 ? new Point(90, 130) : new Point(110, 105))
                .toList();
        BodyPose pose = new BodyPose(
                1,
                points.stream().map(point -> new BodyPose.Landmark(point, 1, 1)).toList(),
                new Roi(0, 0, 1, 1, 0));

        assertThat(FaceLandmarks.detectorRegion(pose)).isEqualTo(new Roi(110, 115, 120, 120, 0));
    }

    @Test
    void aHandIsFoundInTwoStepsFromTheBody() throws IOException {
        Picture picture = TestPictures.shared(WAVING);
        Roi region;
        try (Model model = RunningModels.starter().open("hand_recrop")) {
            new RoiSampler(HandLandmarks.RECROP_SIZE, HandLandmarks.RECROP_SIZE, Border.REPLICATE, 0, 1)
                    .sample(picture, LEFT_HAND, model.input("input_1"));
            model.run();
            region = HandLandmarks.region(model.output("output_crop"), LEFT_HAND);
        }
        near(region, new Roi(412.97, 325.01, 75.36, 75.36, 3.06));

        HandPose left = hand(picture, new Roi(412.97, 325.01, 75.36, 75.36, 3.06));
        assertThat(left.presence()).isCloseTo(0.980, within(SCORE));
        near(left.points().get(0), 412.9, 299.3);
        near(left.points().get(4), 399.6, 324.5);
        near(left.points().get(8), 405.9, 342.7);
        near(left.points().get(20), 429.5, 336.2);

        HandPose right = hand(picture, new Roi(284.37, 129.29, 73.33, 73.33, 0.18));
        assertThat(right.presence()).isCloseTo(0.985, within(SCORE));
        near(right.points().get(0), 275.9, 152.9);
        near(right.points().get(4), 297.9, 134.6);
        near(right.points().get(20), 275.4, 112.5);
        // The next frame's region is about the one in which it was found.
        assertThat(right.next().width()).isBetween(50.0, 110.0);
        assertThat(new Point(right.next().cx(), right.next().cy()).distanceTo(new Point(284.37, 129.29)))
                .isLessThan(15);
    }

    private static HandPose hand(Picture picture, Roi region) {
        try (Model model = RunningModels.starter().open("hand_landmark_full")) {
            new RoiSampler(HandLandmarks.SIZE, HandLandmarks.SIZE, Border.REPLICATE, 0, 1)
                    .sample(picture, region, model.input("input_1"));
            model.run();
            return HandLandmarks.read(model.output("Identity"), model.output("Identity_1"), region);
        }
    }

    @Test
    void aHandsRegionGrowsFromWristToKnuckles() {
        // A hand that points straight up: 30 from the wrist to between the knuckles.
        Roi region = HandLandmarks.recropRegion(new Point(100, 100), new Point(100, 70), new Point(100, 70));

        assertThat(region.cx()).isCloseTo(100, within(1e-9));
        assertThat(region.cy()).isCloseTo(70 - 6, within(1e-9));
        assertThat(region.width()).isCloseTo(162, within(1e-9));
        assertThat(region.rotation()).isCloseTo(0, within(1e-9));
    }

    /// The measured sides and angles follow from points that are right within a pixel themselves.
    private static void near(Roi region, Roi expected) {
        near(new Point(region.cx(), region.cy()), expected.cx(), expected.cy());
        assertThat(region.width()).isCloseTo(expected.width(), within(2 * PIXEL));
        assertThat(Math.cos(region.rotation() - expected.rotation())).isGreaterThan(Math.cos(0.03));
    }

    private static void near(Point point, double x, double y) {
        assertThat(point.x()).as("x of %s", point).isCloseTo(x, within(PIXEL));
        assertThat(point.y()).as("y of %s", point).isCloseTo(y, within(PIXEL));
    }
}
