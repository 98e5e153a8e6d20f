package org.magicanime.keypoint.domain;

import org.magicanime.keypoint.domain.Verdict.Invalid;

/// Frames of a clip that are in no span.
///
/// @param first frame of the clip, from 0
/// @param end the frame after the last one
/// @param why what most of them have in common
public record LeftOut(int first, int end, Invalid why) {
    int frames() {
        return end - first;
    }
}
