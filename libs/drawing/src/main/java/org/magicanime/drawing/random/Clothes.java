package org.magicanime.drawing.random;

/// What a character wears, and what it has in place of hands and feet.
///
/// @param shirtLess whether the trunk is in the skin's colour
/// @param front a strip of another colour down the front: half its width in degrees around the trunk, 0 for none
/// @param flare how much wider a skirt is below, in shoulder widths
/// @param hem how far down a skirt reaches: 0 the hips, 1 the knees, 2 the ankles
/// @param cuff whether sleeves end in a ring
/// @param widen how much sleeves widen towards the wrist, in radii
/// @param trousersWiden how much trousers do
/// @param boots how far up the shins shoes reach, 0 to 1
/// @param stripes number of stripes across the trunk, 0 for none
record Clothes(
        Outfit outfit,
        boolean shirtLess,
        double front,
        double flare,
        double hem,
        boolean belt,
        boolean collar,
        boolean tie,
        int buttons,
        int stripes,
        boolean braces,
        boolean cape,
        boolean tail,
        boolean shorts,
        boolean cuff,
        double widen,
        double trousersWiden,
        double boots,
        Hands hands,
        boolean wings,
        boolean held) {
    enum Outfit {
        TROUSERS,
        DRESS,
        ROBE,
        ARMOUR,
        NOTHING
    }

    enum Hands {
        MITTEN,
        FIST,
        FOUR_FINGERS,
        FIVE_FINGERS
    }

    static Clothes any(Era era, boolean animal, boolean bird, Chance chance) {
        Outfit outfit = Outfit.values()[chance.weighted(5, 1.6, 1.1, 0.6, animal ? 3 : 0.3)];
        boolean skirt = outfit == Outfit.DRESS || outfit == Outfit.ROBE;
        Hands hands = Hands.values()[
                chance.weighted(
                        switch (era) {
                            case RUBBER_HOSE -> new double[] {3, 2.5, 4, 1};
                            case MODERN -> new double[] {2.5, 2, 3.5, 2};
                            case ANIME -> new double[] {1, 2, 0.5, 5};
                            case SOLID -> new double[] {2, 1, 3, 3};
                        })];
        return new Clothes(
                outfit,
                outfit == Outfit.NOTHING || chance.in(0.04),
                chance.in(0.3) ? chance.between(18, 55) : 0,
                chance.between(0.15, 0.9),
                outfit == Outfit.ROBE ? chance.between(1.6, 2.0) : chance.between(0.4, 1.5),
                chance.in(0.35),
                chance.in(0.3),
                chance.in(0.12),
                chance.in(0.3) ? 1 + chance.below(5) : 0,
                chance.in(0.1) ? 3 + chance.below(6) : 0,
                outfit == Outfit.TROUSERS && chance.in(0.15),
                chance.in(0.08),
                animal && chance.in(0.6),
                outfit == Outfit.TROUSERS && chance.in(0.25),
                chance.in(0.25),
                skirt && chance.in(0.35) ? chance.between(0.4, 1.8) : chance.in(0.12) ? chance.between(0.2, 1) : 0,
                chance.in(0.15) ? chance.between(0.2, 1) : 0,
                chance.in(0.25) ? chance.between(0.15, 0.8) : 0,
                hands,
                bird && chance.in(0.5),
                chance.in(0.12));
    }
}
