package org.magicanime.caption.domain.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.magicanime.caption.domain.motion.Fact;
import org.magicanime.caption.domain.motion.Heading;
import org.magicanime.caption.domain.motion.Predicate;
import org.magicanime.caption.domain.motion.Side;
import org.magicanime.contracts.FrameSpan;

/// One fact, or the same of both sides at the same time.
///
/// @param fact with the side that is said
/// @param ids of the facts behind it
record Statement(Fact fact, List<String> ids) {
    private static final double SAME_TIME = 0.6;

    Statement {
        ids = List.copyOf(ids);
    }

    Predicate predicate() {
        return fact.predicate();
    }

    /// What both limbs do together is said once.
    static List<Statement> of(List<Fact> facts) {
        List<Statement> statements = new ArrayList<>();
        List<Fact> left = new ArrayList<>(facts);
        while (!left.isEmpty()) {
            Fact fact = left.removeFirst();
            Fact other = partner(fact, left);
            if (other == null) {
                statements.add(new Statement(fact, List.of(fact.id())));
            } else {
                left.remove(other);
                statements.add(new Statement(both(fact, other), List.of(fact.id(), other.id())));
            }
        }
        return statements;
    }

    private static @Nullable Fact partner(Fact fact, List<Fact> others) {
        return others.stream()
                .filter(other -> other.predicate() == fact.predicate()
                        && fact.side() != Side.NONE
                        && other.side() == fact.side().mirrored()
                        && other.side() != fact.side()
                        && other.sharedWith(fact) >= SAME_TIME
                        && fact.sharedWith(other) >= SAME_TIME)
                .findFirst()
                .orElse(null);
    }

    private static Fact both(Fact one, Fact other) {
        boolean sameCount = Objects.equals(one.count(), other.count());
        boolean sameHeading = one.heading() == other.heading();
        return new Fact(
                one.id(),
                one.predicate(),
                Side.BOTH,
                sameHeading ? one.heading() : Heading.NONE,
                new FrameSpan(
                        Math.min(one.frames().first(), other.frames().first()),
                        Math.max(one.frames().end(), other.frames().end())),
                sameCount ? one.count() : null,
                mean(one.frequency(), other.frequency()),
                one.measures());
    }

    private static @Nullable Double mean(@Nullable Double one, @Nullable Double other) {
        return one == null || other == null ? null : Double.valueOf((one + other) / 2);
    }
}
