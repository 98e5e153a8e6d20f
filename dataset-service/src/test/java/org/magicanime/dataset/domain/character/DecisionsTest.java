package org.magicanime.dataset.domain.character;

import static org.assertj.core.api.Assertions.assertThat;
import static org.magicanime.dataset.domain.character.Cast.decided;
import static org.magicanime.dataset.domain.character.Cast.different;
import static org.magicanime.dataset.domain.character.Cast.id;
import static org.magicanime.dataset.domain.character.Cast.same;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.CharacterVerdict;

class DecisionsTest {
    @Test
    void theLaterDecisionOnAPairStandsWhateverComesFirst() {
        var early = decided(0, 1, CharacterVerdict.SAME, 10);
        var late = decided(1, 0, CharacterVerdict.DIFFERENT, 20);
        var other = decided(0, 2, CharacterVerdict.SAME, 5);

        assertThat(Decisions.of(List.of(early, late, other, early)).made()).containsExactly(late, other);
        assertThat(Decisions.of(List.of(late, other, early)).made()).containsExactly(late, other);
        assertThat(Decisions.of(List.of(late, early)).about(id(2))).isEmpty();
        assertThat(Decisions.of(List.of(other)).about(id(2))).containsExactly(other);
    }

    @Test
    void whatIsTakenBackIsNoDecisionAnyMore() {
        Decisions decisions = Decisions.of(List.of(same(0, 1))).with(decided(0, 1, CharacterVerdict.OPEN, 2));

        assertThat(decisions.made()).isEmpty();
    }

    @Test
    void aContradictionNamesAllDecisionsThatMakeIt() {
        Decisions decisions =
                Decisions.of(List.of(same(0, 1), same(1, 2), same(2, 3), different(3, 0), different(5, 0)));

        assertThat(decisions.contradictions()).singleElement().satisfies(found -> {
            assertThat(found.apart()).isEqualTo(different(0, 3));
            assertThat(found.same()).containsExactly(same(0, 1), same(1, 2), same(2, 3));
            assertThat(found.faces()).containsExactly(id(0), id(1), id(2), id(3));
            assertThat(found.message())
                    .startsWith(id(0) + " and " + id(3) + " were told to be different, but " + id(0)
                            + " was told to be the same as " + id(1) + " and ")
                    .endsWith("Take one of these decisions back");
        });
        assertThat(decisions.with(decided(1, 2, CharacterVerdict.OPEN, 9)).contradictions())
                .isEmpty();
    }
}
