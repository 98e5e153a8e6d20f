package org.magicanime.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.shots.ShotScore;
import org.magicanime.shots.ShotTruth;
import org.magicanime.video.measure.Measuring;

/// The detector `cartoon` on real films, whose cuts people marked.
class CartoonCutsTest {
    @ParameterizedTest
    @ValueSource(strings = {"popeye_T01_p2.mkv", "popeye_T03_p1.mkv", "mov_bbb.mp4", "sintel_threejs.mp4"})
    void findsWhatPeopleSee(String name) throws Exception {
        Path folder = SharedFolder.path().resolve("cartoons");
        Path film = folder.resolve(name);
        Path file = folder.resolve("shot_boundaries.json");
        Assumptions.assumeTrue(
                Files.exists(film) && Files.exists(file), "needs the films of ../shared, which are not there");
        ShotTruth truth = truth(new ObjectMapper().readTree(file.toFile()).path(name));

        FilmMeasures measures = Measuring.measure(film, MeasureOptions.CARTOON, frames -> {});

        assertThat(ShotScore.ofCuts(measures.boundaries(), truth))
                .isEqualTo(new ShotScore(truth.cuts().size(), 0, 0));
        ShotScore gradual = ShotScore.ofGradual(measures.boundaries(), truth);
        assertThat(gradual.wrong()).isZero();
        assertThat(gradual.recall()).isGreaterThanOrEqualTo(0.8);
    }

    private static ShotTruth truth(JsonNode film) {
        List<Integer> cuts = new ArrayList<>();
        film.path("cuts").forEach(cut -> cuts.add(cut.asInt()));
        return new ShotTruth(cuts, spans(film.path("gradual")), spans(film.path("ambiguous")), List.of());
    }

    private static List<FrameSpan> spans(JsonNode ranges) {
        List<FrameSpan> spans = new ArrayList<>();
        ranges.forEach(range ->
                spans.add(new FrameSpan(range.path(0).asLong(), range.path(1).asLong() + 1)));
        return spans;
    }
}
