package org.magicanime.segment.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Rational;

/// The content of `frames.json`: what a clip's frames are in its film. Written last, so that a clip that has one is
/// complete.
///
/// @param clipId the clip
/// @param span the frames in the film
/// @param timeBase seconds per tick
/// @param frames one entry per frame of the clip, in order
/// @param codedWidth pixels in the H.264 stream; one more than the film's width if that is odd
/// @param codedHeight likewise
/// @param leastSsim the lowest SSIM (luma, 0 to 1) of any decoded frame against the source's frame
/// @param soundPlace where `sound` lies in the film's sound, if it has some
/// @param clip `clip.mp4`
/// @param sound `sound.flac`
/// @param firstFrame `first.png`
public record ClipFrames(
        String clipId,
        FrameSpan span,
        Rational timeBase,
        List<Frame> frames,
        int codedWidth,
        int codedHeight,
        double leastSsim,
        @Nullable SoundPlace soundPlace,
        ArtifactRef clip,
        @Nullable ArtifactRef sound,
        ArtifactRef firstFrame) {
    public ClipFrames {
        frames = List.copyOf(frames);
    }

    /// @param number in the film, from 0, in the decoder's output order
    /// @param ticks presentation time in the film
    public record Frame(long number, long ticks) {}

    /// @param rate samples per second
    /// @param first number of the first sample, counted from time 0 of the film
    /// @param samples samples per channel
    public record SoundPlace(int rate, long first, long samples) {}
}
