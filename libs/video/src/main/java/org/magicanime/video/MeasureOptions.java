package org.magicanime.video;

import java.time.Duration;

/// How a film is measured.
///
/// @param downscale the sample on which frames are compared
/// @param timeout wall time after which the child is ended
/// @param memoryMiB address space of the child
public record MeasureOptions(Downscale downscale, Duration timeout, int memoryMiB) {
    public static final MeasureOptions DEFAULT =
            new MeasureOptions(Downscale.LONGER_SIDE_256, Duration.ofHours(2), 4096);

    /// How PySceneDetect shrinks frames before it compares them.
    public enum Downscale {
        /// 0.6.5 and later: longer side / 256.0, rounded half to even.
        LONGER_SIDE_256,
        /// 0.6.3 and 0.6.4: width / 256 in whole numbers.
        WIDTH_256
    }
}
