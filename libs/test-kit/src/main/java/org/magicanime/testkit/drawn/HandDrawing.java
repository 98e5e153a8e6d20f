package org.magicanime.testkit.drawn;

import java.util.List;
import org.magicanime.drawing.Hand;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// Draws a hand with five fingers around its points.
final class HandDrawing {
    private static final double[] FINGER = {0.062, 0.05};
    private static final double THUMB = 0.07;
    private static final int THUMB_FINGER = 0;

    private final Easel easel;
    private final Figure figure;
    private final Part part;

    HandDrawing(Easel easel, Figure figure, Part part) {
        this.easel = easel;
        this.figure = figure;
        this.part = part;
    }

    void draw(Skeleton.Limbs limbs) {
        Hand hand = limbs.hand();
        for (int finger = 4; finger > THUMB_FINGER; finger--) {
            finger(hand, finger, FINGER[0], FINGER[1]);
        }
        palm(hand);
        finger(hand, THUMB_FINGER, THUMB, FINGER[1]);
    }

    private void finger(Hand hand, int finger, double from, double to) {
        Position knuckle = hand.joint(finger, finger == THUMB_FINGER ? 1 : 0);
        double unit = hand.unit();
        easel.limbs(
                part,
                figure.colours().skin(),
                List.of(knuckle, hand.joint(finger, 2), hand.joint(finger, 3)),
                from * unit,
                (from + to) / 2 * unit,
                to * unit);
    }

    private void palm(Hand hand) {
        Position wrist = hand.wrist();
        Position index = hand.joint(1, 0);
        Position little = hand.joint(4, 0);
        double along = wrist.distanceTo(index.towards(little, 0.5)) / hand.unit();
        double dx = (index.x() - little.x()) * 0.16;
        double dy = (index.y() - little.y()) * 0.16;
        Position thumbSide = hand.joint(0, 1).towards(index, 0.25);
        easel.round(
                part,
                figure.colours().skin(),
                Outlines.smooth(List.of(
                        wrist.plus(2 * dx, 2 * dy),
                        thumbSide,
                        index.plus(dx, dy),
                        hand.joint(2, 0).towards(hand.joint(2, 1), 0.1 * along),
                        hand.joint(3, 0).towards(hand.joint(3, 1), 0.1 * along),
                        little.plus(-dx, -dy),
                        wrist.plus(-2 * dx, -2 * dy))));
    }
}
