package org.magicanime.drawing.random;

import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// Draws an animal on four legs, from the side: nobody whose pose is asked for.
final class QuadrupedDrawing {
    private final Canvas canvas;
    private final Chance chance;

    QuadrupedDrawing(Canvas canvas, Chance chance) {
        this.canvas = canvas;
        this.chance = chance;
    }

    /// @param ground where its feet stand, in the middle
    /// @param tall from the ground to its back, pixels
    void draw(Color colour, Position ground, double tall) {
        double side = chance.sign();
        double length = tall * chance.between(0.8, 1.7);
        double legs = tall * chance.between(0.3, 0.6);
        double belly = (tall - legs) / 2;
        double thick = tall * chance.between(0.05, 0.13);
        Position rump = ground.plus(-side * length / 2, -legs - belly);
        Position chest = ground.plus(side * length / 2, -legs - belly * chance.between(0.9, 1.2));
        Color dark = Tint.times(colour, 0.75);
        leg(dark, rump.plus(side * 0.15 * length, 0), ground, legs, thick, side);
        leg(dark, chest.plus(-side * 0.15 * length, 0), ground, legs, thick, side);
        List<Position> tail = List.of(
                rump,
                rump.plus(-side * 0.2 * length, -0.3 * tall * chance.between(-1, 1)),
                rump.plus(-side * 0.35 * length, -0.4 * tall * chance.between(-1, 1)));
        canvas.round(
                Part.NOTHING,
                colour,
                Tube.around(Tube.bent(tail.get(0), tail.get(1), tail.get(2), 1), even(0.5 * thick)));
        Position head = chest.plus(side * tall * chance.between(0.15, 0.4), -tall * chance.between(0.05, 0.6));
        double big = tall * chance.between(0.16, 0.32);
        List<Shape> body = new ArrayList<>();
        body.add(Hull.around(Hull.circle(rump, belly), Hull.circle(chest, belly * chance.between(0.8, 1.1))));
        body.add(Outlines.capsule(chest, 0.6 * belly, head, 0.6 * big));
        canvas.united(Part.NOTHING, colour, body);
        leg(colour, rump, ground, legs, thick, side);
        leg(colour, chest, ground, legs, thick, side);
        Position snout = head.plus(side * big * chance.between(0.8, 1.8), 0.25 * big);
        for (int ear = 0; ear < 2; ear++) {
            Position root = head.plus(-side * 0.3 * big + ear * 0.3 * big, -0.6 * big);
            canvas.round(
                    Part.NOTHING,
                    ear == 0 ? dark : colour,
                    Outlines.capsule(
                            root,
                            0.22 * big,
                            root.going(180 + chance.normal(30), 0.6 * big * chance.between(0.5, 1.6)),
                            0.1 * big));
        }
        canvas.united(
                Part.NOTHING,
                colour,
                List.of(Outlines.ellipse(head, big, 0.85 * big), Outlines.capsule(head, 0.6 * big, snout, 0.35 * big)));
        canvas.on(Tint.grey(20), Outlines.ellipse(snout.plus(side * 0.25 * big, -0.1 * big), 0.16 * big, 0.13 * big));
        Position eye = head.plus(side * 0.3 * big, -0.3 * big);
        if (chance.in(0.5)) {
            canvas.on(Color.WHITE, Outlines.ellipse(eye, 0.2 * big, 0.26 * big));
        }
        canvas.on(Tint.grey(10), Outlines.ellipse(eye, 0.1 * big, 0.14 * big));
    }

    private void leg(Color colour, Position hip, Position ground, double legs, double thick, double side) {
        double swing = chance.normal(0.25 * legs);
        Position foot = new Position(hip.x() + swing, ground.y());
        Position knee = hip.towards(foot, 0.55).plus(side * chance.normal(0.12 * legs), 0);
        canvas.united(
                Part.NOTHING,
                colour,
                List.of(
                        Tube.around(Tube.bent(hip, knee, foot, 0.5), even(thick)),
                        Outlines.ellipse(foot.plus(side * 0.6 * thick, -0.2 * thick), 1.5 * thick, 0.8 * thick)));
    }

    private static double[] even(double radius) {
        double[] radii = new double[17];
        java.util.Arrays.fill(radii, Math.max(0.6, radius));
        return radii;
    }
}
