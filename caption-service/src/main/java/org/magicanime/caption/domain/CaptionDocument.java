package org.magicanime.caption.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.caption.domain.text.Clause;
import org.magicanime.contracts.CaptionKind;
import org.magicanime.contracts.CaptionSource;
import org.magicanime.contracts.FrameSpan;

/// The content of `general-caption.json` and `motion-caption.json`.
///
/// @param itemId the clip or the span
/// @param span its frames in the film
/// @param kind of what it is
/// @param text the caption
/// @param source who worded it
/// @param model the model's name; absent if there was none
/// @param clauses whose texts, one after the other, are the caption, each with the ids of the facts behind it
/// @param checks what was held against the facts; empty of what was made from them alone
public record CaptionDocument(
        String itemId,
        FrameSpan span,
        CaptionKind kind,
        String text,
        CaptionSource source,
        @Nullable String model,
        List<Clause> clauses,
        List<String> checks) {
    public CaptionDocument {
        clauses = List.copyOf(clauses);
        checks = List.copyOf(checks);
    }
}
