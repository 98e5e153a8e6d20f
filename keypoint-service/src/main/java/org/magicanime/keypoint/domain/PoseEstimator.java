package org.magicanime.keypoint.domain;

import java.util.List;
import java.util.Map;
import org.magicanime.pictures.ClipPictures;

/// Finds the main character of a clip and its points in every frame.
public interface PoseEstimator {
    /// Score, 0 to 1, from which a detected character is counted.
    double LEAST_COUNTED = 0.5;

    /// @return one estimate for each frame, in order; the same pictures give the same estimates
    List<FrameEstimate> estimate(ClipPictures pictures);

    /// Everything that decides what it answers: its settings, and the SHA-256 of each model by `model.ID`.
    Map<String, String> parameters();
}
