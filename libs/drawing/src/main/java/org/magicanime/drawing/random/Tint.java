package org.magicanime.drawing.random;

import java.awt.Color;

/// Colours made from colours.
final class Tint {
    private Tint() {}

    static Color times(Color colour, double factor) {
        return rgb(colour.getRed() * factor, colour.getGreen() * factor, colour.getBlue() * factor);
    }

    static Color mixed(Color one, Color other, double share) {
        return rgb(
                one.getRed() + (other.getRed() - one.getRed()) * share,
                one.getGreen() + (other.getGreen() - one.getGreen()) * share,
                one.getBlue() + (other.getBlue() - one.getBlue()) * share);
    }

    static Color rgb(double red, double green, double blue) {
        return new Color(clamp(red), clamp(green), clamp(blue));
    }

    private static int clamp(double value) {
        return (int) Math.clamp(value, 0, 255);
    }

    static Color see(Color colour, int opaque) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), opaque);
    }

    /// @param hue 0 to 1, round
    static Color hsb(double hue, double saturation, double brightness) {
        return new Color(Color.HSBtoRGB(
                (float) hue, (float) Math.clamp(saturation, 0, 1), (float) Math.clamp(brightness, 0, 1)));
    }

    static Color grey(double value) {
        return rgb(value, value, value);
    }

    static double brightness(Color colour) {
        return 0.3 * colour.getRed() + 0.59 * colour.getGreen() + 0.11 * colour.getBlue();
    }
}
