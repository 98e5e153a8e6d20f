package org.magicanime.segment;

import org.jspecify.annotations.Nullable;
import org.magicanime.segment.domain.ClipTrimmer;
import org.magicanime.segment.domain.VideoCutter;
import org.magicanime.segment.model.OnnxShotNetwork;

/// What films are cut by, with its network where one is asked for.
///
/// @param network closed with this
public record Cutters(
        VideoCutter video, ClipTrimmer trimmer, @Nullable OnnxShotNetwork network) implements AutoCloseable {
    @Override
    public void close() {
        if (network != null) {
            network.close();
        }
    }
}
