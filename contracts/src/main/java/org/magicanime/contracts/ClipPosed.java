package org.magicanime.contracts;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A clip was searched for poses: the spans that were found, perhaps none. Told after the rejections of the frames that
/// are in no span, so that a listener can close its account.
///
/// @param videoId the film
/// @param clipId the clip
/// @param span its frames in the film
/// @param width pixels as shown
/// @param height pixels as shown
/// @param frameRate the film's average frames per second
/// @param labels what the film's owner said
/// @param clipParamsHash what the clip was cut with
/// @param paramsHash what it was searched with: parameters, models, and `clipParamsHash`
/// @param parameters what `paramsHash` stands for, by name; empty in events of services that did not tell them yet
/// @param clip the clip's `clip.mp4`; absent in events of services that did not tell it yet
/// @param sound the clip's `sound.flac`; absent if the film has no sound, and in events of services that did not tell
///     it yet
/// @param frames the clip's `frames.json`, which says when each frame is shown; absent likewise
/// @param spans disjoint and ascending, inside of `span`
/// @param rejections number of rejected spans
/// @param poses `poses.json`: spans and rejections with their measured values
public record ClipPosed(
        String videoId,
        String clipId,
        FrameSpan span,
        int width,
        int height,
        Rational frameRate,
        Labels labels,
        String clipParamsHash,
        String paramsHash,
        Map<String, String> parameters,
        @Nullable ArtifactRef clip,
        @Nullable ArtifactRef sound,
        @Nullable ArtifactRef frames,
        List<PoseSpan> spans,
        int rejections,
        ArtifactRef poses)
        implements PipelineEvent {
    public ClipPosed {
        VideoId.require(videoId);
        Checks.present(span, "span");
        ClipId.require(clipId, videoId, span);
        Checks.that(width > 0 && height > 0, "width and height must be positive");
        Checks.present(frameRate, "frameRate");
        Checks.present(labels, "labels");
        Checks.hex16(clipParamsHash, "clipParamsHash");
        ParamsHash.require(paramsHash);
        parameters = Checks.orEmpty(parameters);
        spans = List.copyOf(Checks.present(spans, "spans"));
        Checks.that(rejections >= 0, "rejections must not be negative");
        Checks.present(poses, "poses");
        long next = span.first();
        for (PoseSpan each : spans) {
            Checks.that(
                    ClipId.videoId(each.spanId()).equals(videoId)
                            && each.span().first() >= next
                            && each.span().end() <= span.end(),
                    "spans must be of this clip, disjoint and ascending");
            next = each.span().end();
        }
    }

    /// Frames in spans.
    public long framesKept() {
        return spans.stream().mapToLong(each -> each.span().frames()).sum();
    }

    /// Everything that was made of it.
    public List<ArtifactRef> artifacts() {
        return Stream.concat(spans.stream().flatMap(each -> each.artifacts().stream()), Stream.of(poses))
                .toList();
    }

    @Override
    public String itemId() {
        return clipId;
    }
}
