package org.magicanime.facecrop.domain;

/// What the keypoint stage saw of a body in one frame: the 133 points of COCO-WholeBody (Jin et al., ECCV 2020), in
/// pixels of the film; (0, 0) is the upper left corner of the first pixel.
public final class BodyPoints {
    public static final int POINTS = 133;
    /// Of each point: x, y, confidence.
    public static final int VALUES = 3;
    /// Nose, eyes and ears come first.
    static final int HEAD_POINTS = 5;
    static final int NOSE = 0;
    static final int LEFT_EYE = 1;
    static final int RIGHT_EYE = 2;
    static final int FACE = 23;
    static final int LEFT_HAND = FACE + Landmarks.POINTS;
    static final int HAND_POINTS = 21;

    private final float[] values;

    /// @param values x, y and confidence of each point in turn, all 0 of a point that was not seen; not copied
    public BodyPoints(float[] values) {
        if (values.length != POINTS * VALUES) {
            throw new IllegalArgumentException("a body has " + POINTS + " points");
        }
        this.values = values;
    }

    public float x(int point) {
        return values[point * VALUES];
    }

    public float y(int point) {
        return values[point * VALUES + 1];
    }

    /// 0 to 1; 0 if the point was not seen.
    public float confidence(int point) {
        return values[point * VALUES + 2];
    }
}
