package org.magicanime.dataset.web;

import java.util.stream.Collectors;
import org.magicanime.dataset.domain.LedgerKey;
import org.magicanime.dataset.domain.review.Conflict;

/// An item on which people disagree, as the page of reviewers shows it.
///
/// @param href address of its page
/// @param people whose votes they are
public record ConflictRow(String subset, String id, String href, String people) {
    static ConflictRow of(Conflict conflict) {
        return new ConflictRow(
                conflict.subset().toString(),
                conflict.itemId(),
                ItemLink.href(new LedgerKey(
                                conflict.subset().stage(),
                                conflict.subset().kind(),
                                conflict.itemId(),
                                conflict.paramsHash()))
                        + "#review",
                conflict.voters().stream()
                        .map(each -> each.isEmpty() ? "somebody without a name" : each)
                        .collect(Collectors.joining(", ")));
    }
}
