package org.magicanime.keypoint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.stage.EventJson;

class CocoWholeBodyTest {
    @Test
    void theListsHaveTheLengthsAndFlagsOfCocoWholeBody() throws IOException {
        WholeBody body = new WholeBody();
        body.set(0, 10.006, 20, 0.9);
        body.set(5, 30, 5, 0.4);
        body.set(WholeBody.FACE, 1, 2, 0.75);

        JsonNode file = new ObjectMapper()
                .readTree(EventJson.write(
                        CocoWholeBody.of(640, 360, new FrameSpan(7, 9), List.of(body, new WholeBody()))));

        assertThat(file.at("/images/0/frame").asInt()).isEqualTo(7);
        assertThat(file.at("/images/1/frame").asInt()).isEqualTo(8);
        JsonNode first = file.at("/annotations/0");
        assertThat(first.path("keypoints")).hasSize(51);
        numbers(first, "keypoints", 0, 10.01, 20, 2);
        numbers(first, "keypoints", 15, 30, 5, 1);
        numbers(first, "face_kpts", 0, 1, 2, 0.75);
        numbers(first, "bbox", 0, 1, 2, 29, 18);
        assertThat(first.path("foot_kpts")).hasSize(18);
        assertThat(first.path("face_kpts")).hasSize(204);
        assertThat(first.path("lefthand_kpts")).hasSize(63);
        assertThat(first.path("righthand_kpts")).hasSize(63);
        assertThat(first.path("keypoint_scores")).hasSize(133);
        assertThat(first.path("face_valid").asBoolean()).isTrue();
        assertThat(first.path("lefthand_valid").asBoolean(true)).isFalse();
        assertThat(first.path("num_keypoints").asInt()).isEqualTo(2);
        numbers(file.at("/annotations/1"), "bbox", 0, 0, 0, 0, 0);
    }

    private static void numbers(JsonNode annotation, String field, int first, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(annotation.path(field).path(first + i).asDouble()).isEqualTo(expected[i]);
        }
    }
}
