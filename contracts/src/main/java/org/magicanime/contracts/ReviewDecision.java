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
    LOOKED_AGAIN;

    /// Whether it is about the caption, which is decided apart from whether the item is kept.
    public boolean aboutCaption() {
        return this == CAPTIONED || this == UNCAPTIONED;
    }

    /// Whether it is about its points, which are decided apart from both.
    public boolean aboutPoints() {
        return this == CORRECTED || this == UNCORRECTED;
    }

    /// Whether it is about whether somebody should look at the item again, which each person wants or not.
    public boolean aboutLookingAgain() {
        return this == LOOK_AGAIN || this == LOOKED_AGAIN;
    }

    /// Whether it is about whether the item is kept.
    public boolean aboutKeeping() {
        return !aboutCaption() && !aboutPoints() && !aboutLookingAgain();
    }

    /// How careful it is: of two decisions at the same moment, the one with the larger number stands.
    public int caution() {
        return switch (this) {
            case ACCEPTED, UNCAPTIONED, UNCORRECTED, LOOKED_AGAIN -> 0;
            case OPEN, CAPTIONED, CORRECTED, LOOK_AGAIN -> 1;
            case TRIMMED -> 2;
            case REJECTED -> 3;
        };
    }

    /// As it is written in events.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
