package org.magicanime.drawing.random;

import java.awt.Color;

/// What a head looks like. Unit of lengths: the height of the head.
///
/// @param wide half the width of the skull
/// @param jaw half the width of the jaw
/// @param eyeSpace from the middle to an eye
/// @param eyeWide half the width of an eye
/// @param eyeHigh half its height when open
/// @param open how far the eyes are open, 0 to 1
/// @param gaze where the pupils are, -1 to 1 from right to left
/// @param snout how far a muzzle or beak reaches forwards
/// @param nose size of the nose
/// @param mouthWide half its width
/// @param mouthOpen height of the opening
/// @param smile how far the corners go up
/// @param hairColour of brows, beards and hair
/// @param skinColour of the face
record HeadDesign(
        Kind kind,
        double wide,
        double jaw,
        double chin,
        Eyes eyes,
        double eyeSpace,
        double eyeY,
        double eyeWide,
        double eyeHigh,
        double open,
        double gaze,
        boolean brows,
        double browTilt,
        double snout,
        Nose noseKind,
        double nose,
        double mouthY,
        double mouthWide,
        double mouthOpen,
        double smile,
        boolean lips,
        Ears ears,
        double earSize,
        Hair hair,
        Beard beard,
        Hat hat,
        boolean glasses,
        boolean hidden,
        Color hairColour,
        Color skinColour,
        Color maskColour,
        Color hatColour) {

    enum Kind {
        HUMAN,
        /// A dark head with a pale mask around eyes and muzzle.
        MASKED,
        MUZZLED,
        SNOUTED,
        BEAKED;

        boolean animal() {
            return this != HUMAN;
        }
    }

    enum Eyes {
        ALMOND,
        TALL,
        DOT,
        ROUND,
        ANIME
    }

    enum Nose {
        LINE,
        BUTTON,
        BULB,
        LONG,
        WEDGE
    }

    enum Ears {
        NONE,
        HUMAN,
        DISC,
        POINTED,
        LONG,
        FLOPPY
    }

    enum Hair {
        NONE,
        SHORT,
        FRINGE,
        LONG,
        BUN,
        PONYTAIL,
        SPIKES,
        CURLS,
        TUFT
    }

    enum Beard {
        NONE,
        FULL,
        LONG,
        MOUSTACHE,
        STUBBLE
    }

    enum Hat {
        NONE,
        SAILOR,
        TOP,
        BOWLER,
        CONE,
        CROWN,
        BEANIE,
        TURBAN,
        HELMET,
        STRAW,
        CAP,
        HOOD
    }

    static Kind anyKind(Era era, Chance chance) {
        double[] weights =
                switch (era) {
                    case RUBBER_HOSE -> new double[] {5, 2.5, 2, 0.7, 1.2};
                    case MODERN -> new double[] {6, 0.8, 2, 0.7, 1.2};
                    case ANIME -> new double[] {20, 0, 1, 0, 0.3};
                    case SOLID -> new double[] {6, 0.4, 2, 0.8, 1};
                };
        return Kind.values()[chance.weighted(weights)];
    }

    static HeadDesign any(Era era, Kind kind, Palette palette, Chance chance) {
        boolean animal = kind.animal();
        double wide = animal
                ? chance.between(0.38, 0.50)
                : era == Era.ANIME ? chance.between(0.36, 0.43) : chance.between(0.32, 0.48);
        Eyes eyes = Eyes.values()[
                chance.weighted(
                        switch (era) {
                            case RUBBER_HOSE -> new double[] {1, 5, 2, 2, 0};
                            case MODERN -> new double[] {1.5, 2, 2, 4, 1};
                            case ANIME -> new double[] {1, 0, 0.3, 0.3, 7};
                            case SOLID -> new double[] {2, 1, 0.7, 4, 2};
                        })];
        double[] eye =
                switch (eyes) {
                    case ALMOND -> new double[] {chance.between(0.07, 0.095), chance.between(0.03, 0.05)};
                    case TALL -> new double[] {chance.between(0.06, 0.10), chance.between(0.10, 0.19)};
                    case DOT -> new double[] {chance.between(0.022, 0.04), chance.between(0.03, 0.07)};
                    case ROUND -> {
                        double size = chance.between(0.07, 0.13);
                        yield new double[] {size, size * chance.between(0.8, 1.2)};
                    }
                    case ANIME -> new double[] {chance.between(0.085, 0.12), chance.between(0.075, 0.13)};
                };
        double space = Math.max(eye[0] * 1.06, wide * chance.between(0.34, 0.5));
        double open = chance.in(0.12) ? chance.between(0, 0.3) : chance.between(0.6, 1);
        double opening = chance.in(0.5) ? 0 : chance.between(0.01, animal ? 0.14 : 0.16);
        boolean hatless = chance.in(era == Era.ANIME ? 0.85 : 0.52);
        return new HeadDesign(
                kind,
                wide,
                animal ? wide * 0.75 : wide * (era == Era.ANIME ? chance.between(0.5, 0.7) : chance.between(0.6, 1.05)),
                animal ? 0.36 : chance.between(0.42, 0.5),
                eyes,
                space,
                animal
                        ? chance.between(-0.14, -0.05)
                        : era == Era.ANIME ? chance.between(0.0, 0.07) : chance.between(-0.1, 0.02),
                eye[0],
                eye[1],
                open,
                chance.between(-0.6, 0.6),
                !animal || chance.in(0.4),
                chance.normal(0.25),
                animal ? chance.ratio(0.14, 0.6) : 0,
                animal
                        ? Nose.BUTTON
                        : Nose.values()[
                                chance.weighted(
                                        era == Era.ANIME
                                                ? new double[] {5, 2, 0, 0.2, 1.5}
                                                : new double[] {1, 2, 3, 1, 3})],
                animal ? chance.between(0.04, 0.11) : chance.ratio(0.045, 0.15),
                animal ? 0.24 : chance.between(0.24, 0.33),
                era == Era.ANIME ? chance.between(0.05, 0.12) : chance.between(0.08, 0.24),
                opening,
                chance.normal(0.035) + 0.015,
                !animal && chance.in(0.3),
                ears(kind, chance),
                chance.between(0.7, 1.5),
                hair(era, animal, chance),
                animal || era == Era.ANIME && chance.in(0.9)
                        ? Beard.NONE
                        : Beard.values()[chance.weighted(6, 1.2, 0.8, 1, 0.8)],
                hatless ? Hat.NONE : Hat.values()[1 + chance.below(Hat.values().length - 1)],
                chance.in(0.08),
                chance.in(0.02),
                palette.hair(),
                palette.skin(),
                palette.muzzle(),
                chance.in(0.4) ? palette.top() : palette.trim());
    }

    private static Ears ears(Kind kind, Chance chance) {
        return switch (kind) {
            case HUMAN -> chance.in(0.93) ? Ears.HUMAN : Ears.NONE;
            case MASKED -> chance.any(Ears.DISC, Ears.DISC, Ears.POINTED, Ears.LONG, Ears.FLOPPY);
            case MUZZLED -> chance.any(Ears.DISC, Ears.POINTED, Ears.FLOPPY, Ears.LONG);
            case SNOUTED -> chance.any(Ears.POINTED, Ears.FLOPPY);
            case BEAKED -> Ears.NONE;
        };
    }

    private static Hair hair(Era era, boolean animal, Chance chance) {
        if (animal) {
            return chance.in(0.2) ? Hair.TUFT : Hair.NONE;
        }
        return Hair.values()[
                chance.weighted(
                        era == Era.ANIME
                                ? new double[] {0.1, 1, 4, 4, 1, 1.5, 3, 0.3, 0}
                                : new double[] {2, 3, 1.5, 1.5, 0.8, 0.6, 1, 1, 0.8})];
    }
}
