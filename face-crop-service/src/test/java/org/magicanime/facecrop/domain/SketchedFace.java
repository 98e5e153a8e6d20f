package org.magicanime.facecrop.domain;

/// A face of a few numbers, of which every measure is known.
///
/// @param x middle between the eyes, in pixels
/// @param y likewise
/// @param size from the brows to the chin, in pixels
/// @param turn of the nose's tip and root, in halves of the jaw's width
/// @param roll degrees, clockwise
/// @param opening of the mouth, in distances between the eyes
record SketchedFace(double x, double y, double size, double turn, double roll, double opening) {
    /// In sizes.
    static final double EYES = 0.4;

    private static final double BROWS = -0.2;
    private static final double JAW = 0.4;

    static SketchedFace at(double x, double y, double size) {
        return new SketchedFace(x, y, size, 0, 0, 0);
    }

    SketchedFace turned(double newTurn) {
        return new SketchedFace(x, y, size, newTurn, roll, opening);
    }

    SketchedFace rolled(double degrees) {
        return new SketchedFace(x, y, size, turn, degrees, opening);
    }

    SketchedFace open(double newOpening) {
        return new SketchedFace(x, y, size, turn, roll, newOpening);
    }

    Landmarks landmarks() {
        float[] values = new float[Landmarks.POINTS * Landmarks.VALUES];
        for (int point = 0; point < Landmarks.POINTS; point++) {
            double across = across(point) * size;
            double down = down(point) * size;
            double cos = Math.cos(Math.toRadians(roll));
            double sin = Math.sin(Math.toRadians(roll));
            values[point * Landmarks.VALUES] = (float) (x + across * cos - down * sin);
            values[point * Landmarks.VALUES + 1] = (float) (y + across * sin + down * cos);
            values[point * Landmarks.VALUES + 2] = 0.95f;
        }
        return new Landmarks(values);
    }

    FaceMeasures measures() {
        return FaceMeasures.of(landmarks(), 0.99);
    }

    /// Points 2 and 14 are as far out as the jaw is wide, so that the measured turn is the drawn one.
    private double across(int point) {
        if (point < 17) {
            return Math.clamp((point - 8) / 6.0, -1, 1) * JAW;
        } else if (point < 27) {
            return -0.3 + (point - 17) * 0.6 / 9;
        } else if (point < 31) {
            return point == 27 ? turn * EYES : turn * JAW;
        } else if (point < 36) {
            return turn * JAW + (point - 33) * 0.05;
        } else if (point < 48) {
            // 36 and 39, 42 and 45 are the corners of the eyes, the inner ones in one place.
            return switch (point) {
                case 36 -> -EYES;
                case 39 -> 0;
                case 42 -> 0;
                case 45 -> EYES;
                default -> point < 42 ? -EYES / 2 : EYES / 2;
            };
        }
        return point == 48 || point == 60 ? -0.15 : point == 54 || point == 64 ? 0.15 : 0;
    }

    private double down(int point) {
        if (point < 17) {
            return point == 8 ? 1 + BROWS : 0.1 + 0.5 * (1 - Math.abs(point - 8) / 8.0);
        } else if (point < 27) {
            return BROWS;
        } else if (point < 36) {
            return point < 31 ? (point - 27) * 0.1 : 0.33;
        } else if (point < 48) {
            return 0;
        }
        return switch (point) {
            case 62 -> 0.5 - opening * EYES / 2;
            case 66 -> 0.5 + opening * EYES / 2;
            default -> 0.5;
        };
    }
}
