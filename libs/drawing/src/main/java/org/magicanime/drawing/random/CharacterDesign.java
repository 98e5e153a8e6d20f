package org.magicanime.drawing.random;

/// A character by chance: everything about it but where it is.
///
/// @param line width of outlines in heights of the figure's box, 0 for none
/// @param handBend how far hands are bent, degrees, left and right
/// @param palm how much of a hand's width is seen, left and right
/// @param curl how far fingers are curled, left and right
/// @param shoes how bulky shoes are
record CharacterDesign(
        Era era,
        Build build,
        BodyPose pose,
        Turn view,
        Palette palette,
        Clothes clothes,
        HeadDesign head,
        Shading shading,
        double line,
        double[] handBend,
        double[] palm,
        double[] curl,
        double shoes,
        long seed) {

    static CharacterDesign any(Era era, Chance chance) {
        HeadDesign.Kind kind = HeadDesign.anyKind(era, chance);
        Palette palette = Palette.any(era, kind.animal(), chance);
        Build build = Build.any(era, chance);
        double yaw =
                switch (chance.weighted(28, 34, 20, 18)) {
                    case 0 -> chance.normal(12);
                    case 1 -> chance.sign() * chance.between(15, 65);
                    case 2 -> chance.sign() * chance.between(60, 115);
                    default -> chance.sign() * chance.between(115, 180);
                };
        Turn view = Turn.roll(chance.in(0.12) ? chance.normal(35) : chance.normal(4))
                .after(Turn.pitch(chance.in(0.15) ? chance.normal(22) : chance.normal(6))
                        .after(Turn.yaw(yaw)));
        double line = era == Era.SOLID || chance.in(0.06)
                ? 0
                : era == Era.ANIME ? chance.between(0.002, 0.006) : chance.ratio(0.003, chance.in(0.15) ? 0.03 : 0.013);
        double[] palms = {chance.between(-1, 1), chance.between(-1, 1)};
        return new CharacterDesign(
                era,
                build,
                BodyPose.any(chance),
                view,
                palette,
                Clothes.any(era, kind.animal(), kind == HeadDesign.Kind.BEAKED, chance),
                HeadDesign.any(era, kind, palette, chance),
                Shading.any(era, chance),
                line,
                new double[] {chance.normal(18), chance.normal(18)},
                palms,
                new double[] {chance.in(0.5) ? 0 : chance.share(), chance.in(0.5) ? 0 : chance.share()},
                era == Era.RUBBER_HOSE ? chance.between(0.5, 1.6) : chance.between(0, 0.8),
                chance.seed());
    }

    Skeleton skeleton() {
        return Skeleton.of(build, pose, view);
    }
}
