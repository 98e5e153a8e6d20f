package org.magicanime.contracts;

import org.jspecify.annotations.Nullable;

/// What is said of a clip or of the motion in a pose span.
///
/// @param itemId the clip or the span
/// @param span its frames in the film
/// @param kind of what it is
/// @param text one to four English sentences, up to 2000 characters
/// @param source who worded it
/// @param model the model's name, with the source `model` only
/// @param caption `…-caption.json`: the text clause by clause with the facts behind each, and how it was checked
/// @param facts `…-facts.json`: what was measured, with frames, values, thresholds and where rules are from
public record Caption(
        String itemId,
        FrameSpan span,
        CaptionKind kind,
        String text,
        CaptionSource source,
        @Nullable String model,
        ArtifactRef caption,
        ArtifactRef facts) {
    private static final int LONGEST_MODEL = 200;

    public Caption {
        Checks.present(span, "span");
        ClipId.require(itemId, ClipId.videoId(Checks.present(itemId, "itemId")), span);
        Checks.present(kind, "kind");
        Checks.text(text, "text", ReviewDecided.LONGEST_CAPTION);
        Checks.present(source, "source");
        Checks.optionalText(model, "model", LONGEST_MODEL);
        Checks.that(
                (source == CaptionSource.MODEL) == (model != null),
                "model must be there with the source model, and with no other");
        Checks.present(caption, "caption");
        Checks.present(facts, "facts");
    }
}
