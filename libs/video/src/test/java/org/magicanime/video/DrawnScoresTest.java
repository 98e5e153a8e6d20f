package org.magicanime.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.magicanime.video.measure.Measuring;

/// PySceneDetect 0.6.7.1's own scores of drawn films, to the bit: each colour matrix and range, 10 bits, an odd
/// height, a turned film, and one that is too small to be shrunk.
class DrawnScoresTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void contentScoresAreBitEqual(DrawnFilm film) throws IOException {
        JsonNode golden = golden(film);
        FilmMeasures measures = Measuring.measure(film.write(folder), MeasureOptions.DEFAULT, frames -> {});
        assertThat(measures.width()).isEqualTo(golden.path("size").get(0).asInt());
        assertThat(measures.height()).isEqualTo(golden.path("size").get(1).asInt());
        assertThat(measures.frames()).isEqualTo(golden.path("content_val").size());
        assertThat(measures.contentScore()[0]).isZero();
        for (int i = 1; i < measures.frames(); i++) {
            assertThat(measures.contentScore()[i])
                    .as("frame %d", i)
                    .isEqualTo(golden.path("content_val").get(i).asDouble());
        }
    }

    @Test
    void brightnessFollowsFlashAndFade() {
        FilmMeasures measures = Measuring.measure(DrawnFilm.BT709.write(folder), MeasureOptions.DEFAULT, frames -> {});
        assertThat(measures.luma()[60]).as("flash").isGreaterThan(245);
        assertThat(measures.deviation()[60]).as("flash").isLessThan(3);
        for (int i = 86; i < DrawnPlanes.FRAMES; i++) {
            assertThat(measures.luma()[i]).as("fade, frame %d", i).isLessThan(measures.luma()[i - 1]);
        }
        assertThat(measures.darkShare()[DrawnPlanes.FRAMES - 1]).isGreaterThan(0.9f);
        assertThat(measures.darkShare()[0]).isLessThan(0.1f);
        assertThat(measures.damaged()).doesNotContain(true);
        assertThat(measures.hasSound()).isFalse();
    }

    private static JsonNode golden(DrawnFilm film) throws IOException {
        try (InputStream json = DrawnScoresTest.class.getResourceAsStream("drawn-scores.json")) {
            return new ObjectMapper().readTree(json).path("films").path(film.name());
        }
    }
}
