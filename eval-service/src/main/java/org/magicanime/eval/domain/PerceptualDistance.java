package org.magicanime.eval.domain;

import java.util.List;
import org.magicanime.eval.domain.metric.RgbFrame;

/// LPIPS of pairs of pictures.
public interface PerceptualDistance {
    /// Sides of the pictures in pixels.
    int SIDE = 256;

    /// @param first pictures of 256×256 pixels
    /// @param second as many
    /// @return one distance for each pair, 0 for identical pictures
    double[] of(List<RgbFrame> first, List<RgbFrame> second);
}
