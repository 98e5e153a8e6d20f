package org.magicanime.dataset.domain.review;

/// Points in each frame of an item.
///
/// @param frames how many
/// @param points in each frame
/// @param values frame by frame and point by point: x and y in pixels, confidence 0 to 1; all three are 0 of a
///     point that is not seen
public record PointSeries(int frames, int points, float[] values) {
    public PointSeries {
        if (frames < 0 || points < 1 || values.length != Math.multiplyExact(frames * points, PointLayout.VALUES)) {
            throw new IllegalArgumentException(
                    frames + " frames of " + points + " points do not have " + values.length + " values");
        }
    }
}
