package org.magicanime.video;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FrameSpan;

/// The files of one clip.
///
/// @param span the source frames that it has
/// @param clip `clip.mp4`
/// @param sound `sound.flac`; absent if the film has no sound
/// @param firstFrame `first.png`
/// @param codedWidth pixels in the H.264 stream: `width` of the film, or one more if that is odd
/// @param codedHeight likewise
/// @param soundRate samples per second of `sound`; 0 if absent
/// @param firstSample number of the first sample of `sound`, counted from time 0 of the film
/// @param samples samples per channel in `sound`
/// @param leastSsim the lowest SSIM (luma, 0 to 1) of any decoded frame against the source's
public record CutClip(
        FrameSpan span,
        Path clip,
        @Nullable Path sound,
        Path firstFrame,
        int codedWidth,
        int codedHeight,
        int soundRate,
        long firstSample,
        long samples,
        double leastSsim) {}
