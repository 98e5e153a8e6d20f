package org.magicanime.video;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.shots.ShotTruth;

/// A real film with the boundaries that people saw in it.
public record ReviewedCuts(Path film, ShotTruth truth) {
    /// Ends the calling test as skipped where the films are not there.
    public static ReviewedCuts of(String name) throws IOException {
        Path folder = SharedFolder.path().resolve("cartoons");
        Path film = folder.resolve(name);
        Path file = folder.resolve("shot_boundaries.json");
        Assumptions.assumeTrue(
                Files.exists(film) && Files.exists(file), "needs the films of ../shared, which are not there");
        JsonNode told = new ObjectMapper().readTree(file.toFile()).path(name);
        List<Integer> cuts = new ArrayList<>();
        told.path("cuts").forEach(cut -> cuts.add(cut.asInt()));
        return new ReviewedCuts(
                film, new ShotTruth(cuts, spans(told.path("gradual")), spans(told.path("ambiguous")), List.of()));
    }

    private static List<FrameSpan> spans(JsonNode ranges) {
        List<FrameSpan> spans = new ArrayList<>();
        ranges.forEach(range ->
                spans.add(new FrameSpan(range.path(0).asLong(), range.path(1).asLong() + 1)));
        return spans;
    }
}
