package org.magicanime.dataset.domain.review;

import java.util.Objects;

/// Points of one frame that are not where they were estimated.
///
/// @param frame its place in the item, from 0
/// @param origin where they are from
/// @param values four of each point: its number, x and y in pixels, confidence; the last three are 0 of one that
///     is not seen
public record PointEdit(int frame, PointOrigin origin, double[] values) {
    static final int VALUES = 4;

    public PointEdit {
        Objects.requireNonNull(origin, "origin is missing");
        Objects.requireNonNull(values, "values are missing");
        if (values.length % VALUES != 0) {
            throw new IllegalArgumentException("values has four numbers of each point: its own, x, y and confidence");
        }
    }
}
