package org.magicanime.segment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.magicanime.video.FilmMeasures;
import org.magicanime.video.MeasureOptions;
import org.magicanime.video.measure.Measuring;

/// PySceneDetect 0.6.7.1's own cuts of five real films, end to end: decoded, measured and detected.
class GoldenCutsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"popeye_T01_p2.mkv", "popeye_T03_p1.mkv", "sintel_threejs.mp4", "mov_bbb.mp4", "tos_battle.webm"
            })
    void cutsAreEqual(String name) throws IOException {
        Path shared = sharedFolder();
        Path film = shared.resolve("cartoons").resolve(name);
        Path reference = shared.resolve("reference/golden/pyscenedetect-0.6.7.1.json");
        Assumptions.assumeTrue(
                Files.exists(film) && Files.exists(reference),
                "needs the films and golden values of ../shared, which are not there");
        JsonNode golden =
                new ObjectMapper().readTree(reference.toFile()).path("clips").path(name);

        FilmMeasures measures = Measuring.measure(film, MeasureOptions.DEFAULT, frames -> {});
        List<Integer> cuts = Detector.CONTENT_0_6_7.shots(measures).stream()
                .skip(1)
                .map(shot -> (int) shot.first())
                .toList();

        List<Integer> expected = new ArrayList<>();
        golden.path("content_cuts").forEach(cut -> expected.add(cut.asInt()));
        assertThat(expected).isNotEmpty();
        assertThat(measures.frames()).isEqualTo(golden.path("frames").asInt());
        assertThat(cuts).isEqualTo(expected);
    }

    /// Beside the checkout; a bare clone has none.
    private static Path sharedFolder() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("magicanime"))) {
            folder = folder.getParent();
        }
        return folder == null ? Path.of("shared") : folder.resolveSibling("shared");
    }
}
