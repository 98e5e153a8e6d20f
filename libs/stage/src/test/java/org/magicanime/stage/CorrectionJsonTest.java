package org.magicanime.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.PointCorrection;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.Subset;

/// The form of corrected points on their topic: a golden file, both ways.
class CorrectionJsonTest {
    private static final String VIDEO = "296706fe58131d30";
    private static final String SPAN = VIDEO + "-000010-000060";
    private static final String KEYS = "clips/" + SPAN + "/review/fedcba9876543210/";

    @Test
    void correctedPointsAreWrittenAndReadAsTheirGoldenFileSays() throws IOException {
        ReviewDecided corrected = new ReviewDecided(
                VIDEO,
                Subset.POSE_DRIVEN,
                SPAN,
                "0123456789abcdef",
                ReviewDecision.CORRECTED,
                "the wrists were exchanged",
                null,
                List.of("296706fe58131d306b21bb21fe51ce6eeb1f8386f08d0a90c3d4c4a3d2d1a2b3"),
                "mika",
                1_795_000_000_000L,
                null,
                new PointCorrection(
                        new ArtifactRef(
                                "artifacts",
                                KEYS + "keypoints.npy",
                                "0123456789abcdef".repeat(4),
                                79_928,
                                "application/octet-stream"),
                        new ArtifactRef(
                                "artifacts",
                                KEYS + "provenance.json",
                                "fedcba9876543210".repeat(4),
                                240,
                                "application/json")));

        assertThat(new ObjectMapper().readTree(EventJson.write(corrected)))
                .isEqualTo(new ObjectMapper().readTree(golden()));
        assertThat(EventJson.readEvent(golden(), ReviewDecided.class)).isEqualTo(corrected);
    }

    @Test
    void aCorrectionWithoutItsPointsIsRefusedByName() throws IOException {
        ObjectNode without = (ObjectNode) new ObjectMapper().readTree(golden());
        ((ObjectNode) without.get("correction")).remove("points");

        assertThatThrownBy(() ->
                        EventJson.readEvent(without.toString().getBytes(StandardCharsets.UTF_8), ReviewDecided.class))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("correction.points");
    }

    private static byte[] golden() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                CorrectionJsonTest.class.getResourceAsStream("/events/ReviewDecided-corrected.v1.json"))) {
            return file.readAllBytes();
        }
    }
}
