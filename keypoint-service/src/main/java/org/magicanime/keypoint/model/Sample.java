package org.magicanime.keypoint.model;

import org.jspecify.annotations.Nullable;
import org.magicanime.inference.blaze.Detection;
import org.magicanime.inference.picture.Roi;

/// Who is seen in one frame that was looked at as a whole.
///
/// @param frame of the clip
/// @param characters how many, by the detector that sees most
/// @param best score of the best detection; 0 if there is none
/// @param second score of the second best
/// @param body the best detection of a body, if there is one that counts
/// @param shown what the detector was shown for it
record Sample(
        int frame,
        int characters,
        double best,
        double second,
        @Nullable Detection body,
        Roi shown) {

    /// What decides about the number.
    double deciding() {
        return characters > 1 ? second : best;
    }
}
