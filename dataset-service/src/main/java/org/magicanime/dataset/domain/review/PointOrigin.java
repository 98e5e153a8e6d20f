package org.magicanime.dataset.domain.review;

import java.util.Locale;

/// Where a point of a correction is from. All others are as they were estimated.
public enum PointOrigin {
    /// A person put it there, or said that it is not seen.
    BY_HAND,
    /// From a neighbouring frame.
    COPIED,
    /// Left and right were exchanged.
    SWAPPED,
    /// On the line between two frames in which a person put it.
    INTERPOLATED;

    /// As it is written in documents.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
