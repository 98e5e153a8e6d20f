package org.magicanime.testkit.drawn;

import java.util.List;

/// One shot of a film.
///
/// @param frames how long
/// @param actors those behind first; none for empty scenery
/// @param pan how fast the camera moves to the right, in widths of the picture per second; 0 for a camera that stands
/// @param music loudness, 0 to 1
/// @param noise loudness, 0 to 1
public record Scene(
        int frames,
        Backdrop backdrop,
        List<Actor> actors,
        double pan,
        Transition in,
        Transition out,
        double music,
        double noise) {
    public Scene {
        actors = List.copyOf(actors);
        if (frames < in.frames() + out.frames() || frames < 1) {
            throw new IllegalArgumentException(frames + " frames are too few for " + in + " and " + out);
        }
    }

    /// A still camera, hard cuts, soft music.
    public static Scene of(int frames, Backdrop backdrop, Actor... actors) {
        return new Scene(frames, backdrop, List.of(actors), 0, Transition.CUT, Transition.CUT, 0.15, 0);
    }

    public Scene panning(double widthsPerSecond) {
        return new Scene(frames, backdrop, actors, widthsPerSecond, in, out, music, noise);
    }

    public Scene beginning(Transition transition) {
        return new Scene(frames, backdrop, actors, pan, transition, out, music, noise);
    }

    public Scene ending(Transition transition) {
        return new Scene(frames, backdrop, actors, pan, in, transition, music, noise);
    }

    public Scene sounding(double newMusic, double newNoise) {
        return new Scene(frames, backdrop, actors, pan, in, out, newMusic, newNoise);
    }
}
