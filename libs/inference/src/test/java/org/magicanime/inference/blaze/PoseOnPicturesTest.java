package org.magicanime.inference.blaze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.inference.Model;
import org.magicanime.inference.TestPictures;
import org.magicanime.inference.onnx.RunningModels;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;
import org.magicanime.inference.picture.RoiSampler;
import org.magicanime.inference.picture.RoiSampler.Border;

/// Detector and landmarks on two pictures of drawn characters, against numbers that were measured with another
/// implementation (Python, ONNX Runtime 1.32). Resampling differs between libraries: within a pixel and 0.02. The
/// landmark model is shown the region that was measured, as a cell of its heat maps is 15 pixels here: a region that is
/// one pixel larger moves a hidden elbow by 6.
class PoseOnPicturesTest {
    private static final double PIXEL = 1;
    private static final double SCORE = 0.02;
    private static final String STANDING = "cartoons/stills/sylvie_blue_normal.png";
    private static final String WAVING = "reference/golden/frame_waving.png";

    @Test
    void theDetectorsBoxIsTheHeadAndItsPointsAreTheBody() throws IOException {
        Picture picture = TestPictures.shared(STANDING);
        List<Detection> found = detect(picture);
        Roi shown = Roi.whole(picture);

        assertThat(found).hasSize(1);
        Detection body = found.getFirst();
        assertThat(body.score()).isCloseTo(0.7864, within(SCORE));
        near(shown.toPicture(body.left(), body.top()), 91.1, 94.1);
        near(shown.toPicture(body.right(), body.bottom()), 231.1, 234.0);
        assertThat(body.points()).hasSize(4);
        near(body, 0, shown, 146.98, 443.20);
        near(body, 1, shown, 155.77, 67.03);
        near(body, 2, shown, 158.91, 210.98);
        near(body, 3, shown, 156.91, -80.65);

        Roi region = PoseLandmarks.region(body, shown);
        near(new Point(region.cx(), region.cy()), 146.98, 443.20);
        assertThat(region.width()).isCloseTo(940.68, within(2 * PIXEL));
        assertThat(region.rotation()).isCloseTo(0.0234, within(0.005));
    }

    @Test
    void landmarksOfAStandingCharacterAreWhereTheyWereMeasured() throws IOException {
        Picture picture = TestPictures.shared(STANDING);
        BodyPose pose = pose(picture, new Roi(146.98, 443.20, 940.68, 940.68, 0.0234));

        assertThat(pose.score()).isCloseTo(0.9963, within(SCORE));
        near(pose, 0, 142.5, 131.7);
        near(pose, 11, 254.7, 237.9);
        near(pose, 12, 90.5, 233.7);
        near(pose, 13, 272.7, 385.4);
        near(pose, 23, 216.3, 466.2);
        near(pose, 24, 126.6, 462.2);
        assertThat(pose.landmarks().get(13).visibility()).isCloseTo(0.971, within(SCORE));
        near(new Point(pose.next().cx(), pose.next().cy()), 170.66, 463.08);
        assertThat(pose.next().width()).isCloseTo(1026.39, within(3 * PIXEL));
    }

    @Test
    void landmarksOfAWavingCharacterAreWhereTheyWereMeasured() throws IOException {
        Picture picture = TestPictures.shared(WAVING);
        Detection body = detect(picture).getFirst();
        BodyPose pose = pose(picture, PoseLandmarks.region(new Point(338.9, 312.3), new Point(350.6, 42.4)));

        assertThat(body.score()).isCloseTo(0.9786, within(SCORE));
        near(body, 0, Roi.whole(picture), 338.9, 312.3);
        near(body, 1, Roi.whole(picture), 350.6, 42.4);
        assertThat(pose.score()).isCloseTo(1, within(SCORE));
        near(pose, 0, 345.8, 100.3);
        near(pose, 11, 390.6, 156.0);
        near(pose, 12, 302.6, 153.5);
        near(pose, 15, 416.0, 302.3);
        near(pose, 16, 278.6, 152.6);
        near(pose, 27, 369.5, 488.7);
        near(pose, 28, 324.2, 490.9);
    }

    private static List<Detection> detect(Picture picture) {
        BlazeDetector detector = BlazeDetector.pose();
        try (Model model = RunningModels.starter().open("pose_detection")) {
            new RoiSampler(detector.size(), detector.size(), Border.BLACK, -1, 1)
                    .sample(picture, Roi.whole(picture), model.input("input_1"));
            model.run();
            return detector.read(model.output("Identity"), model.output("Identity_1"), 0.5);
        }
    }

    private static BodyPose pose(Picture picture, Roi region) {
        try (Model model = RunningModels.starter().open("pose_landmark_full")) {
            new RoiSampler(PoseLandmarks.SIZE, PoseLandmarks.SIZE, Border.REPLICATE, 0, 1)
                    .sample(picture, region, model.input("input_1"));
            model.run();
            return PoseLandmarks.read(
                    model.output("Identity"), model.output("Identity_1"), model.output("Identity_3"), region);
        }
    }

    private static void near(BodyPose pose, int landmark, double x, double y) {
        near(pose.landmarks().get(landmark).point(), x, y);
    }

    private static void near(Detection body, int point, Roi shown, double x, double y) {
        near(
                shown.toPicture(
                        body.points().get(point).x(), body.points().get(point).y()),
                x,
                y);
    }

    private static void near(Point point, double x, double y) {
        assertThat(point.x()).as("x of %s", point).isCloseTo(x, within(PIXEL));
        assertThat(point.y()).as("y of %s", point).isCloseTo(y, within(PIXEL));
    }
}
