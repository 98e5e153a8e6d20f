package org.magicanime.contracts;

import java.util.Map;

/// A film was divided completely: told after all of its clips and rejections, so that a listener can close its account.
///
/// @param videoId the film
/// @param frames frames that the decoder gave; each is in exactly one clip or one rejection
/// @param framesKept frames in clips
/// @param clips number of clips
/// @param rejections number of rejected spans
/// @param paramsHash what it was divided with
/// @param parameters what `paramsHash` stands for, by name; empty in events of services that did not tell them yet
/// @param segments `segments.json`: shots, clips and rejections with their measured values
public record VideoSegmented(
        String videoId,
        long frames,
        long framesKept,
        int clips,
        int rejections,
        String paramsHash,
        Map<String, String> parameters,
        ArtifactRef segments)
        implements PipelineEvent {
    public VideoSegmented {
        VideoId.require(videoId);
        Checks.that(frames > 0, "frames must be positive");
        Checks.that(framesKept >= 0 && framesKept <= frames, "framesKept must be between 0 and frames");
        Checks.that(clips >= 0 && rejections >= 0, "clips and rejections must not be negative");
        ParamsHash.require(paramsHash);
        parameters = Checks.orEmpty(parameters);
        Checks.present(segments, "segments");
    }

    @Override
    public String itemId() {
        return videoId;
    }
}
