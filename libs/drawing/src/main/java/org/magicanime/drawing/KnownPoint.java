package org.magicanime.drawing;

/// Where a joint or landmark is. Pixels of the picture; (0, 0) is the upper left corner of the upper left pixel.
///
/// @param visibility 2: to be seen; 1: hidden by something, the place is known; 0: not in the picture, or not there at
///     all
public record KnownPoint(double x, double y, int visibility) {
    public static final int ABSENT = 0;
    public static final int HIDDEN = 1;
    public static final int VISIBLE = 2;

    public boolean visible() {
        return visibility == VISIBLE;
    }

    public double distanceTo(KnownPoint other) {
        return Math.hypot(other.x - x, other.y - y);
    }
}
