package org.magicanime.facecrop.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LabTest {
    /// Values of CIELAB for the corners of sRGB under D65, as Lindbloom's calculator gives them.
    @Test
    void cornersOfTheColourSpaceAreWhereTheStandardHasThem() {
        assertLab(1, 1, 1, 100, 0, 0);
        assertLab(0, 0, 0, 0, 0, 0);
        assertLab(1, 0, 0, 53.24, 80.09, 67.20);
        assertLab(0, 1, 0, 87.73, -86.18, 83.18);
        assertLab(0, 0, 1, 32.30, 79.19, -107.86);
        assertLab(0.5f, 0.5f, 0.5f, 53.39, 0, 0);
    }

    @Test
    void inOneLightWhatHasTheStandardColourIsAlwaysTheSame() {
        double[] skin = {55, 20, 30};
        double[] relit = skin.clone();

        Lab.relight(relit, 0, skin);

        assertThat(relit).containsExactly(new double[] {72, 15, 18}, within(1e-9));
    }

    @Test
    void lightDoesNotChangeWhatIsSeenInOneLight() {
        double[] day = relit(new float[] {0.30f, 0.20f, 0.12f}, new float[] {0.60f, 0.42f, 0.33f}, 1, 1, 1);
        double[] fire = relit(new float[] {0.30f, 0.20f, 0.12f}, new float[] {0.60f, 0.42f, 0.33f}, 1.1f, 0.8f, 0.5f);

        assertThat(fire[0]).isCloseTo(day[0], within(1.0));
        assertThat(fire[1]).isCloseTo(day[1], within(3.0));
        assertThat(fire[2]).isCloseTo(day[2], within(3.0));
    }

    /// @param red gain of the light, in linear values; likewise the others
    private static double[] relit(float[] hair, float[] skin, float red, float green, float blue) {
        double[] one = lab(hair[0] * red, hair[1] * green, hair[2] * blue);
        Lab.relight(one, 0, lab(skin[0] * red, skin[1] * green, skin[2] * blue));
        return one;
    }

    /// @param red linear, 0 to 1
    private static double[] lab(double red, double green, double blue) {
        float[] lab = new float[3];
        Lab.of(coded(red), coded(green), coded(blue), lab, 0);
        return new double[] {lab[0], lab[1], lab[2]};
    }

    private static float coded(double linear) {
        return (float) (linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055);
    }

    private static void assertLab(float red, float green, float blue, double lightness, double a, double b) {
        float[] lab = new float[3];
        Lab.of(red, green, blue, lab, 0);
        assertThat(lab[0]).isCloseTo((float) lightness, within(0.05f));
        assertThat(lab[1]).isCloseTo((float) a, within(0.15f));
        assertThat(lab[2]).isCloseTo((float) b, within(0.15f));
    }
}
