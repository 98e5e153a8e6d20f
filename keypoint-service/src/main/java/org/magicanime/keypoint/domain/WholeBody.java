package org.magicanime.keypoint.domain;

/// The 133 key points of one character in one frame, in COCO-WholeBody order (Jin et al., ECCV 2020): body 0-16, feet
/// 17-22, face 23-90 (iBUG 68), left hand 91-111, right hand 112-132. Left is the character's own.
/// Pixels of the film; (0, 0) is the upper left corner of its first pixel, whose middle is (0.5, 0.5).
///
/// A point that was not seen has x = y = confidence = 0.
public final class WholeBody {
    public static final int POINTS = 133;
    public static final int BODY = 0;
    public static final int FEET = 17;
    public static final int FACE = 23;
    public static final int LEFT_HAND = 91;
    public static final int RIGHT_HAND = 112;
    public static final int HAND_POINTS = 21;

    /// Of each point: x, y, confidence.
    public static final int VALUES = 3;

    private final float[] values = new float[POINTS * VALUES];

    /// Says where a point is.
    ///
    /// @param x pixels of the film, to the right
    /// @param y pixels of the film, downwards
    /// @param confidence 0 to 1
    public void set(int point, double x, double y, double confidence) {
        values[point * VALUES] = (float) x;
        values[point * VALUES + 1] = (float) y;
        values[point * VALUES + 2] = (float) confidence;
    }

    public float x(int point) {
        return values[point * VALUES];
    }

    public float y(int point) {
        return values[point * VALUES + 1];
    }

    /// 0 if the point was not seen.
    public float confidence(int point) {
        return values[point * VALUES + 2];
    }

    public boolean isSeen(int point) {
        return confidence(point) > 0;
    }

    /// A copy of its own.
    public WholeBody copy() {
        WholeBody copy = new WholeBody();
        System.arraycopy(values, 0, copy.values, 0, values.length);
        return copy;
    }
}
