package org.magicanime.dataset.web;

import org.magicanime.dataset.domain.review.ReviewerWork;

/// A person's line of the page of reviewers.
///
/// @param name what the page calls the person
/// @param csv address of what the person decided
/// @param work what the person decided
/// @param first when that began, in UTC
/// @param last when it was the last time, in UTC
public record WorkRow(String name, String csv, ReviewerWork work, String first, String last) {
    static WorkRow of(ReviewerWork work) {
        return new WorkRow(
                work.name().isEmpty() ? "without a name" : work.name(),
                work.name().isEmpty() ? "" : "/api/reviews/decisions.csv?reviewer=" + ItemLink.encoded(work.name()),
                work,
                ShownTimes.second(work.firstAt()),
                ShownTimes.second(work.lastAt()));
    }
}
