package org.magicanime.contracts;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The sound of a clip's face clips was judged: those whose sound is the face's own clean speech,
/// perhaps none. Told after the rejections of the others, so that a listener can close its account.
///
/// @param videoId the film
/// @param clipId the clip
/// @param span its frames in the film
/// @param frameRate the film's average frames per second
/// @param labels what the film's owner said
/// @param clipParamsHash what the clip was cut with
/// @param poseParamsHash what its pose spans were found with
/// @param faceParamsHash what its faces were cropped with
/// @param paramsHash what sound was judged with: parameters, models, and `faceParamsHash`
/// @param parameters what `paramsHash` stands for, by name
/// @param judged the frames of each face clip, disjoint and ascending
/// @param speech face clips that were kept
/// @param undecided face clips for a person to decide on; each of them is also among the rejections,
///     with the code `undecided`
/// @param rejections number of rejected face clips, undecided ones among them
/// @param document `speech.json`: all of that with measured values
public record SpeechExtracted(
        String videoId,
        String clipId,
        FrameSpan span,
        Rational frameRate,
        Labels labels,
        String clipParamsHash,
        String poseParamsHash,
        String faceParamsHash,
        String paramsHash,
        Map<String, String> parameters,
        List<FrameSpan> judged,
        List<SpeechClip> speech,
        List<SpeechClip> undecided,
        int rejections,
        ArtifactRef document)
        implements PipelineEvent {
    public SpeechExtracted {
        VideoId.require(videoId);
        Checks.present(span, "span");
        ClipId.require(clipId, videoId, span);
        Checks.present(frameRate, "frameRate");
        Checks.present(labels, "labels");
        Checks.hex16(clipParamsHash, "clipParamsHash");
        Checks.hex16(poseParamsHash, "poseParamsHash");
        Checks.hex16(faceParamsHash, "faceParamsHash");
        ParamsHash.require(paramsHash);
        parameters = Checks.orEmpty(parameters);
        judged = List.copyOf(Checks.present(judged, "judged"));
        speech = List.copyOf(Checks.present(speech, "speech"));
        undecided = List.copyOf(Checks.present(undecided, "undecided"));
        Checks.that(rejections >= undecided.size(), "rejections must not be fewer than what is undecided");
        Checks.that(speech.size() + rejections <= judged.size(), "more was kept and rejected than judged");
        Checks.present(document, "document");
        long next = span.first();
        for (FrameSpan each : judged) {
            Checks.that(
                    each.first() >= next && each.end() <= span.end(),
                    "judged spans must be of this clip, disjoint and ascending");
            next = each.end();
        }
        Set<FrameSpan> left = new HashSet<>(judged);
        for (SpeechClip each :
                Stream.concat(speech.stream(), undecided.stream()).toList()) {
            Checks.that(left.remove(each.face().span()), "speech must be of the judged face clips, each once");
        }
    }

    /// Frames of face clips.
    public long framesJudged() {
        return judged.stream().mapToLong(FrameSpan::frames).sum();
    }

    /// Frames of face clips that were kept.
    public long framesKept() {
        return speech.stream().mapToLong(each -> each.face().span().frames()).sum();
    }

    /// Everything that was made of it.
    public List<ArtifactRef> artifacts() {
        return Stream.of(
                        speech.stream().flatMap(each -> each.artifacts().stream()),
                        undecided.stream().flatMap(each -> each.artifacts().stream()),
                        Stream.of(document))
                .flatMap(each -> each)
                .toList();
    }

    @Override
    public String itemId() {
        return clipId;
    }
}
