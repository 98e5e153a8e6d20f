package org.magicanime.keypoint.model;

import org.jspecify.annotations.Nullable;

/// Who is seen in one frame that was looked at as a whole.
///
/// @param frame of the clip
/// @param characters how many, by the detector that sees most
/// @param best score of the best detection of a person; 0 if there is none
/// @param second score of the second best
/// @param animal score of the best animal; 0 if a person is seen better, or no detector knows both
/// @param largeFace score of the best face that fills much of the picture; 0 if there is none
/// @param start where the body is, if there is one that counts
record Sample(
        int frame,
        int characters,
        double best,
        double second,
        double animal,
        double largeFace,
        @Nullable Start start) {

    /// What decides about the number.
    double deciding() {
        return characters > 1 ? second : best;
    }

    /// The same, with what its neighbours say too.
    Sample with(double otherAnimal, double otherFace) {
        return new Sample(frame, characters, best, second, otherAnimal, otherFace, start);
    }
}
