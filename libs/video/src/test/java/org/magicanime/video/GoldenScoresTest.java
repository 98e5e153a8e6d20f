package org.magicanime.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.magicanime.video.measure.Measuring;

/// PySceneDetect 0.6.7.1's own scores of five real films, to the bit.
class GoldenScoresTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"popeye_T01_p2.mkv", "popeye_T03_p1.mkv", "sintel_threejs.mp4", "mov_bbb.mp4", "tos_battle.webm"
            })
    void contentScoresAreBitEqual(String name) throws IOException {
        Path shared = SharedFolder.path();
        Path film = shared.resolve("cartoons").resolve(name);
        Assumptions.assumeTrue(Files.exists(film), () -> "needs the films of ../shared, which are not there");
        JsonNode golden = new ObjectMapper()
                .readTree(shared.resolve("reference/golden/pyscenedetect-0.6.7.1.json")
                        .toFile())
                .path("clips")
                .path(name);
        FilmMeasures measures = Measuring.measure(film, MeasureOptions.DEFAULT, frames -> {});
        assertThat(measures.frames()).isEqualTo(golden.path("frames").asInt());
        for (int i = 1; i < measures.frames(); i++) {
            double expected = golden.path("content_val").get(i).asDouble();
            assertThat(measures.contentScore()[i]).as("frame %d", i).isEqualTo(expected);
        }
    }
}
