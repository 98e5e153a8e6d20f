package org.magicanime.contracts;

import java.util.Locale;

/// What a person decides about an item of a subset.
public enum ReviewDecision {
    /// It belongs into the subset, whatever a stage says.
    ACCEPTED,
    /// It does not, whatever a stage says.
    REJECTED,
    /// A part of it does, which becomes a clip of its own; the whole does not.
    TRIMMED,
    /// What stages say holds again: what was decided before is taken back.
    OPEN,
    /// Its caption is another one.
    CAPTIONED,
    /// Its caption is the made one again.
    UNCAPTIONED,
    /// Its points are where a person put them.
    CORRECTED,
    /// Its points are the estimated ones again.
    UNCORRECTED,
    /// Somebody should look at it again: who looked is not sure. No vote.
    LOOK_AGAIN,
    /// Who wanted that does not want it any more.
    LOOKED_AGAIN,
    /// It is as difficult as a person says, whatever was measured.
    GRADED,
    /// It is as difficult as what was measured says.
    UNGRADED,
    /// Before others it becomes a case of a benchmark, if its sort is asked for.
    PREFERRED,
    /// It becomes no case of a benchmark.
    EXCLUDED,
    /// It may become a case of a benchmark, as any other.
    ELIGIBLE;

    /// What it is about.
    public ReviewQuestion question() {
        return switch (this) {
            case ACCEPTED, REJECTED, TRIMMED, OPEN -> ReviewQuestion.KEEP;
            case CAPTIONED, UNCAPTIONED -> ReviewQuestion.CAPTION;
            case CORRECTED, UNCORRECTED -> ReviewQuestion.POINTS;
            case LOOK_AGAIN, LOOKED_AGAIN -> ReviewQuestion.AGAIN;
            case GRADED, UNGRADED -> ReviewQuestion.DIFFICULTY;
            case PREFERRED, EXCLUDED, ELIGIBLE -> ReviewQuestion.BENCHMARK;
        };
    }

    /// How careful it is: of two decisions at the same moment, the one with the larger number stands.
    public int caution() {
        return switch (this) {
            case ACCEPTED, UNCAPTIONED, UNCORRECTED, LOOKED_AGAIN, UNGRADED, ELIGIBLE -> 0;
            case OPEN, CAPTIONED, CORRECTED, LOOK_AGAIN, GRADED, PREFERRED -> 1;
            case TRIMMED, EXCLUDED -> 2;
            case REJECTED -> 3;
        };
    }

    /// As it is written in events.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
