package org.magicanime.drawing.random;

/// An upright rectangle of whole pixels. Right and bottom are the first ones outside.
public record Frame(int left, int top, int right, int bottom) {
    public static final Frame NONE = new Frame(0, 0, 0, 0);

    public boolean contains(double x, double y) {
        return x >= left && y >= top && x < right && y < bottom;
    }

    public int width() {
        return right - left;
    }

    public int height() {
        return bottom - top;
    }
}
