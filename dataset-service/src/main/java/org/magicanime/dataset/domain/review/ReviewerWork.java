package org.magicanime.dataset.domain.review;

/// What one person decided.
///
/// @param name empty of all who said none
/// @param decisions how often, captions and what was taken back among it
/// @param accepted items that the person accepted, by the votes that count now
/// @param rejected items that the person rejected, likewise
/// @param trimmed clips of which the person kept a part, likewise
/// @param overruled items of which something else stands than the person's vote, conflicts among them
/// @param firstAt milliseconds since 1970-01-01T00:00Z
/// @param lastAt likewise
public record ReviewerWork(
        String name,
        long decisions,
        long accepted,
        long rejected,
        long trimmed,
        long overruled,
        long firstAt,
        long lastAt) {}
