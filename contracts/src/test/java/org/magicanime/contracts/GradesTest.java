package org.magicanime.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GradesTest {
    private static final String VIDEO = "296706fe58131d30";

    @Test
    void aGradeIsThereWithThatDecisionAndWithNoOther() {
        assertThat(said(Subset.FACE_REENACTMENT, ReviewDecision.GRADED, Difficulty.HARD, 5)
                        .difficulty())
                .isEqualTo(Difficulty.HARD);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> said(Subset.FACE_REENACTMENT, ReviewDecision.GRADED, null, 5))
                .withMessageContaining("difficulty must be there");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> said(Subset.FACE_REENACTMENT, ReviewDecision.ACCEPTED, Difficulty.EASY, 5))
                .withMessageContaining("difficulty must be there");
    }

    @Test
    void atTheSameMomentTheHarderGradeStands() {
        ReviewDecided easy = said(Subset.FACE_REENACTMENT, ReviewDecision.GRADED, Difficulty.EASY, 5);
        ReviewDecided hard = said(Subset.FACE_REENACTMENT, ReviewDecision.GRADED, Difficulty.HARD, 5);

        assertThat(hard.standsAgainst(easy)).isTrue();
        assertThat(easy.standsAgainst(hard)).isFalse();
    }

    @Test
    void speechAndWordsBecomeNoCasesOfTheirOwn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> said(Subset.AUDIO_DRIVEN, ReviewDecision.EXCLUDED, null, 5))
                .withMessageContaining("decide about the face-reenactment item");
        assertThat(said(Subset.FACE_REENACTMENT, ReviewDecision.EXCLUDED, null, 5)
                        .decision())
                .isEqualTo(ReviewDecision.EXCLUDED);
    }

    private static ReviewDecided said(
            Subset subset, ReviewDecision decision, @Nullable Difficulty difficulty, long at) {
        return new ReviewDecided(
                VIDEO,
                subset,
                VIDEO + "-000010-000060-f0",
                "0123456789abcdef",
                decision,
                null,
                null,
                List.of(),
                "mika",
                at,
                null,
                null,
                null,
                difficulty);
    }
}
