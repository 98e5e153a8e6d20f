package org.magicanime.dataset.domain.review;

import org.magicanime.dataset.domain.DataSubset;

/// A bulk rule that a person applied.
///
/// @param id of the rule
/// @param reviewer empty of who said no name
/// @param subset its items are in this one
/// @param decision `accepted` or `rejected`
/// @param reason what the rule says, and why
/// @param decidedAt when an item was decided about by it last: milliseconds since 1970-01-01T00:00Z
/// @param items about how many it decided
/// @param standing how many of these decisions are the person's vote still
public record AppliedRule(
        String id,
        String reviewer,
        DataSubset subset,
        String decision,
        String reason,
        long decidedAt,
        long items,
        long standing) {}
