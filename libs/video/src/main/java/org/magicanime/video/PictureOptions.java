package org.magicanime.video;

import java.time.Duration;

/// How a film's pictures are read.
///
/// @param mostFrames that are kept; of one that has more, only that it has
/// @param timeout wall time after which the child is ended
/// @param memoryMiB address space of the child
public record PictureOptions(int mostFrames, Duration timeout, int memoryMiB) {
    public PictureOptions {
        if (mostFrames < 1) {
            throw new IllegalArgumentException("at least one frame must be wanted, not " + mostFrames);
        }
    }
}
