package org.magicanime.video;

import java.time.Duration;

/// How a film is measured.
///
/// @param downscale the sample on which frames are compared, and with it what is looked for
/// @param timeout wall time after which the child is ended
/// @param memoryMiB address space of the child
public record MeasureOptions(Downscale downscale, Duration timeout, int memoryMiB) {
    public static final MeasureOptions DEFAULT =
            new MeasureOptions(Downscale.LONGER_SIDE_256, Duration.ofHours(2), 4096);

    /// For `CartoonDetector`.
    public static final MeasureOptions CARTOON = new MeasureOptions(Downscale.LUMA_64, Duration.ofHours(2), 4096);

    /// How frames are made smaller before they are compared. The first two are PySceneDetect's, of whose scores shots
    /// are made later; with the third, shots are found at once.
    public enum Downscale {
        /// 0.6.5 and later: longer side / 256.0, rounded half to even.
        LONGER_SIDE_256,
        /// 0.6.3 and 0.6.4: width / 256 in whole numbers.
        WIDTH_256,
        /// 64 × 40 of luma, 32 × 20 of chroma, straight from the decoder's planes: `org.magicanime.shots.Sample`.
        LUMA_64
    }
}
