package org.magicanime.shots;

import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.shots.Boundary.Signals;

/// A stretch between two boundaries whose first and last second show different drawings, so that it was searched for a
/// missed cut.
///
/// @param frames of the stretch, without transitions
/// @param ends what was measured between its first and its last second, the mean over pairs of frames; without
///     prominence
/// @param cut the first frame of the new shot that was found; absent if the stretch stayed whole, as it should where
///     the camera or somebody moves
public record SecondLook(
        FrameSpan frames, Signals ends, @Nullable Integer cut) {
    public SecondLook {
        if (cut != null && (cut <= frames.first() || cut >= frames.end())) {
            throw new IllegalArgumentException("frame " + cut + " does not divide " + frames);
        }
    }
}
