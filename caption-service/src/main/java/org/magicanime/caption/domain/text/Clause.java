package org.magicanime.caption.domain.text;

import java.util.List;

/// A part of a caption that rests on the same facts.
///
/// @param text as it stands in the caption, with the marks around it
/// @param facts ids of the facts behind it; empty of what is no claim, such as the subject
public record Clause(String text, List<String> facts) {
    public Clause {
        facts = List.copyOf(facts);
    }
}
