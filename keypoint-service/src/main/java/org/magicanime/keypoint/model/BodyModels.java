package org.magicanime.keypoint.model;

import java.util.List;
import org.magicanime.inference.Model;
import org.magicanime.inference.Models;
import org.magicanime.inference.blaze.BlazeDetector;
import org.magicanime.inference.blaze.BodyPose;
import org.magicanime.inference.blaze.Detection;
import org.magicanime.inference.blaze.PoseLandmarks;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Roi;
import org.magicanime.inference.picture.RoiSampler;
import org.magicanime.inference.picture.RoiSampler.Border;

/// The detector and the landmarks of bodies.
final class BodyModels implements AutoCloseable {
    static final List<String> IDS = List.of("pose_detection", "pose_landmark_full");

    /// A group of anchors keeps its weaker members, which makes the region steadier on drawings.
    private static final double GROUP = 0.3;

    private final BlazeDetector reader = BlazeDetector.pose();
    private final Model detector;
    private final Model landmarks;
    private final RoiSampler toDetector = new RoiSampler(reader.size(), reader.size(), Border.BLACK, -1, 1);
    private final RoiSampler toLandmarks =
            new RoiSampler(PoseLandmarks.SIZE, PoseLandmarks.SIZE, Border.REPLICATE, 0, 1);

    BodyModels(Models models) {
        detector = models.open(IDS.get(0));
        landmarks = models.open(IDS.get(1));
    }

    /// @param shown the part of the picture that is looked at
    /// @return best first, from a score of 0.3 on; in units of `shown`
    List<Detection> detect(Picture picture, Roi shown) {
        toDetector.sample(picture, shown, detector.input("input_1"));
        detector.run();
        return reader.read(detector.output("Identity"), detector.output("Identity_1"), GROUP);
    }

    BodyPose pose(Picture picture, Roi region) {
        toLandmarks.sample(picture, region, landmarks.input("input_1"));
        landmarks.run();
        return PoseLandmarks.read(
                landmarks.output("Identity"), landmarks.output("Identity_1"), landmarks.output("Identity_3"), region);
    }

    @Override
    public void close() {
        detector.close();
        landmarks.close();
    }
}
