package org.magicanime.drawing.random;

import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.drawing.Hand;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// Draws hands: mittens, fists, gloves of four fingers, hands of five.
final class HandDrawing {
    private HandDrawing() {}

    /// @param glove whether it is drawn with the three lines of a cartoon's glove
    static void draw(Canvas canvas, Part part, Hand hand, Clothes.Hands kind, Color colour, boolean glove) {
        double unit = hand.unit();
        Position wrist = hand.wrist();
        Position knuckles = hand.joint(2, 0);
        List<Shape> shapes = new ArrayList<>();
        switch (kind) {
            case MITTEN -> {
                Position middle = wrist.towards(hand.joint(2, 3), 0.62);
                shapes.add(Outlines.capsule(wrist, 0.17 * unit, middle, 0.29 * unit));
                shapes.add(Outlines.capsule(hand.joint(0, 0), 0.10 * unit, hand.joint(0, 3), 0.11 * unit));
            }
            case FIST -> {
                Position middle = wrist.towards(knuckles, 0.85);
                shapes.add(Outlines.capsule(wrist, 0.2 * unit, middle, 0.33 * unit));
                shapes.add(Outlines.capsule(
                        hand.joint(0, 1), 0.10 * unit, hand.joint(0, 2).towards(middle, 0.35), 0.11 * unit));
            }
            case FOUR_FINGERS, FIVE_FINGERS -> {
                boolean four = kind == Clothes.Hands.FOUR_FINGERS;
                double thick = four ? 0.095 : 0.062;
                shapes.add(Outlines.capsule(
                        wrist.towards(knuckles, 0.25), 0.19 * unit, wrist.towards(knuckles, 0.78), 0.21 * unit));
                for (int finger = 0; finger < (four ? 4 : 5); finger++) {
                    shapes.add(Outlines.capsule(
                            hand.joint(finger, 0), thick * unit, hand.joint(finger, 3), 0.9 * thick * unit));
                }
            }
        }
        canvas.united(part, colour, shapes);
        if (kind == Clothes.Hands.FIST) {
            for (int finger = 1; finger < 4; finger++) {
                line(canvas, wrist.towards(hand.joint(finger, 0), 0.75), wrist.towards(hand.joint(finger, 0), 1.15));
            }
        } else if (glove) {
            for (int finger = 1; finger < 4; finger++) {
                line(canvas, wrist.towards(hand.joint(finger, 0), 0.45), wrist.towards(hand.joint(finger, 0), 0.85));
            }
        } else if (kind != Clothes.Hands.MITTEN && canvas.line() > 0) {
            for (int finger = 1; finger < 4; finger++) {
                Position between = hand.joint(finger, 0).towards(hand.joint(finger + 1, 0), 0.5);
                line(
                        canvas,
                        between,
                        between.towards(hand.joint(finger, 1).towards(hand.joint(finger + 1, 1), 0.5), 0.6));
            }
        }
    }

    private static void line(Canvas canvas, Position from, Position to) {
        if (from.distanceTo(to) > 1.5) {
            canvas.stroke(canvas.ink(), Outlines.smoothLine(List.of(from, to)), Math.max(0.6, 0.7 * canvas.line()));
        }
    }

    /// A hand at the end of a forearm.
    ///
    /// @param bend how far the hand is bent against the forearm, degrees
    /// @param palm how much of the hand's width is seen, and at which side the thumb is: -1 to 1
    static Hand of(Limbs limbs, Build build, Skeleton skeleton, double bend, double palm, double curl) {
        Vec direction = limbs.hand();
        double seen = Math.max(0.5, Math.hypot(direction.x(), direction.y()));
        double degrees = Math.toDegrees(Math.atan2(direction.x(), direction.y())) + bend;
        double across = Math.copySign(Math.max(0.45, Math.abs(palm)), palm);
        return Hand.of(limbs.wrist().flat(), degrees, build.hand() * skeleton.scale() * seen, across, curl);
    }
}
