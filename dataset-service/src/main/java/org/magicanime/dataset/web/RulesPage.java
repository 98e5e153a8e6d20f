package org.magicanime.dataset.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Measure;
import org.magicanime.dataset.domain.review.AppliedRule;
import org.magicanime.dataset.domain.review.BulkRule;
import org.magicanime.dataset.domain.review.QueueItem;
import org.magicanime.dataset.domain.review.ValueFilter;

/// The page of bulk rules.
///
/// @param query what a rule is about
/// @param decision what it decides
/// @param reason why, as typed
/// @param measures what is measured of items of any subset, by name
/// @param preview what the rule would do; absent where none is asked for
/// @param fault why there can be no such rule; empty if nothing is wrong
/// @param applied what people applied
/// @param reviewer who decides
public record RulesPage(
        QueueParams query,
        String decision,
        String reason,
        List<String> measures,
        @Nullable Preview preview,
        String fault,
        List<Applied> applied,
        Reviewer reviewer) {

    /// What a rule would do.
    ///
    /// @param reason that each decision would have
    /// @param items about how many it would decide
    /// @param some of them
    public record Preview(String reason, long items, List<Shown> some) {
        static Preview of(BulkRule rule, long items, List<QueueItem> some) {
            return new Preview(
                    rule.reason(),
                    items,
                    some.stream()
                            .map(each -> Shown.of(each, rule.filter().value()))
                            .toList());
        }
    }

    /// An item that the rule is about.
    ///
    /// @param measured the value that the rule is about, or the one that is the nearest to its threshold; empty if
    ///     there is none
    public record Shown(QueueRow row, String measured) {
        static Shown of(QueueItem item, @Nullable ValueFilter value) {
            Measure measure = value == null
                    ? item.nearest()
                    : item.measures().stream()
                            .filter(each -> each.rule().equals(value.rule()))
                            .findFirst()
                            .orElse(null);
            String words = measure == null ? "" : measure.rule() + " " + ShownNumbers.value(measure.value());
            return new Shown(QueueRow.of(item), words);
        }
    }

    /// A line of what people applied.
    ///
    /// @param mine whether the one who looks may take it back
    public record Applied(AppliedRule rule, String who, String time, boolean mine) {
        static Applied of(AppliedRule rule, Reviewer reviewer) {
            return new Applied(
                    rule,
                    rule.reviewer().isEmpty() ? "without a name" : rule.reviewer(),
                    ShownTimes.second(rule.decidedAt()),
                    rule.standing() > 0 && rule.reviewer().equals(reviewer.name()));
        }
    }

    /// The rule as the page's script says it to the service.
    public String address() {
        return query.getAddress() + "&decision=" + ItemLink.encoded(decision) + "&reason=" + ItemLink.encoded(reason);
    }

    /// What a button is called.
    public String verb() {
        return decision.equals("accepted") ? "Accept" : "Reject";
    }
}
