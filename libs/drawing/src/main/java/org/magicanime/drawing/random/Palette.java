package org.magicanime.drawing.random;

import java.awt.Color;

/// What a character is painted with.
///
/// @param skin of face and, where nothing covers them, of limbs
/// @param muzzle of an animal's muzzle, of a mask around the eyes, of a belly
/// @param sleeve of upper arms
/// @param forearm the sleeve's, or the skin's
/// @param line of outlines
record Palette(
        Color skin,
        Color muzzle,
        Color hair,
        Color eyes,
        Color lips,
        Color top,
        Color sleeve,
        Color forearm,
        Color legs,
        Color shoes,
        Color hands,
        Color trim,
        Color cloth,
        Color line) {

    static Palette any(Era era, boolean animal, Chance chance) {
        if (era == Era.RUBBER_HOSE && chance.in(0.55)) {
            return inkAndPaper(animal, chance);
        }
        double strong =
                switch (era) {
                    case RUBBER_HOSE -> chance.between(0.1, 0.55);
                    case MODERN -> chance.between(0.4, 1);
                    case ANIME -> chance.between(0.2, 0.7);
                    case SOLID -> chance.between(0.25, 0.85);
                };
        double bright = chance.between(0.55, 1);
        double hue = chance.share();
        Color skin = animal || chance.in(0.12) ? free(strong, bright, hue, chance) : human(chance);
        Color top = free(strong, bright, hue, chance);
        Color legs = chance.in(0.2) ? top : free(strong, bright * 0.9, hue, chance);
        // Arms in the colour of the trunk are what is seen worst, so many have them.
        Color sleeve = chance.in(0.62) ? top : chance.in(0.5) ? skin : free(strong, bright, hue, chance);
        Color forearm = chance.in(0.55) ? sleeve : chance.in(0.8) ? skin : free(strong, bright, hue, chance);
        if (animal && chance.in(0.4)) {
            sleeve = skin;
            forearm = skin;
            top = chance.in(0.6) ? skin : top;
            legs = chance.in(0.6) ? skin : legs;
        }
        Color hands = chance.in(0.35) ? Tint.grey(chance.between(215, 255)) : chance.in(0.75) ? skin : forearm;
        Color line = chance.in(0.75) ? Tint.grey(chance.between(0, 40)) : Tint.times(top, chance.between(0.1, 0.45));
        return new Palette(
                skin,
                Tint.mixed(skin, new Color(255, 240, 215), chance.between(0.4, 0.9)),
                chance.in(0.6) ? natural(chance) : free(strong, bright, chance.share(), chance),
                Tint.hsb(chance.share(), chance.between(0.3, 0.9), chance.between(0.25, 0.8)),
                Tint.mixed(skin, new Color(180, 40, 50), chance.between(0.3, 0.9)),
                top,
                sleeve,
                forearm,
                legs,
                chance.in(0.15) ? legs : free(strong, bright * 0.8, hue, chance),
                hands,
                free(strong, 1, chance.share(), chance),
                free(strong, bright, hue, chance),
                line);
    }

    /// Figures of black ink with white faces and gloves.
    private static Palette inkAndPaper(boolean animal, Chance chance) {
        Color ink = Tint.grey(chance.between(4, 52));
        Color paper = Tint.grey(chance.between(190, 255));
        Color grey = Tint.grey(chance.between(70, 180));
        Color top = chance.any(ink, ink, grey, paper);
        Color sleeve = chance.in(0.6) ? top : chance.any(ink, paper, grey);
        Color legs = chance.any(ink, ink, grey, paper, top);
        // Black over black is told apart by a pale line, where it is told apart at all.
        Color line = top == ink && sleeve == ink && chance.in(0.6)
                ? Tint.grey(chance.between(60, 170))
                : Tint.grey(chance.between(0, 30));
        Color skin = animal ? chance.any(ink, ink, grey, paper) : chance.any(paper, paper, grey);
        return new Palette(
                skin,
                paper,
                ink,
                ink,
                grey,
                top,
                sleeve,
                chance.in(0.6) ? sleeve : skin,
                legs,
                chance.any(ink, grey, paper),
                chance.in(0.75) ? paper : skin,
                chance.any(ink, grey, paper),
                chance.any(ink, grey, paper),
                line);
    }

    private static Color human(Chance chance) {
        double tan = Math.pow(chance.share(), 1.6);
        return Tint.rgb(250 - 130 * tan + chance.normal(4), 214 - 138 * tan + chance.normal(6), 188 - 135 * tan);
    }

    private static Color natural(Chance chance) {
        return chance.any(
                new Color(34, 28, 30),
                new Color(70, 44, 28),
                new Color(120, 74, 36),
                new Color(206, 164, 84),
                new Color(168, 70, 30),
                new Color(225, 222, 216),
                new Color(120, 118, 120));
    }

    private static Color free(double strong, double bright, double hue, Chance chance) {
        if (chance.in(0.2)) {
            return Tint.grey(chance.in(0.6) ? chance.between(8, 50) : chance.between(200, 255));
        }
        double own = chance.in(0.4) ? hue + chance.normal(0.05) : chance.share();
        return Tint.hsb(own, strong * chance.between(0.3, 1.2), bright * chance.between(0.3, 1.15));
    }
}
