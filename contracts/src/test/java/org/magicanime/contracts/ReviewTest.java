package org.magicanime.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewTest {
    private static final String VIDEO = "296706fe58131d30";
    private static final String SPAN = VIDEO + "-000010-000060";
    private static final String FACE = SPAN + "-f0";
    private static final String HASH = "0123456789abcdef";

    @Test
    void theIdHasTheFormThatItemsOfTheSubsetHave() {
        assertThat(decided(Subset.AUDIO_DRIVEN, FACE, ReviewDecision.ACCEPTED, null, 5)
                        .itemId())
                .isEqualTo(FACE);
        assertThat(decided(Subset.POSE_DRIVEN, SPAN, ReviewDecision.ACCEPTED, null, 5)
                        .itemId())
                .isEqualTo(SPAN);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> decided(Subset.AUDIO_DRIVEN, SPAN, ReviewDecision.ACCEPTED, null, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decided(Subset.POSE_DRIVEN, FACE, ReviewDecision.ACCEPTED, null, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        decided(Subset.POSE_DRIVEN, "0000000000000000-000010-000060", ReviewDecision.ACCEPTED, null, 5))
                .withMessageContaining("of the film " + VIDEO);
    }

    @Test
    void aCaptionGoesWithTheDecisionAboutItOnly() {
        assertThat(decided(Subset.TEXT_TO_VIDEO, SPAN, ReviewDecision.CAPTIONED, "She waves.", 5)
                        .caption())
                .isEqualTo("She waves.");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> decided(Subset.TEXT_TO_VIDEO, SPAN, ReviewDecision.CAPTIONED, null, 5))
                .withMessageContaining("caption");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decided(Subset.TEXT_TO_VIDEO, SPAN, ReviewDecision.REJECTED, "She waves.", 5))
                .withMessageContaining("caption");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decided(Subset.AUDIO_DRIVEN, FACE, ReviewDecision.CAPTIONED, "She waves.", 5))
                .withMessageContaining("audio-driven");
    }

    @Test
    void theLaterDecisionStandsAndOfTwoAtOnceTheMoreCarefulOne() {
        ReviewDecided accepted = decided(Subset.POSE_DRIVEN, SPAN, ReviewDecision.ACCEPTED, null, 7);
        ReviewDecided rejected = decided(Subset.POSE_DRIVEN, SPAN, ReviewDecision.REJECTED, null, 7);
        ReviewDecided earlier = decided(Subset.POSE_DRIVEN, SPAN, ReviewDecision.REJECTED, null, 6);

        assertThat(accepted.standsAgainst(earlier)).isTrue();
        assertThat(earlier.standsAgainst(accepted)).isFalse();
        assertThat(rejected.standsAgainst(accepted)).isTrue();
        assertThat(accepted.standsAgainst(rejected)).isFalse();
    }

    @Test
    void ofTwoCaptionsAtOnceTheSameOneStandsWhicheverCameFirst() {
        ReviewDecided waves = decided(Subset.TEXT_TO_VIDEO, SPAN, ReviewDecision.CAPTIONED, "She waves.", 7);
        ReviewDecided walks = decided(Subset.TEXT_TO_VIDEO, SPAN, ReviewDecision.CAPTIONED, "She walks.", 7);

        assertThat(waves.standsAgainst(walks)).isTrue();
        assertThat(walks.standsAgainst(waves)).isFalse();
    }

    @Test
    void onlyAPartOfAClipIsKeptByTrimmingIt() {
        assertThat(trimmed(Subset.IMAGE_TO_VIDEO, new FrameSpan(12, 60)).trim())
                .extracting(trim -> trim.clipId(VIDEO))
                .isEqualTo(VIDEO + "-000012-000060");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> trimmed(Subset.IMAGE_TO_VIDEO, new FrameSpan(10, 60)))
                .withMessageContaining("a part of frames 10 to 59");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trimmed(Subset.IMAGE_TO_VIDEO, new FrameSpan(9, 30)))
                .withMessageContaining("a part of frames 10 to 59");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trimmed(Subset.POSE_DRIVEN, new FrameSpan(12, 60)))
                .withMessageContaining("cannot be trimmed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decided(Subset.IMAGE_TO_VIDEO, SPAN, ReviewDecision.TRIMMED, null, 5))
                .withMessageContaining("trim must be there");
    }

    @Test
    void pointsAreOfSpansAndFacesAndGoWithTheDecisionAboutThemOnly() {
        assertThat(corrected(Subset.POSE_DRIVEN, SPAN, "1").correction()).isNotNull();
        assertThat(corrected(Subset.FACE_REENACTMENT, FACE, "1").decision().question())
                .isEqualTo(ReviewQuestion.POINTS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> corrected(Subset.AUDIO_DRIVEN, FACE, "1"))
                .withMessageContaining("audio-driven have no points");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decided(Subset.POSE_DRIVEN, SPAN, ReviewDecision.CORRECTED, null, 5))
                .withMessageContaining("correction must be there");
        assertThat(decided(Subset.POSE_DRIVEN, SPAN, ReviewDecision.UNCORRECTED, null, 5)
                        .decision()
                        .question())
                .isEqualTo(ReviewQuestion.POINTS);
    }

    @Test
    void ofTwoCorrectionsAtOnceTheSameOneStandsWhicheverCameFirst() {
        ReviewDecided one = corrected(Subset.POSE_DRIVEN, SPAN, "1");
        ReviewDecided other = corrected(Subset.POSE_DRIVEN, SPAN, "2");

        assertThat(other.standsAgainst(one)).isTrue();
        assertThat(one.standsAgainst(other)).isFalse();
        assertThat(one.standsAgainst(decided(Subset.POSE_DRIVEN, SPAN, ReviewDecision.UNCORRECTED, null, 5)))
                .isTrue();
    }

    @Test
    void aRuleKeepsOrLeavesOutItemsAndDoesNothingElse() {
        assertThat(byRule(ReviewDecision.REJECTED, "0123456789abcdef").rule()).isEqualTo("0123456789abcdef");
        assertThat(byRule(ReviewDecision.OPEN, "0123456789abcdef").rule()).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byRule(ReviewDecision.REJECTED, "0123"))
                .withMessageContaining("rule must be 16");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byRule(ReviewDecision.UNCORRECTED, "0123456789abcdef"))
                .withMessageContaining("rule must not be there");
    }

    private static ReviewDecided byRule(ReviewDecision decision, String rule) {
        return new ReviewDecided(
                VIDEO,
                Subset.POSE_DRIVEN,
                SPAN,
                HASH,
                decision,
                null,
                null,
                List.of(),
                null,
                5,
                null,
                null,
                rule,
                null);
    }

    private static ReviewDecided corrected(Subset subset, String item, String digit) {
        ArtifactRef file = new ArtifactRef(
                "artifacts",
                ArtifactKeys.ofClip(SPAN, "review", HASH, "keypoints.npy"),
                digit.repeat(64),
                1,
                "application/octet-stream");
        return new ReviewDecided(
                VIDEO,
                subset,
                item,
                HASH,
                ReviewDecision.CORRECTED,
                null,
                null,
                List.of(),
                null,
                5,
                null,
                new PointCorrection(file, file));
    }

    private static ReviewDecided trimmed(Subset subset, FrameSpan span) {
        ArtifactRef source = new ArtifactRef(
                "artifacts", ArtifactKeys.source(VIDEO), VIDEO + "0".repeat(48), 1, "application/octet-stream");
        return new ReviewDecided(
                VIDEO,
                subset,
                SPAN,
                HASH,
                ReviewDecision.TRIMMED,
                null,
                null,
                List.of(),
                null,
                5,
                new Trim(span, source, new Labels(Style.JAPAN, "Film", null, null)),
                null);
    }

    private static ReviewDecided decided(
            Subset subset, String item, ReviewDecision decision, @Nullable String caption, long at) {
        return new ReviewDecided(VIDEO, subset, item, HASH, decision, null, caption, List.of(), null, at);
    }
}
