package org.magicanime.shots;

import java.util.List;
import org.magicanime.contracts.FrameSpan;

/// What is known of a film's boundaries.
///
/// @param cuts first frames of new shots
/// @param gradual frames of fades and dissolves
/// @param ambiguous frames in which a boundary counts neither way
/// @param flashes frames of flashes; empty where nobody looked for them
public record ShotTruth(
        List<Integer> cuts, List<FrameSpan> gradual, List<FrameSpan> ambiguous, List<FrameSpan> flashes) {
    public ShotTruth {
        cuts = List.copyOf(cuts);
        gradual = List.copyOf(gradual);
        ambiguous = List.copyOf(ambiguous);
        flashes = List.copyOf(flashes);
    }
}
