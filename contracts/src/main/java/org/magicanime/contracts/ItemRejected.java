package org.magicanime.contracts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An item can never pass a stage, and why: the measured value and the threshold, so that a person can judge the rule.
///
/// @param itemId the object ({@link ObjectId}), film or clip
/// @param stage the service that says so, such as `ingest`
/// @param code the reason, for machines: `not-a-video`
/// @param reason the reason, for people: one sentence
/// @param videoId the film that it belongs to, where one is known
/// @param span the frames that are left out, where it is a part of a film
/// @param origin the object that it came from, where it is an object
/// @param measured the measured value, in the unit that `reason` names
/// @param threshold the value that it had to keep to
/// @param rule the parameter that has the threshold, such as `pose.shift`, where one has it
/// @param bound on which side of the threshold the value had to be, where `rule` is there
/// @param paramsHash the parameters, where the stage has some
/// @param parameters the parameters by name
public record ItemRejected(
        String itemId,
        String stage,
        String code,
        String reason,
        @Nullable String videoId,
        @Nullable FrameSpan span,
        @Nullable ObjectOrigin origin,
        @Nullable Double measured,
        @Nullable Double threshold,
        @Nullable String rule,
        @Nullable Bound bound,
        @Nullable String paramsHash,
        Map<String, String> parameters)
        implements PipelineEvent {
    public ItemRejected {
        Checks.text(itemId, "itemId", 128);
        Checks.code(stage, "stage");
        Checks.code(code, "code");
        Checks.text(reason, "reason", 1024);
        if (videoId != null) {
            VideoId.require(videoId);
        }
        Checks.that(measured == null || Double.isFinite(measured), "measured must be finite");
        Checks.that(threshold == null || Double.isFinite(threshold), "threshold must be finite");
        Checks.that((rule == null) == (bound == null), "rule and bound must be there both or not at all");
        if (rule != null) {
            Checks.rule(rule, "rule");
            Checks.that(measured != null && threshold != null, "a rule needs measured and threshold");
        }
        if (paramsHash != null) {
            ParamsHash.require(paramsHash);
        }
        parameters = Map.copyOf(Checks.present(parameters, "parameters"));
    }

    /// Whether it is a part of a film, and not a whole object or film.
    public boolean concernsPart() {
        return span != null;
    }

    /// Frames that are left out; 0 for a whole object or film.
    public long frames() {
        return span == null ? 0 : span.frames();
    }
}
