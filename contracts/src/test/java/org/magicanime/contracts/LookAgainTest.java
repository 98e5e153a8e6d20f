package org.magicanime.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LookAgainTest {
    private static final String VIDEO = "296706fe58131d30";

    @Test
    void itIsNoVoteAndHasAReasonOrNone() {
        assertThat(ReviewDecision.LOOK_AGAIN).hasToString("look-again");
        assertThat(ReviewDecision.LOOKED_AGAIN).hasToString("looked-again");
        for (ReviewDecision each : List.of(ReviewDecision.LOOK_AGAIN, ReviewDecision.LOOKED_AGAIN)) {
            assertThat(each.question()).isEqualTo(ReviewQuestion.AGAIN);
        }
        assertThat(said(ReviewDecision.LOOK_AGAIN, null, 5, null).reason()).isNull();
        assertThat(said(ReviewDecision.LOOK_AGAIN, "left or right?", 5, null).reason())
                .isEqualTo("left or right?");
        assertThat(ReviewDecision.ACCEPTED.question()).isEqualTo(ReviewQuestion.KEEP);
    }

    /// A rule looks at nothing.
    @Test
    void noRuleWantsIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> said(ReviewDecision.LOOK_AGAIN, null, 5, "0123456789abcdef"))
                .withMessageContaining("rule must not be there with the decision look-again");
    }

    @Test
    void atTheSameMomentTheWishStands() {
        ReviewDecided wanted = said(ReviewDecision.LOOK_AGAIN, null, 5, null);

        assertThat(wanted.standsAgainst(said(ReviewDecision.LOOKED_AGAIN, null, 5, null)))
                .isTrue();
        assertThat(said(ReviewDecision.LOOKED_AGAIN, null, 5, null).standsAgainst(wanted))
                .isFalse();
        assertThat(said(ReviewDecision.LOOKED_AGAIN, null, 6, null).standsAgainst(wanted))
                .isTrue();
    }

    private static ReviewDecided said(
            ReviewDecision decision, @Nullable String reason, long at, @Nullable String rule) {
        return new ReviewDecided(
                VIDEO,
                Subset.FACE_REENACTMENT,
                VIDEO + "-000010-000060-f0",
                "0123456789abcdef",
                decision,
                reason,
                null,
                List.of(),
                "mika",
                at,
                null,
                null,
                rule,
                null);
    }
}
