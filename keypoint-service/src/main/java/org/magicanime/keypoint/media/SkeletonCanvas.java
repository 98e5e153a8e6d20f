package org.magicanime.keypoint.media;

import java.util.Arrays;

/// A picture of one byte per pixel: the number of a colour, 0 where nothing is drawn.
///
/// Coordinates are pixels; a pixel's centre lies half a pixel right of and below its number. Shapes have hard edges, as
/// those of OpenPose. What lies outside is cut off.
final class SkeletonCanvas {
    private static final double LEAST_AXIS = 0.5;

    private final int width;
    private final int height;
    private final byte[] colours;
    private int left;
    private int top;
    private int right;
    private int bottom;

    SkeletonCanvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.colours = new byte[Math.multiplyExact(width, height)];
        forgetBounds();
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// The first column that anything was drawn on; `width` if none was.
    int left() {
        return left;
    }

    /// The first row that anything was drawn on; `height` if none was.
    int top() {
        return top;
    }

    /// The column after the last one.
    int right() {
        return right;
    }

    /// The row after the last one.
    int bottom() {
        return bottom;
    }

    int colour(int x, int y) {
        return colours[y * width + x] & 0xff;
    }

    /// Whether anything was drawn on a square, of which as much counts as there is.
    boolean isDrawn(int squareLeft, int squareTop, int side) {
        int from = Math.max(squareLeft, left);
        int to = Math.min(squareLeft + side, right);
        for (int y = Math.max(squareTop, top); y < Math.min(squareTop + side, bottom); y++) {
            for (int x = from; x < to; x++) {
                if (colours[y * width + x] != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    void clear() {
        for (int y = top; y < bottom; y++) {
            Arrays.fill(colours, y * width + left, y * width + right, (byte) 0);
        }
        forgetBounds();
    }

    private void forgetBounds() {
        left = width;
        top = height;
        right = 0;
        bottom = 0;
    }

    void disc(double cx, double cy, double radius, int colour) {
        ellipse(cx, cy, radius, radius, 0, colour);
    }

    /// Fills an ellipse.
    ///
    /// @param a half of its length along `angle`
    /// @param b half of its width
    /// @param angle radians, clockwise on screen from the right
    void ellipse(double cx, double cy, double a, double b, double angle, int colour) {
        double long2 = square(Math.max(a, LEAST_AXIS));
        double short2 = square(Math.max(b, LEAST_AXIS));
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double extent = Math.sqrt(long2 * sin * sin + short2 * cos * cos);
        // The points of a row are those with p·dx² + 2·q·dx·dy + r·dy² ≤ 1.
        double p = cos * cos / long2 + sin * sin / short2;
        double q = cos * sin * (1 / long2 - 1 / short2);
        double r = sin * sin / long2 + cos * cos / short2;
        for (int y = firstCentre(cy - extent, height); y < height && y + 0.5 <= cy + extent; y++) {
            double dy = y + 0.5 - cy;
            double root = q * q * dy * dy - p * (r * dy * dy - 1);
            if (root >= 0) {
                double half = Math.sqrt(root) / p;
                double middle = cx - q * dy / p;
                row(y, middle - half, middle + half, colour);
            }
        }
    }

    /// Fills a line with round ends.
    void line(double x1, double y1, double x2, double y2, double thickness, int colour) {
        double radius = Math.max(thickness / 2, LEAST_AXIS);
        double length = Math.hypot(x2 - x1, y2 - y1);
        // From the line to its edge.
        double nx = length == 0 ? 0 : -(y2 - y1) / length * radius;
        double ny = length == 0 ? 0 : (x2 - x1) / length * radius;
        double[] xs = {x1 + nx, x2 + nx, x2 - nx, x1 - nx};
        double[] ys = {y1 + ny, y2 + ny, y2 - ny, y1 - ny};
        double lowest = Math.max(y1, y2) + radius;
        for (int y = firstCentre(Math.min(y1, y2) - radius, height); y < height && y + 0.5 <= lowest; y++) {
            double centre = y + 0.5;
            double from = Double.POSITIVE_INFINITY;
            double to = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < xs.length; i++) {
                int next = (i + 1) % xs.length;
                if (Math.min(ys[i], ys[next]) <= centre && centre <= Math.max(ys[i], ys[next]) && ys[i] != ys[next]) {
                    double x = xs[i] + (centre - ys[i]) / (ys[next] - ys[i]) * (xs[next] - xs[i]);
                    from = Math.min(from, x);
                    to = Math.max(to, x);
                }
            }
            double half1 = Math.sqrt(square(radius) - square(centre - y1));
            double half2 = Math.sqrt(square(radius) - square(centre - y2));
            if (half1 >= 0) {
                from = Math.min(from, x1 - half1);
                to = Math.max(to, x1 + half1);
            }
            if (half2 >= 0) {
                from = Math.min(from, x2 - half2);
                to = Math.max(to, x2 + half2);
            }
            row(y, from, to, colour);
        }
    }

    private void row(int y, double from, double to, int colour) {
        int first = firstCentre(from, width);
        int end = (int) Math.clamp(Math.floor(to - 0.5) + 1, 0, width);
        if (first >= end) {
            return;
        }
        Arrays.fill(colours, y * width + first, y * width + end, (byte) colour);
        left = Math.min(left, first);
        right = Math.max(right, end);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y + 1);
    }

    /// The first pixel with its centre at or after a place.
    private static int firstCentre(double place, int most) {
        return (int) Math.clamp(Math.ceil(place - 0.5), 0, most);
    }

    private static double square(double value) {
        return value * value;
    }
}
