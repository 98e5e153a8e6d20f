package org.magicanime.testkit.drawn;

import java.awt.Color;
import java.util.Random;

/// What a figure is painted with.
public record Colours(
        Color skin, Color hair, Color eyes, Color lips, Color top, Color trousers, Color shoes, Color outline) {
    private static final Color OUTLINE = new Color(48, 30, 26);
    private static final Color LIPS = new Color(190, 92, 90);

    public static Colours blue() {
        return new Colours(
                new Color(236, 188, 158),
                new Color(96, 58, 34),
                new Color(70, 130, 90),
                LIPS,
                new Color(52, 112, 190),
                new Color(72, 74, 92),
                new Color(70, 44, 34),
                OUTLINE);
    }

    public static Colours red() {
        return new Colours(
                new Color(244, 206, 180),
                new Color(40, 36, 60),
                new Color(110, 70, 40),
                LIPS,
                new Color(196, 62, 70),
                new Color(54, 66, 120),
                new Color(60, 60, 66),
                OUTLINE);
    }

    public Colours withHair(Color other) {
        return new Colours(skin, other, eyes, lips, top, trousers, shoes, outline);
    }

    /// Any clothes and hair, a skin as people have it.
    static Colours any(Random random) {
        double tan = random.nextDouble();
        Color skin = new Color((int) (246 - 96 * tan), (int) (208 - 100 * tan), (int) (182 - 104 * tan));
        return new Colours(
                skin,
                any(random, 20, 150),
                any(random, 40, 120),
                Shades.times(LIPS, 1 - 0.25 * tan),
                any(random, 60, 220),
                any(random, 30, 150),
                any(random, 20, 100),
                OUTLINE);
    }

    private static Color any(Random random, int least, int most) {
        return new Color(
                least + random.nextInt(most - least),
                least + random.nextInt(most - least),
                least + random.nextInt(most - least));
    }
}
