package org.magicanime.facecrop.media;

import org.magicanime.facecrop.domain.Landmarks;

/// Draws the landmarks of a face as dots, in one colour for each part, with a dark rim.
final class LandmarkDots {
    private static final double RADIUS = 2.5;
    private static final double RIM = 1;
    private static final int RGB = 3;
    private static final int DARK = 0x202020;

    private LandmarkDots() {}

    /// @param face in pixels of the picture
    /// @param picture RGB, rows from above, is drawn on
    /// @param side of the picture
    static void draw(Landmarks face, byte[] picture, int side) {
        for (int point = 0; point < Landmarks.POINTS; point++) {
            if (face.confidence(point) > 0) {
                dot(face.x(point), face.y(point), RADIUS + RIM, DARK, picture, side);
                dot(face.x(point), face.y(point), RADIUS, colour(point), picture, side);
            }
        }
    }

    private static int colour(int point) {
        if (point < 17) {
            return 0x40c0ff;
        } else if (point < 27) {
            return 0xffa000;
        } else if (point < 36) {
            return 0xffff40;
        } else if (point < 48) {
            return 0x40ff40;
        }
        return point < 60 ? 0xff4040 : 0xff80ff;
    }

    private static void dot(double x, double y, double radius, int colour, byte[] picture, int side) {
        int bottom = (int) Math.min(side - 1, y + radius);
        int right = (int) Math.min(side - 1, x + radius);
        for (int row = (int) Math.max(0, y - radius); row <= bottom; row++) {
            for (int column = (int) Math.max(0, x - radius); column <= right; column++) {
                if (Math.hypot(column + 0.5 - x, row + 0.5 - y) <= radius) {
                    int at = (row * side + column) * RGB;
                    picture[at] = (byte) (colour >> 16);
                    picture[at + 1] = (byte) (colour >> 8);
                    picture[at + 2] = (byte) colour;
                }
            }
        }
    }
}
