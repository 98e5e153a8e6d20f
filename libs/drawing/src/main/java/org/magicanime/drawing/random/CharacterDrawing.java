package org.magicanime.drawing.random;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.magicanime.drawing.Hand;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// Draws a character, what is farther from the viewer first.
final class CharacterDrawing {
    private final Canvas canvas;
    private final CharacterDesign design;
    private final Skeleton skeleton;
    private final Trunk trunk;
    private final HeadShape head;
    private final Hand leftHand;
    private final Hand rightHand;
    private final Foot leftFoot;
    private final Foot rightFoot;
    private final List<Layer> layers = new ArrayList<>();

    /// @param depth farther ones are painted first
    private record Layer(double depth, Runnable painting) {}

    CharacterDrawing(Canvas canvas, CharacterDesign design, Skeleton placed) {
        this.canvas = canvas;
        this.design = design;
        skeleton = placed;
        Build build = design.build();
        trunk = new Trunk(build, placed);
        head = new HeadShape(design.head(), placed.head(), placed.face(), build.head() * placed.scale());
        leftHand = hand(placed.left(), 0);
        rightHand = hand(placed.right(), 1);
        leftFoot = Foot.of(placed.left(), build, placed, design.shoes(), 1);
        rightFoot = Foot.of(placed.right(), build, placed, design.shoes(), -1);
    }

    private Hand hand(Limbs limbs, int index) {
        return HandDrawing.of(
                limbs, design.build(), skeleton, design.handBend()[index], design.palm()[index], design.curl()[index]);
    }

    HeadShape head() {
        return head;
    }

    Skeleton skeleton() {
        return skeleton;
    }

    Hand leftHand() {
        return leftHand;
    }

    Hand rightHand() {
        return rightHand;
    }

    Foot leftFoot() {
        return leftFoot;
    }

    Foot rightFoot() {
        return rightFoot;
    }

    void draw() {
        Clothes clothes = design.clothes();
        Palette palette = design.palette();
        Chance chance = new Chance(design.seed());
        TrunkDrawing body = new TrunkDrawing(canvas, trunk, skeleton, design.build(), clothes, palette);
        HeadDrawing headDrawing = new HeadDrawing(canvas, head, palette, chance.apart());
        double middle = skeleton.neck().towards(skeleton.hips(), 0.4).z();
        double deep = trunk.halfDepth();
        double back = -skeleton.trunk().z().z();
        legs(Part.LEFT_LEG, Part.LEFT_FOOT, skeleton.left(), leftFoot, middle, deep);
        legs(Part.RIGHT_LEG, Part.RIGHT_FOOT, skeleton.right(), rightFoot, middle, deep);
        layer(middle - 0.01, body::neck);
        layer(middle, body::draw);
        layer(middle + 0.12 * deep, body::skirt);
        double nod = skeleton.head().minus(skeleton.neck()).unit().z();
        double headAt = nod < -0.75
                ? middle - 0.9 * deep
                : Math.max(middle + 0.05 * deep, skeleton.head().z());
        layer(headAt, headDrawing::draw);
        boolean away = headDrawing.seenFromBehind();
        layer(away ? headAt + 0.01 : middle - deep, headDrawing::falling);
        if (clothes.cape()) {
            layer(middle + 1.1 * back * deep, body::cape);
        }
        if (clothes.tail()) {
            double curl = chance.between(-1.5, 1.5);
            layer(middle + back * deep, () -> body.tail(curl));
        }
        arms(Part.LEFT_ARM, Part.LEFT_HAND, skeleton.left(), leftHand, middle, deep);
        arms(Part.RIGHT_ARM, Part.RIGHT_HAND, skeleton.right(), rightHand, middle, deep);
        layers.sort(Comparator.comparingDouble(Layer::depth));
        layers.forEach(layer -> layer.painting().run());
    }

    private void layer(double depth, Runnable painting) {
        layers.add(new Layer(depth, painting));
    }

    private void legs(Part part, Part footPart, Limbs limbs, Foot foot, double middle, double deep) {
        LimbDrawing limb = new LimbDrawing(canvas, skeleton, design.build(), design.clothes(), design.palette());
        double thigh = limbs.hip().towards(limbs.knee(), 0.6).z() - 0.75 * deep;
        double shin = limbs.knee().towards(limbs.ankle(), 0.5).z() - 0.75 * deep;
        boolean thighBefore = thigh > middle;
        double footAt = limbs.ankle()
                        .plus(limbs.foot(), 0.3 * design.build().foot() * skeleton.scale())
                        .z()
                - 0.75 * deep;
        if (thighBefore == shin > middle) {
            double depth = (thigh + shin) / 2;
            layer(depth, () -> {
                boolean toesAway = limbs.foot().z() < -0.3;
                if (toesAway) {
                    foot(footPart, foot);
                }
                limb.leg(part, limbs);
                if (!toesAway) {
                    foot(footPart, foot);
                }
            });
            return;
        }
        layer(thigh, () -> limb.thigh(part, limbs));
        layer(shin, () -> limb.shin(part, limbs));
        layer(Math.max(shin + 0.001, footAt), () -> foot(footPart, foot));
    }

    private void foot(Part part, Foot foot) {
        canvas.round(part, design.palette().shoes(), Outlines.polygon(foot.outline()));
        if (design.shoes() > 1 && canvas.line() > 0) {
            Position toe = foot.front().at(0, 0.3, 0).flat();
            Color shine = Tint.mixed(design.palette().shoes(), Color.WHITE, 0.4);
            canvas.on(shine, Outlines.ellipse(toe.plus(-1, -2), 1.4, 1));
        }
    }

    private void arms(Part part, Part handPart, Limbs limbs, Hand hand, double middle, double deep) {
        LimbDrawing limb = new LimbDrawing(canvas, skeleton, design.build(), design.clothes(), design.palette());
        double lift = 0.32 * deep;
        double upper = limbs.shoulder().towards(limbs.elbow(), 0.6).z() + lift;
        double fore = limbs.elbow().towards(limbs.wrist(), 0.65).z() + lift;
        if (design.clothes().wings()) {
            layer((upper + fore) / 2, () -> limb.wing(part, limbs));
            return;
        }
        boolean together = upper > middle == fore > middle;
        if (together) {
            layer(Math.max(upper, fore) > middle ? Math.max(upper, fore) : (upper + fore) / 2, () -> {
                if (limbs.hand().z() < -0.4) {
                    hand(handPart, hand);
                    limb.arm(part, limbs);
                } else {
                    limb.arm(part, limbs);
                    hand(handPart, hand);
                }
            });
            return;
        }
        layer(upper, () -> limb.upperArm(part, limbs));
        layer(fore, () -> {
            limb.forearm(part, limbs);
            hand(handPart, hand);
        });
    }

    private void hand(Part part, Hand hand) {
        Palette palette = design.palette();
        boolean glove = !palette.hands().equals(palette.skin()) && design.era() == Era.RUBBER_HOSE;
        HandDrawing.draw(canvas, part, hand, design.clothes().hands(), palette.hands(), glove);
        if (design.clothes().held()) {
            Position grip = hand.wrist().towards(hand.joint(2, 0), 0.9);
            Position up = grip.going(140, 1.6 * hand.unit());
            Position low = grip.going(-40, 0.5 * hand.unit());
            if (part == Part.RIGHT_HAND) {
                canvas.rod(Part.HELD, palette.trim(), Outlines.smoothLine(List.of(low, up)), 0.14 * hand.unit());
            }
        }
    }
}
