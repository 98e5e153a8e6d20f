package org.magicanime.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.shots.ShotTruth;

/// Reads what people know of a film's boundaries.
final class ShotTruthFile {
    private ShotTruthFile() {}

    /// @param name of the film's file
    /// @throws IllegalArgumentException if the file is no JSON, or does not tell of the film
    static ShotTruth read(Path file, String name) throws IOException {
        JsonNode all;
        try {
            all = new ObjectMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + " is no JSON: " + e.getOriginalMessage(), e);
        }
        JsonNode film = all.has("cuts") ? all : all.path(name);
        if (!film.path("cuts").isArray()) {
            throw new IllegalArgumentException(file + " does not tell the cuts of " + name);
        }
        List<Integer> cuts = new ArrayList<>();
        film.path("cuts").forEach(cut -> cuts.add(cut.asInt()));
        return new ShotTruth(
                cuts, spans(film.path("gradual")), spans(film.path("ambiguous")), spans(film.path("flashes")));
    }

    private static List<FrameSpan> spans(JsonNode ranges) {
        List<FrameSpan> spans = new ArrayList<>();
        ranges.forEach(range ->
                spans.add(new FrameSpan(range.path(0).asLong(), range.path(1).asLong() + 1)));
        return spans;
    }
}
