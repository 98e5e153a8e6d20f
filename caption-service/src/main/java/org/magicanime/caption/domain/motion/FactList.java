package org.magicanime.caption.domain.motion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Measure;

/// Collects what is found in one span.
final class FactList {
    private static final Comparator<Fact> ORDER = Comparator.<Fact>comparingLong(
                    fact -> fact.frames().first())
            .thenComparing(Fact::predicate)
            .thenComparing(Fact::side)
            .thenComparing(Fact::heading)
            .thenComparingLong(fact -> fact.frames().end());

    private final long first;
    private final List<Fact> facts = new ArrayList<>();

    /// @param first number in the film of the span's first frame
    FactList(long first) {
        this.first = first;
    }

    void add(Predicate predicate, Side side, Heading heading, Run run, Measure... measures) {
        add(predicate, side, heading, run, null, null, measures);
    }

    void add(
            Predicate predicate,
            Side side,
            Heading heading,
            Run run,
            @Nullable Integer count,
            @Nullable Double frequency,
            Measure... measures) {
        facts.add(new Fact(
                "",
                predicate,
                side,
                heading,
                new FrameSpan(first + run.first(), first + run.end()),
                count,
                frequency == null ? null : MotionRules.rounded(frequency),
                List.of(measures)));
    }

    /// The runs of a fact, counted from the span's first frame.
    List<Run> runs(Predicate predicate) {
        return facts.stream()
                .filter(fact -> fact.predicate() == predicate)
                .map(fact -> new Run((int) (fact.frames().first() - first), (int)
                        (fact.frames().end() - first)))
                .toList();
    }

    boolean hasAny(Set<Predicate> predicates) {
        return facts.stream().anyMatch(fact -> predicates.contains(fact.predicate()));
    }

    /// In the order of their frames, with their ids.
    List<Fact> sorted() {
        List<Fact> sorted = facts.stream().sorted(ORDER).toList();
        List<Fact> named = new ArrayList<>();
        for (Fact fact : sorted) {
            named.add(fact.named("f" + (named.size() + 1)));
        }
        return named;
    }
}
