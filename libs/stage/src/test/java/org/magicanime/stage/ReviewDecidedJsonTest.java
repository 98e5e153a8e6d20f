package org.magicanime.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Difficulty;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Labels;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.Style;
import org.magicanime.contracts.Subset;
import org.magicanime.contracts.Trim;

/// Decisions with more than a word.
class ReviewDecidedJsonTest {
    private static final String VIDEO = "296706fe58131d30";
    private static final String SHA = "296706fe58131d301f0efe24696b604a0b7b141b41c1afe3457efc1318b466c1";
    private static final String PARAMS = "0123456789abcdef";
    private static final Labels LABELS = new Labels(Style.JAPAN, "Señor Ü", "https://example.org/film", "CC-BY 3.0");

    @Test
    void aDecisionThatKeepsAPartOfAClipIsWrittenAndReadAsItsGoldenFileSays() throws IOException {
        ReviewDecided trimmed = new ReviewDecided(
                VIDEO,
                Subset.IMAGE_TO_VIDEO,
                VIDEO + "-000010-000060",
                PARAMS,
                ReviewDecision.TRIMMED,
                null,
                null,
                List.of(SHA),
                "mika",
                1_795_000_000_000L,
                new Trim(
                        new FrameSpan(12, 48),
                        new ArtifactRef("artifacts", "videos/" + VIDEO + "/source", SHA, 1234, "video/mp4"),
                        LABELS),
                null);
        byte[] golden = file("ReviewDecided-trimmed");

        assertThat(new ObjectMapper().readTree(EventJson.write(trimmed)))
                .isEqualTo(new ObjectMapper().readTree(golden));
        assertThat(EventJson.readEvent(golden, ReviewDecided.class)).isEqualTo(trimmed);
    }

    @Test
    void aDecisionByARuleIsWrittenAndReadAsItsGoldenFileSays() throws IOException {
        ReviewDecided byRule = new ReviewDecided(
                VIDEO,
                Subset.FACE_REENACTMENT,
                VIDEO + "-000010-000060-f0",
                PARAMS,
                ReviewDecision.REJECTED,
                "rule: face.turn above 0.9, from the side",
                null,
                List.of(SHA),
                "mika",
                1_795_000_000_000L,
                null,
                null,
                "fedcba9876543210",
                null);
        byte[] golden = file("ReviewDecided-rule");

        assertThat(new ObjectMapper().readTree(EventJson.write(byRule))).isEqualTo(new ObjectMapper().readTree(golden));
        assertThat(EventJson.readEvent(golden, ReviewDecided.class)).isEqualTo(byRule);
    }

    @Test
    void howDifficultAnItemIsIsWrittenAndReadAsItsGoldenFileSays() throws IOException {
        ReviewDecided graded = new ReviewDecided(
                VIDEO,
                Subset.FACE_REENACTMENT,
                VIDEO + "-000010-000060-f0",
                PARAMS,
                ReviewDecision.GRADED,
                null,
                null,
                List.of(SHA),
                "mika",
                1_795_000_000_000L,
                null,
                null,
                null,
                Difficulty.HARD);
        byte[] golden = file("ReviewDecided-graded");

        assertThat(new ObjectMapper().readTree(EventJson.write(graded))).isEqualTo(new ObjectMapper().readTree(golden));
        assertThat(EventJson.readEvent(golden, ReviewDecided.class)).isEqualTo(graded);
    }

    @Test
    void thatSomebodyShouldLookAgainIsWrittenAndReadAsItsGoldenFileSays() throws IOException {
        ReviewDecided again = new ReviewDecided(
                VIDEO,
                Subset.FACE_REENACTMENT,
                VIDEO + "-000010-000060-f0",
                PARAMS,
                ReviewDecision.LOOK_AGAIN,
                "is that the same person?",
                null,
                List.of(SHA),
                "mika",
                1_795_000_000_000L);
        byte[] golden = file("ReviewDecided-look-again");

        assertThat(new ObjectMapper().readTree(EventJson.write(again))).isEqualTo(new ObjectMapper().readTree(golden));
        assertThat(EventJson.readEvent(golden, ReviewDecided.class)).isEqualTo(again);
    }

    private static byte[] file(String of) throws IOException {
        String name = "/events/" + of + ".v1.json";
        try (InputStream in = ReviewDecidedJsonTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
