package org.magicanime.contracts;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A clip was cut from a film: exactly the frames of its span.
///
/// @param videoId the film
/// @param clipId the film and the span
/// @param span source frame numbers
/// @param width pixels as shown; an odd size is coded one larger and `frames` says so
/// @param height pixels as shown
/// @param frameRate the film's average frames per second
/// @param labels what the film's owner said
/// @param paramsHash what it was cut with
/// @param clip `clip.mp4`
/// @param sound `sound.flac`; absent if the film has no sound
/// @param firstFrame `first.png`
/// @param frames `frames.json`: source number and time of each frame
/// @param measures the tests that all of its frames passed, each with the value of its worst frame; empty in events of
///     services that did not tell them yet
public record ClipCut(
        String videoId,
        String clipId,
        FrameSpan span,
        int width,
        int height,
        Rational frameRate,
        Labels labels,
        String paramsHash,
        ArtifactRef clip,
        @Nullable ArtifactRef sound,
        ArtifactRef firstFrame,
        ArtifactRef frames,
        List<Measure> measures)
        implements PipelineEvent {
    public ClipCut {
        VideoId.require(videoId);
        Checks.present(span, "span");
        ClipId.require(clipId, videoId, span);
        Checks.that(width > 0 && height > 0, "width and height must be positive");
        Checks.present(frameRate, "frameRate");
        Checks.present(labels, "labels");
        ParamsHash.require(paramsHash);
        Checks.present(clip, "clip");
        Checks.present(firstFrame, "firstFrame");
        Checks.present(frames, "frames");
        measures = Measure.listOf(measures);
    }

    /// Everything that was made of it.
    public List<ArtifactRef> artifacts() {
        return Stream.of(clip, sound, firstFrame, frames)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public String itemId() {
        return clipId;
    }
}
