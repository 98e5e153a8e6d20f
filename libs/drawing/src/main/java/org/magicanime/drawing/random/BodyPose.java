package org.magicanime.drawing.random;

/// How a body is held. Directions are those of a left limb, in the body's own axes: x away from the body, y down, z
/// forwards; a right limb has them mirrored.
///
/// @param leftArm upper arm and forearm
/// @param leftLeg thigh and shin
/// @param trunk against the hips
/// @param head against the trunk
/// @param toes how far feet are turned outwards, degrees
record BodyPose(Vec[] leftArm, Vec[] rightArm, Vec[] leftLeg, Vec[] rightLeg, Turn trunk, Turn head, double toes) {
    /// Upper arm, forearm; how likely.
    private static final double[][] ARMS = {
        {0.18, 1, 0.02, 0.08, 1, 0.22, 4}, // hangs
        {0.45, 1, 0.0, 0.35, 0.9, 0.1, 2}, // hangs away from the body
        {0.75, 0.7, -0.25, -0.75, 0.45, 0.35, 3}, // on the hip
        {0.25, 0.3, 0.9, 0.1, -0.1, 1, 1.5}, // points forwards
        {1, 0.05, 0.05, 1, -0.05, 0.1, 2.5}, // reaches sideways
        {1, -0.3, 0.1, 0.9, -0.5, 0.1, 1.5}, // sideways and up
        {0.45, -1, 0.05, 0.0, -1, 0.15, 2}, // up
        {0.85, 0.35, 0.15, 0.35, -1, 0.25, 2.5}, // waves
        {0.3, 0.85, 0.3, -1, 0.0, 0.5, 3}, // across the chest
        {0.22, 0.9, 0.25, -0.75, 0.35, 0.65, 3}, // across the belly
        {0.25, 0.8, 0.4, -0.35, -0.9, 0.45, 2}, // hand at the mouth
        {0.3, 0.9, -0.4, -0.8, 0.4, -0.5, 1.2}, // behind the back
        {0.15, 0.75, 0.65, -0.15, -0.3, 1, 1.8}, // runs, in front
        {0.15, 0.65, -0.75, -0.05, 0.75, 0.5, 1.8}, // runs, behind
        {0.8, -0.6, 0.1, -0.85, -0.55, -0.05, 1}, // behind the head
        {0.35, 0.9, 0.05, 0.85, -0.25, 0.45, 1.5}, // shrugs
        {0.9, 0.15, 0.25, -0.75, -0.7, 0.35, 1}, // salutes
        {1, 0.1, 0.05, -0.2, -1, 0.1, 1.2}, // shows its muscles
        {0.2, 0.95, 0.4, 0, 0.5, 0.9, 1.8}, // holds something in front
        {0.15, 0.75, -0.6, 0.1, 0.95, -0.35, 1.3}, // swings back
        {0.6, 0.8, 0.2, -0.2, 1, 0.2, 1.5}, // bowed
        {-0.25, 0.6, 0.75, -0.75, -0.15, 0.6, 1.2} // over to the other shoulder
    };

    /// Thigh, shin; how likely.
    private static final double[][] LEGS = {
        {0.06, 1, 0.02, 0.02, 1, -0.04, 6}, // stands
        {0.38, 1, 0.05, 0.2, 1, -0.05, 3.5}, // stands astride
        {0.05, 0.9, 0.42, 0, 1, -0.1, 2.5}, // steps forwards
        {0.05, 0.9, -0.4, 0, 0.85, -0.5, 2.5}, // steps back
        {0.08, 0.5, 0.85, 0, 0.9, -0.45, 2}, // runs, in front
        {0.05, 0.85, -0.5, 0, 0.15, -1, 1.5}, // runs, behind
        {0.25, 0.15, 1, 0.02, 1, -0.05, 2}, // sits
        {0.4, 0.45, 0.8, 0.05, 0.85, -0.55, 1.5}, // crouches
        {0.75, 0.6, 0.35, -0.3, 1, -0.1, 1.2}, // knees apart
        {0.1, 0.9, 0.3, 0, 0.1, -1, 1}, // kneels
        {0.15, 0.2, 1, 0.05, 0.1, 1, 1}, // stretched forwards
        {0.9, 0.35, 0.3, 0.7, 0.6, 0.1, 0.8}, // kicks sideways
        {-0.22, 1, 0.15, -0.1, 1, -0.05, 1.2}, // crosses the other leg
        {0.7, 0.35, 0.6, -0.85, 0.4, 0.35, 0.8} // cross-legged
    };

    static BodyPose any(Chance chance) {
        Vec[] left = limb(ARMS, chance, 0.22);
        boolean alike = chance.in(0.3);
        Vec[] right = alike ? varied(left, chance, 0.1) : limb(ARMS, chance, 0.22);
        Vec[] leftLeg = limb(LEGS, chance, 0.12);
        boolean stands = leftLeg[0].y() > 0.75 && leftLeg[1].y() > 0.6;
        Vec[] rightLeg = stands || chance.in(0.45) ? limb(LEGS, chance, 0.12) : varied(leftLeg, chance, 0.12);
        if (chance.in(0.35)) {
            leftLeg = varied(new Vec[] {new Vec(0.1, 1, 0.02), new Vec(0.03, 1, -0.04)}, chance, 0.08);
            rightLeg = varied(leftLeg, chance, 0.06);
        }
        double forwards = chance.in(0.12) ? chance.between(20, 60) : chance.normal(9) + 3;
        Turn trunk =
                Turn.yaw(chance.normal(11)).after(Turn.roll(chance.normal(7)).after(Turn.pitch(forwards)));
        Turn head = Turn.yaw(chance.in(0.25) ? chance.normal(45) : chance.normal(16))
                .after(Turn.roll(chance.normal(8)).after(Turn.pitch(chance.normal(10) - 0.5 * forwards)));
        return new BodyPose(left, right, leftLeg, rightLeg, trunk, head, chance.between(0, 45));
    }

    private static Vec[] limb(double[][] templates, Chance chance, double spread) {
        double[] weights = new double[templates.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = templates[i][6];
        }
        double[] t = templates[chance.weighted(weights)];
        return varied(new Vec[] {new Vec(t[0], t[1], t[2]), new Vec(t[3], t[4], t[5])}, chance, spread);
    }

    private static Vec[] varied(Vec[] directions, Chance chance, double spread) {
        Vec[] all = new Vec[directions.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = directions[i]
                    .unit()
                    .plus(new Vec(chance.normal(spread), chance.normal(spread), chance.normal(spread)))
                    .unit();
        }
        return all;
    }
}
