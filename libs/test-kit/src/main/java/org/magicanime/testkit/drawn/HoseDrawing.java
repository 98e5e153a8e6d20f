package org.magicanime.testkit.drawn;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.util.List;
import org.magicanime.drawing.Hand;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// Draws a person of the 1930s around a skeleton: limbs as hoses, a pear for a body, mittens, large shoes.
final class HoseDrawing {
    private static final Color GLOVE = new Color(248, 246, 240);
    private static final double ARM_WIDTH = 0.26;
    private static final double LEG_WIDTH = 0.34;

    private final Easel easel;
    private final Skeleton skeleton;
    private final Figure figure;
    private final double u;

    HoseDrawing(Easel easel, Skeleton skeleton, Figure figure) {
        this.easel = easel;
        this.skeleton = skeleton;
        this.figure = figure;
        this.u = skeleton.unit();
    }

    /// Bends limbs that would be straight.
    static Pose bent(Pose pose) {
        return pose.withArms(bent(pose.left()), bent(pose.right()))
                .withLegs(bent(pose.leftLeg()), bent(pose.rightLeg()), pose.lift());
    }

    private static Pose.Arm bent(Pose.Arm arm) {
        return new Pose.Arm(arm.upper() + 28, arm.fore() - 22, arm.hand() - 30, arm.palm(), arm.curl());
    }

    private static Pose.Leg bent(Pose.Leg leg) {
        return new Pose.Leg(leg.thigh() + 14, leg.shin() - 10, leg.thighLength(), leg.shinLength());
    }

    void draw(HeadDrawing head) {
        leg(Part.RIGHT_LEG, skeleton.right());
        leg(Part.LEFT_LEG, skeleton.left());
        body();
        arm(Part.RIGHT_ARM, Part.RIGHT_HAND, skeleton.right());
        arm(Part.LEFT_ARM, Part.LEFT_HAND, skeleton.left());
        head.front();
    }

    private void leg(Part part, Skeleton.Limbs limbs) {
        hose(part, Shades.times(figure.colours().outline(), 0.8), LEG_WIDTH, limbs.hip(), limbs.knee(), limbs.ankle());
        Position shoe = limbs.ankle().plus(limbs.side() * 0.22 * u, 0.12 * u);
        easel.round(part, figure.colours().shoes(), Outlines.ellipse(shoe, 0.52 * u, 0.24 * u));
    }

    private void arm(Part part, Part mitten, Skeleton.Limbs limbs) {
        hose(
                part,
                Shades.times(figure.colours().outline(), 0.8),
                ARM_WIDTH,
                limbs.shoulder(),
                limbs.elbow(),
                limbs.wrist());
        Hand hand = limbs.hand();
        Position knuckles = hand.joint(2, 0).towards(hand.joint(3, 0), 0.5);
        double unit = hand.unit();
        easel.limbs(mitten, GLOVE, List.of(hand.joint(0, 0), hand.joint(0, 3)), 0.13 * unit, 0.11 * unit);
        easel.limbs(
                mitten,
                GLOVE,
                List.of(hand.wrist().towards(knuckles, 0.3), hand.joint(2, 2).towards(hand.joint(3, 2), 0.5)),
                0.2 * unit,
                0.25 * unit);
    }

    private void hose(Part part, Color colour, double width, Position from, Position joint, Position to) {
        Shape tube = new BasicStroke((float) (width * u), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                .createStrokedShape(Outlines.smoothLine(List.of(from, joint, to)));
        easel.flat(part, colour, tube);
    }

    private void body() {
        Position hips = skeleton.left().hip().towards(skeleton.right().hip(), 0.5);
        Position neck = skeleton.left().shoulder().towards(skeleton.right().shoulder(), 0.5);
        easel.round(Part.TORSO, figure.colours().top(), belly(hips, neck.plus(0, -0.2 * u), 0.62));
        easel.round(Part.TORSO, figure.colours().trousers(), belly(hips, hips.towards(neck, 0.3), 0.92));
        for (int side : new int[] {-1, 1}) {
            easel.flat(Part.TORSO, GLOVE, Outlines.ellipse(hips.plus(side * 0.32 * u, -0.28 * u), 0.09 * u, 0.11 * u));
        }
    }

    private Shape belly(Position hips, Position top, double half) {
        return Outlines.smooth(List.of(
                top.plus(-half * 0.6 * u, 0),
                top.plus(half * 0.6 * u, 0),
                top.plus(half * u, 0.3 * u),
                hips.plus(0.98 * u, -0.25 * u),
                hips.plus(0.7 * u, 0.35 * u),
                hips.plus(-0.7 * u, 0.35 * u),
                hips.plus(-0.98 * u, -0.25 * u),
                top.plus(-half * u, 0.3 * u)));
    }
}
