package org.magicanime.facecrop.domain;

/// CIELAB (CIE 15), in which equal distances look about equally different, from sRGB (IEC 61966-2-1) under D65.
final class Lab {
    private static final double KNEE = 216.0 / 24389;
    private static final double SLOPE = 24389.0 / 27;
    private static final double WHITE_X = 0.95047;
    private static final double WHITE_Z = 1.08883;
    private static final int STEPS = 4096;
    private static final float[] LINEAR = new float[STEPS + 1];
    private static final float[] CUBE_ROOTS = new float[STEPS + 1];

    static {
        for (int i = 0; i <= STEPS; i++) {
            double value = (double) i / STEPS;
            LINEAR[i] = (float) (value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4));
            CUBE_ROOTS[i] = (float) (value > KNEE ? StrictMath.cbrt(value) : (SLOPE * value + 16) / 116);
        }
    }

    private static final double[] DAYLIGHT_SKIN = roots(72, 15, 18);
    /// What is darker than this has no colour to speak of.
    private static final double DARKEST = 0.3;

    private Lab() {}

    /// @param red 0 to 1, and the others likewise
    /// @param to gets L*, a*, b* from `at` on
    static void of(float red, float green, float blue, float[] to, int at) {
        float r = between(LINEAR, red);
        float g = between(LINEAR, green);
        float b = between(LINEAR, blue);
        float x = between(CUBE_ROOTS, (float) ((0.4124564f * r + 0.3575761f * g + 0.1804375f * b) / WHITE_X));
        float y = between(CUBE_ROOTS, 0.2126729f * r + 0.7151522f * g + 0.0721750f * b);
        float z = between(CUBE_ROOTS, (float) ((0.0193339f * r + 0.1191920f * g + 0.9503041f * b) / WHITE_Z));
        to[at] = 116 * y - 16;
        to[at + 1] = 500 * (x - y);
        to[at + 2] = 200 * (y - z);
    }

    /// Says what colour something has in a light in which something else has a standard colour: von Kries'
    /// adaptation, in XYZ. That of a skin in daylight is the standard.
    ///
    /// @param lab has L*, a*, b* from `at` on, and gets them
    /// @param standard what has the standard colour
    static void relight(double[] lab, int at, double[] standard) {
        double[] own = roots(lab[at], lab[at + 1], lab[at + 2]);
        double[] known = roots(standard[0], standard[1], standard[2]);
        for (int i = 0; i < own.length; i++) {
            own[i] *= DAYLIGHT_SKIN[i] / Math.max(known[i], DARKEST);
        }
        lab[at] = 116 * own[1] - 16;
        lab[at + 1] = 500 * (own[0] - own[1]);
        lab[at + 2] = 200 * (own[1] - own[2]);
    }

    /// Cube roots of X, Y and Z, by those of white.
    private static double[] roots(double lightness, double a, double b) {
        double y = (lightness + 16) / 116;
        return new double[] {y + a / 500, y, y - b / 200};
    }

    private static float between(float[] table, float value) {
        float place = Math.clamp(value, 0f, 1f) * STEPS;
        int low = Math.min((int) place, STEPS - 1);
        return table[low] + (place - low) * (table[low + 1] - table[low]);
    }
}
