package org.magicanime.testkit.drawn;

import org.magicanime.drawing.Hand;
import org.magicanime.drawing.Position;

/// Where the joints of a person are: what is drawn and what is told as truth both come from here.
///
/// @param unit of the body in pixels: (height − head) / 6.2
/// @param left the person's own left, which is at the picture's right
record Skeleton(double unit, HeadFrame head, Limbs left, Limbs right) {
    static final double ANKLE_TO_SOLE = 0.35;

    private static final double BODY = 6.2;
    private static final double SHOULDER_DOWN = 0.50;
    private static final double SHOULDER_OUT = 0.66;
    private static final double HIP_DOWN = 2.62;
    private static final double HIP_OUT = 0.33;
    private static final double UPPER_ARM = 1.22;
    private static final double FOREARM = 1.08;
    private static final double THIGH = 1.62;
    private static final double SHIN = 1.60;
    private static final double HAND = 0.95;

    /// One side of the body.
    ///
    /// @param side 1 at the picture's right, -1 at its left
    record Limbs(int side, Position shoulder, Position elbow, Hand hand, Position hip, Position knee, Position ankle) {
        Position wrist() {
            return hand.wrist();
        }

        /// @param unit pixels
        Position bigToe(double unit) {
            return ankle.plus(side * 0.20 * unit, 0.27 * unit);
        }

        Position smallToe(double unit) {
            return ankle.plus(side * 0.33 * unit, 0.25 * unit);
        }

        Position heel(double unit) {
            return ankle.plus(-side * 0.03 * unit, 0.22 * unit);
        }
    }

    /// @param ground where the soles are, in the middle between the feet
    /// @param height from sole to crown, standing straight
    static Skeleton of(Figure figure, Pose pose, Position ground, double height) {
        double head = height / figure.heads();
        double unit = (height - head) / BODY;
        double reach = Math.max(reach(pose.leftLeg()), reach(pose.rightLeg()));
        Position hips = ground.plus(0, -(reach + ANKLE_TO_SOLE + pose.lift()) * unit);
        Position chin = hips.plus(0, -HIP_DOWN * unit);
        Pose.Head held = pose.head();
        return new Skeleton(
                unit,
                new HeadFrame(chin.plus(0, (0.25 * held.nod() - pose.breath()) * 0.4 * unit), head, held),
                limbs(1, unit, hips, chin, pose.left(), pose.leftLeg(), pose.breath()),
                limbs(-1, unit, hips, chin, pose.right(), pose.rightLeg(), pose.breath()));
    }

    /// From hip to ankle, downwards, in units.
    private static double reach(Pose.Leg leg) {
        return THIGH * leg.thighLength() * Math.cos(Math.toRadians(leg.thigh()))
                + SHIN * leg.shinLength() * Math.cos(Math.toRadians(leg.shin()));
    }

    private static Limbs limbs(
            int side, double unit, Position hips, Position chin, Pose.Arm arm, Pose.Leg leg, double breath) {
        Position shoulder = chin.plus(side * SHOULDER_OUT * unit, (SHOULDER_DOWN - breath) * unit);
        Position elbow = shoulder.going(side * arm.upper(), UPPER_ARM * unit);
        Position wrist = elbow.going(side * arm.fore(), FOREARM * unit);
        // Fingers up and the palm forwards, a right hand's thumb is at the picture's right.
        Hand hand = Hand.of(wrist, side * arm.hand(), HAND * unit, side * arm.palm(), arm.curl());
        Position hip = hips.plus(side * HIP_OUT * unit, 0);
        Position knee = hip.going(side * leg.thigh(), THIGH * leg.thighLength() * unit);
        Position ankle = knee.going(side * leg.shin(), SHIN * leg.shinLength() * unit);
        return new Limbs(side, shoulder, elbow, hand, hip, knee, ankle);
    }
}
