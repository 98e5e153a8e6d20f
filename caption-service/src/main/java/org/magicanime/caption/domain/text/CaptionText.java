package org.magicanime.caption.domain.text;

import java.util.List;
import java.util.stream.Collectors;

/// A caption, clause by clause.
///
/// @param clauses whose texts, one after the other, are the caption
public record CaptionText(List<Clause> clauses) {
    public CaptionText {
        clauses = List.copyOf(clauses);
    }

    public String text() {
        return clauses.stream().map(Clause::text).collect(Collectors.joining());
    }
}
