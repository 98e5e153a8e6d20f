package org.magicanime.keypoint.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.inference.Model;
import org.magicanime.inference.Models;
import org.magicanime.inference.blaze.BodyPose;
import org.magicanime.inference.blaze.HandLandmarks;
import org.magicanime.inference.blaze.HandLandmarks.Side;
import org.magicanime.inference.blaze.HandPose;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Roi;
import org.magicanime.inference.picture.RoiSampler;
import org.magicanime.inference.picture.RoiSampler.Border;

/// The hands of a body: looked for where they were in the frame before, else from the body in two steps.
final class HandModels implements AutoCloseable {
    static final List<String> IDS = List.of("hand_recrop", "hand_landmark_full");

    static final double PRESENT = 0.5;
    /// A hand of fewer pixels is a blot.
    private static final double LEAST_SIDE = 32;

    private final Model recrop;
    private final Model landmarks;
    private final RoiSampler toRecrop =
            new RoiSampler(HandLandmarks.RECROP_SIZE, HandLandmarks.RECROP_SIZE, Border.REPLICATE, 0, 1);
    private final RoiSampler toLandmarks =
            new RoiSampler(HandLandmarks.SIZE, HandLandmarks.SIZE, Border.REPLICATE, 0, 1);

    HandModels(Models models) {
        recrop = models.open(IDS.get(0));
        landmarks = models.open(IDS.get(1));
    }

    /// @param before the hand in the frame before, if there was one
    /// @return null if the hand is too small to look at
    @Nullable
    HandPose find(Picture picture, BodyPose pose, Side side, @Nullable HandPose before) {
        if (before != null) {
            HandPose followed = hand(picture, before.next());
            if (followed.presence() >= PRESENT) {
                return followed;
            }
        }
        Roi region = HandLandmarks.recropRegion(pose, side);
        if (region.width() < LEAST_SIDE) {
            return null;
        }
        toRecrop.sample(picture, region, recrop.input("input_1"));
        recrop.run();
        return hand(picture, HandLandmarks.region(recrop.output("output_crop"), region));
    }

    private HandPose hand(Picture picture, Roi region) {
        toLandmarks.sample(picture, region, landmarks.input("input_1"));
        landmarks.run();
        return HandLandmarks.read(landmarks.output("Identity"), landmarks.output("Identity_1"), region);
    }

    @Override
    public void close() {
        recrop.close();
        landmarks.close();
    }
}
