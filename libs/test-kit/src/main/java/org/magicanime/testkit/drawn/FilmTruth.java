package org.magicanime.testkit.drawn;

import java.util.List;
import org.magicanime.contracts.FrameSpan;

/// What is in a film.
///
/// @param shots in order, without gaps
/// @param cuts first frames of shots that begin with a hard cut or a flash
/// @param speech what is said, in order of its beginning
public record FilmTruth(List<Shot> shots, List<Long> cuts, List<Utterance> speech) {

    /// @param span its frames; those of the transition into it are among them
    /// @param music loudness of the music, 0 to 1
    /// @param noise loudness of the noise, 0 to 1
    public record Shot(int number, FrameSpan span, Transition in, Transition out, double music, double noise) {}

    /// Somebody speaks without a longer pause.
    ///
    /// @param name who
    /// @param span the frames in which it can be heard
    public record Utterance(String name, FrameSpan span) {}

    public FilmTruth {
        shots = List.copyOf(shots);
        cuts = List.copyOf(cuts);
        speech = List.copyOf(speech);
    }
}
