package org.magicanime.inference.picture;

/// A rotated rectangle of a picture, in pixels: what a model is shown.
///
/// Geometry of MediaPipe's rectangle calculators (google-ai-edge/mediapipe): corners map to corners, with no offset of
/// half a pixel.
///
/// @param cx centre
/// @param cy centre
/// @param width before rotation
/// @param height before rotation
/// @param rotation radians, positive clockwise on screen
public record Roi(double cx, double cy, double width, double height, double rotation) {

    /// The smallest square with the picture's centre that has all of it.
    public static Roi whole(Picture picture) {
        double side = Math.max(picture.width(), picture.height());
        return new Roi(picture.width() / 2.0, picture.height() / 2.0, side, side, 0);
    }

    /// A square.
    public static Roi square(Point centre, double side, double rotation) {
        return new Roi(centre.x(), centre.y(), side, side, rotation);
    }

    /// The rotation with which the direction from `a` to `b` gets the angle `target`.
    ///
    /// @param target radians, counter-clockwise from the right: π/2 is upwards
    /// @return from -π up to π
    public static double rotation(Point a, Point b, double target) {
        return wrapped(target - Math.atan2(-(b.y() - a.y()), b.x() - a.x()));
    }

    private static double wrapped(double angle) {
        return angle - 2 * Math.PI * Math.floor((angle + Math.PI) / (2 * Math.PI));
    }

    /// A square around this, moved along its own vertical axis first.
    ///
    /// @param scale of the longer side
    /// @param shiftY in heights, positive downwards as this rectangle sees it
    public Roi grown(double scale, double shiftY) {
        double side = Math.max(width, height) * scale;
        return new Roi(
                cx - height * shiftY * Math.sin(rotation),
                cy + height * shiftY * Math.cos(rotation),
                side,
                side,
                rotation);
    }

    /// @param u 0 at the left edge, 1 at the right one
    /// @param v 0 at the upper edge, 1 at the lower one
    /// @return pixels of the picture
    public Point toPicture(double u, double v) {
        double right = (u - 0.5) * width;
        double down = (v - 0.5) * height;
        return new Point(
                cx + right * Math.cos(rotation) - down * Math.sin(rotation),
                cy + right * Math.sin(rotation) + down * Math.cos(rotation));
    }

    /// The inverse of {@link #toPicture}.
    public Point toRoi(Point picture) {
        double x = picture.x() - cx;
        double y = picture.y() - cy;
        return new Point(
                (x * Math.cos(rotation) + y * Math.sin(rotation)) / width + 0.5,
                (-x * Math.sin(rotation) + y * Math.cos(rotation)) / height + 0.5);
    }
}
