package org.magicanime.facecrop.domain;

/// The 68 landmarks of one face in one frame, in iBUG's order (Sagonas et al., 300-W): jaw 0-16 from the
/// picture's left, brows 17-26, nose 27-35, eyes 36-47, lips 48-59, inner lips 60-67. Pixels; (0, 0) is the
/// upper left corner of the first pixel, whose middle is (0.5, 0.5).
///
/// A point that was not seen has x = y = confidence = 0.
public final class Landmarks {
    public static final int POINTS = 68;
    /// Of each point: x, y, confidence.
    public static final int VALUES = 3;

    /// A face of which nothing was seen.
    public static final Landmarks NONE = new Landmarks(new float[POINTS * VALUES]);

    private static final int JAW = 17;
    private static final int END_OF_BROWS = 27;

    private final float[] values;

    /// @param values x, y and confidence of each point in turn; the array is not copied
    public Landmarks(float[] values) {
        if (values.length != POINTS * VALUES) {
            throw new IllegalArgumentException("a face has " + POINTS + " landmarks");
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

    /// How many points were seen.
    public int seen() {
        int seen = 0;
        for (int point = 0; point < POINTS; point++) {
            seen += confidence(point) > 0 ? 1 : 0;
        }
        return seen;
    }

    /// Whether a place lies within jaw and brows.
    boolean surrounds(double x, double y) {
        boolean inside = false;
        int before = JAW;
        for (int i = 0; i < END_OF_BROWS; i++) {
            // Along the jaw from the picture's left to its right, back over the brows.
            int point = i < JAW ? i : END_OF_BROWS - 1 - (i - JAW);
            if ((y(point) > y) != (y(before) > y)
                    && x < (x(before) - x(point)) * (y - y(point)) / (y(before) - y(point)) + x(point)) {
                inside = !inside;
            }
            before = point;
        }
        return inside;
    }

    /// Where the points are in what is cut out. A point that was not seen stays so.
    public Landmarks in(CropWindow window) {
        float[] moved = new float[values.length];
        for (int point = 0; point < POINTS; point++) {
            if (confidence(point) > 0) {
                moved[point * VALUES] = (float) window.cropX(x(point));
                moved[point * VALUES + 1] = (float) window.cropY(y(point));
                moved[point * VALUES + 2] = confidence(point);
            }
        }
        return new Landmarks(moved);
    }
}
