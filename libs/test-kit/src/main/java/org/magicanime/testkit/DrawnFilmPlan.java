package org.magicanime.testkit;

import java.util.ArrayList;
import java.util.List;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.testkit.DrawnFilm.Kind;
import org.magicanime.testkit.DrawnFilm.Part;

/// Lays parts of a film end to end.
final class DrawnFilmPlan {
    private final List<Part> parts = new ArrayList<>();
    private long end;

    void add(Kind kind, int frames, int scene) {
        parts.add(new Part(kind, new FrameSpan(end, end + frames), scene));
        end += frames;
    }

    List<Part> parts() {
        return parts;
    }
}
