package org.magicanime.drawing.random;

/// Proportions of a body. Unit of all lengths: its height when it stands.
///
/// @param head height of the head
/// @param neck from the chin to the shoulders
/// @param trunk from the shoulders to the hips
/// @param shoulder from the middle to a shoulder
/// @param hip from the middle to a hip
/// @param arm radii at shoulder, elbow and wrist
/// @param leg radii at hip, knee and ankle
/// @param bend of the limbs: 0 joints, 1 hoses
/// @param bulge how the forearm swells below the elbow, in its radii; a sailor's arms have 1 and more
/// @param width half the width of the trunk in seven sections from the shoulders to the crotch
/// @param depth half its depth
/// @param forward how far each section is in front of the spine
/// @param hand length of the hand
/// @param foot length of the foot
record Build(
        double head,
        double neck,
        double trunk,
        double shoulder,
        double hip,
        double upperArm,
        double forearm,
        double thigh,
        double shin,
        double[] arm,
        double[] leg,
        double bend,
        double bulge,
        double[] width,
        double[] depth,
        double[] forward,
        double hand,
        double foot) {
    static final int SECTIONS = 7;

    private static final double[][] SHAPES = {
        // Straight, pear, barrel, wedge, hourglass, egg
        {0.80, 1.00, 0.98, 0.92, 0.92, 0.98, 0.80},
        {0.55, 0.72, 0.85, 1.02, 1.18, 1.20, 0.85},
        {0.75, 1.05, 1.22, 1.28, 1.20, 1.00, 0.72},
        {0.85, 1.18, 1.12, 0.92, 0.76, 0.74, 0.62},
        {0.72, 0.95, 0.90, 0.70, 0.82, 1.02, 0.84},
        {0.60, 0.95, 1.20, 1.32, 1.30, 1.12, 0.75}
    };

    static Build any(Era era, Chance chance) {
        double heads =
                switch (era) {
                    case RUBBER_HOSE -> chance.ratio(2.0, 5.5);
                    case MODERN -> chance.ratio(2.2, 7);
                    case ANIME -> chance.in(0.2) ? chance.ratio(2.0, 3.5) : chance.between(5.2, 7.5);
                    case SOLID -> chance.ratio(2.6, 7.5);
                };
        double head = 1 / heads;
        double below = 1 - head;
        double neck = below * (era == Era.ANIME ? chance.between(0.03, 0.06) : chance.between(0.0, 0.045));
        double trunkShare =
                era == Era.RUBBER_HOSE || era == Era.MODERN ? chance.between(0.28, 0.56) : chance.between(0.33, 0.42);
        double trunk = (below - neck) * trunkShare;
        double legs = below - neck - trunk;
        double stout = era == Era.ANIME ? chance.ratio(0.85, 1.2) : chance.ratio(0.8, chance.in(0.2) ? 2.8 : 1.9);
        double shoulder = trunk * chance.between(0.34, 0.46) * Math.pow(stout, 0.8);
        double hip = shoulder * chance.between(0.42, 0.72);
        double armLength = trunk * chance.between(0.62, 0.85) + legs * chance.between(0.20, 0.34);
        double upper = chance.between(0.46, 0.54);
        double ankle = 0.035 + 0.01 * chance.share();
        double leg = Math.max(0.12, legs - ankle);
        double bend =
                switch (era) {
                    case RUBBER_HOSE -> chance.in(0.6) ? chance.between(0.7, 1) : chance.between(0, 0.5);
                    case MODERN -> chance.in(0.3) ? chance.between(0.4, 1) : chance.between(0, 0.2);
                    default -> chance.between(0, 0.15);
                };
        double armRadius = shoulder * thickness(era, chance);
        double legRadius = Math.min(hip * 1.02, armRadius * chance.between(1.15, 1.7));
        boolean even = bend > 0.5 || chance.in(0.15);
        double[] arm = even
                ? new double[] {armRadius, armRadius * 0.98, armRadius * 0.95}
                : new double[] {armRadius, armRadius * chance.between(0.72, 0.9), armRadius * chance.between(0.5, 0.75)
                };
        double[] legs3 = even
                ? new double[] {legRadius, legRadius, legRadius * 0.95}
                : new double[] {
                    legRadius * 1.12, legRadius * chance.between(0.72, 0.92), legRadius * chance.between(0.45, 0.7)
                };
        double bulge = era == Era.RUBBER_HOSE && chance.in(0.3)
                ? chance.between(0.5, 1.3)
                : chance.in(0.3) ? chance.between(0, 0.3) : 0;
        double[] shape = SHAPES[
                chance.weighted(
                        era == Era.ANIME ? new double[] {3, 0.3, 0.3, 2, 4, 0.1} : new double[] {2, 3, 2, 2, 2, 2})];
        double belly = stout > 1.15 ? chance.between(0, 0.35) : chance.between(-0.02, 0.1);
        double flat = chance.between(0.55, 0.95);
        double[] width = new double[SECTIONS];
        double[] depth = new double[SECTIONS];
        double[] forward = new double[SECTIONS];
        for (int i = 0; i < SECTIONS; i++) {
            double down = i / (SECTIONS - 1.0);
            width[i] = Math.max(shoulder * shape[i] * 0.98, i >= 5 ? hip + legRadius * 0.75 : 0);
            depth[i] = Math.max(shoulder * shape[i] * flat * (i == 0 ? 0.8 : 1), i >= 5 ? legRadius * 1.1 : 0);
            forward[i] = shoulder * belly * Math.sin(Math.PI * Math.pow(down, 1.4));
        }
        double grip =
                switch (era) {
                    case RUBBER_HOSE -> chance.between(0.10, 0.17);
                    case MODERN -> chance.between(0.08, 0.14);
                    default -> chance.between(0.09, 0.115);
                };
        double foot =
                switch (era) {
                    case RUBBER_HOSE -> chance.between(0.13, 0.26);
                    case MODERN -> chance.between(0.11, 0.20);
                    default -> chance.between(0.12, 0.15);
                };
        return new Build(
                head,
                neck,
                trunk,
                shoulder,
                hip,
                armLength * upper,
                armLength * (1 - upper),
                leg * chance.between(0.47, 0.53),
                leg * 0.5,
                arm,
                legs3,
                bend,
                bulge,
                width,
                depth,
                forward,
                grip,
                foot);
    }

    private static double thickness(Era era, Chance chance) {
        return switch (era) {
            case RUBBER_HOSE -> chance.ratio(0.17, 0.52);
            case MODERN -> chance.ratio(0.18, 0.55);
            case ANIME -> chance.between(0.24, 0.36);
            case SOLID -> chance.ratio(0.24, 0.5);
        };
    }
}
