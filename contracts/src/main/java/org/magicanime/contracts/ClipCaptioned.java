package org.magicanime.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A clip has its general caption, and each of its pose spans one of its motion.
///
/// @param videoId the film
/// @param clipId the clip
/// @param span its frames in the film
/// @param clipParamsHash what the clip was cut with
/// @param poseParamsHash what its pose spans were found with
/// @param paramsHash what it was captioned with: parameters, the model if there is one, and `poseParamsHash`
/// @param parameters what `paramsHash` stands for, by name
/// @param general of the clip
/// @param motions of its pose spans, disjoint and ascending
/// @param document `captions.json`: all of that
public record ClipCaptioned(
        String videoId,
        String clipId,
        FrameSpan span,
        String clipParamsHash,
        String poseParamsHash,
        String paramsHash,
        Map<String, String> parameters,
        Caption general,
        List<Caption> motions,
        ArtifactRef document)
        implements PipelineEvent {
    public ClipCaptioned {
        VideoId.require(videoId);
        Checks.present(span, "span");
        ClipId.require(clipId, videoId, span);
        Checks.hex16(clipParamsHash, "clipParamsHash");
        Checks.hex16(poseParamsHash, "poseParamsHash");
        ParamsHash.require(paramsHash);
        parameters = Checks.orEmpty(parameters);
        Checks.present(general, "general");
        Checks.that(
                general.kind() == CaptionKind.GENERAL && general.itemId().equals(clipId),
                "general must be the general caption of the clip " + clipId);
        motions = List.copyOf(Checks.present(motions, "motions"));
        Checks.present(document, "document");
        long next = span.first();
        for (Caption each : motions) {
            Checks.that(
                    each.kind() == CaptionKind.MOTION
                            && ClipId.videoId(each.itemId()).equals(videoId)
                            && each.span().first() >= next
                            && each.span().end() <= span.end(),
                    "motions must be of this clip's spans, disjoint and ascending");
            next = each.span().end();
        }
    }

    /// Frames of the spans.
    public long framesCaptioned() {
        return motions.stream().mapToLong(each -> each.span().frames()).sum();
    }

    /// Everything that was made of it.
    public List<ArtifactRef> artifacts() {
        List<ArtifactRef> all = new ArrayList<>(List.of(general.caption(), general.facts()));
        motions.forEach(each -> all.addAll(List.of(each.caption(), each.facts())));
        all.add(document);
        return all;
    }

    @Override
    public String itemId() {
        return clipId;
    }
}
