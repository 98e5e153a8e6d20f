package org.magicanime.testkit;

import java.util.ArrayList;
import java.util.List;
import org.magicanime.testkit.DrawnFilm.Kind;
import org.magicanime.testkit.DrawnFilm.Part;
import org.magicanime.testkit.drawn.Actor;
import org.magicanime.testkit.drawn.Scene;
import org.magicanime.testkit.drawn.StandardCartoon;
import org.magicanime.testkit.drawn.Take;

/// The scenes of a drawn film. Parts of one scene that follow each other are one take: it goes on through its fades.
final class DrawnTakes {
    private static final int SCENES = 5;

    private final List<Running> running = new ArrayList<>();

    /// @param first frame of the film in which the scene begins
    /// @param silent the same place, without anybody
    private record Running(long first, long end, Take take, Take silent) {}

    DrawnTakes(DrawnFilm film) {
        List<Part> parts = film.truth();
        for (int i = 0; i < parts.size(); ) {
            int last = i;
            while (last + 1 < parts.size()
                    && parts.get(last + 1).scene() == parts.get(i).scene()) {
                last++;
            }
            long first = parts.get(i).span().first();
            long end = parts.get(last).span().end();
            Scene scene = scene(parts.get(i).scene(), (int) (end - first), film.framesPerSecond());
            Scene silent = Scene.of(scene.frames(), scene.backdrop(), new Actor[0]);
            running.add(new Running(first, end, take(scene, film), take(silent, film)));
            i = last + 1;
        }
    }

    private static Take take(Scene scene, DrawnFilm film) {
        return new Take(scene, film.width(), film.height(), film.framesPerSecond());
    }

    /// Number 2 is a title card, on which nobody is to be seen: see {@link TitleCard}.
    private static Scene scene(int number, int frames, int framesPerSecond) {
        return switch (number % SCENES) {
            case 0 -> StandardCartoon.talking(frames);
            case 1 -> StandardCartoon.wavingThenWalking(frames, (double) frames / framesPerSecond);
            case 3 -> StandardCartoon.two(frames);
            case 4 -> StandardCartoon.waving(frames);
            default -> StandardCartoon.empty(frames);
        };
    }

    private Running at(long frame) {
        return running.stream()
                .filter(one -> one.first() <= frame && frame < one.end())
                .findFirst()
                .orElseThrow();
    }

    Take take(long frame) {
        return at(frame).take();
    }

    /// @return frame of the scene
    long within(long frame) {
        return frame - at(frame).first();
    }

    /// One channel. In the dark, and before a title, nobody speaks.
    float[] sound(Part part, long frame, int rate) {
        Running now = at(frame);
        boolean silent = part.kind() == Kind.BLACK || part.kind() == Kind.STILL;
        return (silent ? now.silent() : now.take()).sound(frame - now.first(), rate);
    }
}
