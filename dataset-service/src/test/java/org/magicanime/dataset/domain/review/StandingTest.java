package org.magicanime.dataset.domain.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.Subset;

/// What follows from the votes of several people, and how far they agree.
class StandingTest {
    private static final String VIDEO = "296706fe58131d30";

    private final List<ReviewDecided> history = new ArrayList<>();

    @Test
    void ofOnePersonTheLastDecisionStands() {
        say("ann", ReviewDecision.REJECTED);
        say("ann", ReviewDecision.ACCEPTED);

        assertThat(standing().decision()).isEqualTo(ReviewDecision.ACCEPTED);
        assertThat(standing().conflict()).isFalse();

        say("ann", ReviewDecision.OPEN);

        assertThat(standing().decision()).isEqualTo(ReviewDecision.OPEN);
        assertThat(standing().voters()).isEmpty();
    }

    @Test
    void twoWhoDisagreeAreAConflictThatAThirdSettles() {
        say("ann", ReviewDecision.ACCEPTED);
        say("bob", ReviewDecision.REJECTED);

        assertThat(standing().decision()).isEqualTo(ReviewDecision.REJECTED);
        assertThat(standing().conflict()).isTrue();
        assertThat(standing().voters()).containsExactly("ann", "bob");

        say("cyd", ReviewDecision.ACCEPTED);

        assertThat(standing().decision()).isEqualTo(ReviewDecision.ACCEPTED);
        assertThat(standing().conflict()).isFalse();
        assertThat(standing().said().reviewer()).isEqualTo("cyd");

        say("cyd", ReviewDecision.OPEN);

        assertThat(standing().conflict()).isTrue();
    }

    @Test
    void oneOfTwoWhoChangesTheDecisionSettlesIt() {
        say("ann", ReviewDecision.ACCEPTED);
        say("bob", ReviewDecision.REJECTED);
        say("bob", ReviewDecision.ACCEPTED);

        assertThat(standing().decision()).isEqualTo(ReviewDecision.ACCEPTED);
        assertThat(standing().conflict()).isFalse();
    }

    @Test
    void allWithoutANameAreOnePerson() {
        say(null, ReviewDecision.ACCEPTED);
        say(null, ReviewDecision.REJECTED);

        assertThat(standing().conflict()).isFalse();
        assertThat(standing().decision()).isEqualTo(ReviewDecision.REJECTED);
    }

    @Test
    void whatWasSaidOfACaptionIsNoVote() {
        history.addFirst(new ReviewDecided(
                VIDEO,
                Subset.TEXT_TO_VIDEO,
                VIDEO + "-000010-000060",
                "0123456789abcdef",
                ReviewDecision.UNCAPTIONED,
                null,
                null,
                List.of(),
                "ann",
                1));

        assertThat(Standing.of(history)).isEmpty();
    }

    /// The example of the encyclopaedias: 20 and 15 agreed of 50, of which chance gives half.
    @Test
    void kappaIsTheAgreementBeyondChance() {
        assertThat(new Agreement("ann", "bob", 20, 15, 5, 10).kappa()).isCloseTo(0.4, within(1e-12));
        assertThat(new Agreement("ann", "bob", 10, 10, 0, 0).kappa()).isEqualTo(1.0);
        assertThat(new Agreement("ann", "bob", 0, 0, 5, 5).kappa()).isEqualTo(-1.0);
        assertThat(new Agreement("ann", "bob", 7, 0, 0, 0).kappa()).isNull();
    }

    /// Values of the formula, and of tables of it.
    @Test
    void theShareOfWrongItemsHasWilsonsInterval() {
        assertThat(new SampleEstimate(200, 200, 4).lower()).isCloseTo(0.0078, within(5e-5));
        assertThat(new SampleEstimate(200, 200, 4).upper()).isCloseTo(0.0503, within(5e-5));
        assertThat(new SampleEstimate(50, 50, 0).lower()).isZero();
        assertThat(new SampleEstimate(50, 50, 0).upper()).isCloseTo(0.0713, within(5e-5));
        assertThat(new SampleEstimate(50, 0, 0).upper()).isEqualTo(1);
    }

    private Standing standing() {
        return Standing.of(history).orElseThrow();
    }

    private void say(@Nullable String reviewer, ReviewDecision decision) {
        history.addFirst(decided(reviewer, decision));
    }

    private ReviewDecided decided(@Nullable String reviewer, ReviewDecision decision) {
        return new ReviewDecided(
                VIDEO,
                Subset.POSE_DRIVEN,
                VIDEO + "-000010-000060",
                "0123456789abcdef",
                decision,
                null,
                null,
                List.of(),
                reviewer,
                history.size() + 1L);
    }
}
