package org.magicanime.caption.domain.look;

import java.util.Locale;

/// The eleven basic colour terms (Berlin and Kay 1969), by hue, saturation and brightness of sRGB.
public enum ColourName {
    BLACK,
    GREY,
    WHITE,
    RED,
    ORANGE,
    BROWN,
    YELLOW,
    GREEN,
    BLUE,
    PURPLE,
    PINK;

    private static final double DARK = 0.18;
    private static final double PALE = 0.15;
    private static final double BRIGHT = 0.85;

    /// @param red 0 to 255
    static ColourName of(int red, int green, int blue) {
        int most = Math.max(red, Math.max(green, blue));
        int least = Math.min(red, Math.min(green, blue));
        double value = most / 255.0;
        double saturation = most == 0 ? 0 : (most - least) / (double) most;
        if (value < DARK) {
            return BLACK;
        }
        if (saturation < PALE) {
            return value > BRIGHT ? WHITE : GREY;
        }
        return ofHue(hue(red, green, blue, most, least), saturation, value);
    }

    private static double hue(int red, int green, int blue, int most, int least) {
        double range = most - least;
        double sixth = most == red
                ? (green - blue) / range
                : most == green ? 2 + (blue - red) / range : 4 + (red - green) / range;
        return (60 * sixth + 360) % 360;
    }

    private static ColourName ofHue(double hue, double saturation, double value) {
        if (hue < 15 || hue >= 345) {
            return saturation < 0.45 && value > 0.7 ? PINK : RED;
        }
        if (hue < 45) {
            return value < 0.7 || saturation < 0.5 ? BROWN : ORANGE;
        }
        if (hue < 70) {
            return value < 0.5 ? BROWN : YELLOW;
        }
        if (hue < 165) {
            return GREEN;
        }
        if (hue < 255) {
            return BLUE;
        }
        return hue < 290 ? PURPLE : saturation < 0.6 || value > 0.6 ? PINK : PURPLE;
    }

    /// As captions have it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
