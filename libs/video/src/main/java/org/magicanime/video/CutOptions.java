package org.magicanime.video;

import java.time.Duration;
import java.util.Map;

/// How clips are encoded. Same frames and same options give the same bytes.
///
/// @param encoder libavcodec encoder name: `libopenh264` (in the LGPL build) or `libx264` (in the GPL build)
/// @param encoderOptions private options of the encoder, by name
/// @param leastSsim each decoded frame of a clip is at least this like the source's frame (SSIM of the luma plane,
///     0 to 1); where the options do not reach it, the clip is encoded again with finer quantisers
/// @param timeout wall time after which the child is ended
/// @param memoryMiB address space of the child
public record CutOptions(
        String encoder, Map<String, String> encoderOptions, double leastSsim, Duration timeout, int memoryMiB) {
    /// Measured on Popeye and Sintel: SSIM ≥ 0.988 in every frame.
    public static final CutOptions DEFAULT = new CutOptions(
            "libopenh264",
            Map.of("rc_mode", "quality", "b", "8000000", "qmin", "10", "qmax", "24"),
            0.98,
            Duration.ofHours(2),
            4096);

    public CutOptions {
        encoderOptions = Map.copyOf(encoderOptions);
    }
}
