package org.magicanime.drawing.random;

import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// Draws living things without a person's body: many arms and no head, a head and no arms, a bird in flight. A model
/// that takes eyes, outlines and hoses alone for somebody is taught by them not to.
final class CreatureDrawing {
    private final Canvas canvas;
    private final Chance chance;

    CreatureDrawing(Canvas canvas, Chance chance) {
        this.canvas = canvas;
        this.chance = chance;
    }

    /// @param at its middle
    /// @param reach how far it goes from there, pixels
    void draw(Color colour, Position at, double reach) {
        switch (chance.below(3)) {
            case 0 -> manyArmed(colour, at, reach);
            case 1 -> snake(colour, at, reach);
            default -> bird(colour, at, reach);
        }
    }

    /// A plant, a spider, a squid.
    private void manyArmed(Color colour, Position at, double reach) {
        int arms = 5 + chance.below(5);
        double around = chance.in(0.5) ? 360 : chance.between(120, 220);
        double first = around == 360 ? chance.between(0, 360) : 180 - around / 2 + chance.normal(30);
        double radius = reach * chance.ratio(0.03, 0.1);
        double bow = chance.normal(50);
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < arms; i++) {
            double towards = first + around * (i + 0.5) / arms + chance.normal(8);
            Position bend = at.going(towards, 0.5 * reach * chance.between(0.7, 1.2));
            Position tip = bend.going(towards + bow + chance.normal(25), 0.5 * reach * chance.between(0.6, 1.2));
            shapes.add(Tube.around(Tube.bent(at, bend, tip, 0.9), thinning(radius)));
        }
        double core = reach * chance.ratio(0.1, 0.3);
        shapes.add(Outlines.ellipse(at, core, core * chance.between(0.7, 1.2)));
        canvas.united(Part.NOTHING, colour, shapes);
        if (chance.in(0.4)) {
            eyes(at.plus(0, -0.2 * core), 0.3 * core, 0.45 * core);
        }
    }

    private void snake(Color colour, Position at, double reach) {
        double towards = chance.between(0, 360);
        double radius = reach * chance.ratio(0.06, 0.2);
        Position middle = at.going(towards, 0.6 * reach);
        Position end = middle.going(towards + chance.normal(70), 0.7 * reach);
        canvas.round(Part.NOTHING, colour, Tube.around(Tube.bent(at, middle, end, 1), thinning(radius)));
        double head = radius * chance.between(1.1, 1.9);
        canvas.round(Part.NOTHING, colour, Outlines.ellipse(at, head, head * chance.between(0.7, 1.1)));
        eyes(at.plus(0, -0.25 * head), 0.28 * head, 0.45 * head);
    }

    private void bird(Color colour, Position at, double reach) {
        double side = chance.sign();
        double lift = chance.between(-0.7, 0.9);
        List<Shape> shapes = new ArrayList<>();
        for (int wing = -1; wing <= 1; wing += 2) {
            Position root = at.plus(0.12 * wing * reach, 0);
            Position tip = at.plus(wing * reach, -lift * reach);
            Position bend = root.towards(tip, 0.5).plus(0, -reach * chance.between(0.05, 0.25));
            shapes.add(Outlines.smooth(List.of(
                    root, bend, tip, bend.plus(0, reach * chance.between(0.2, 0.35)), root.plus(0, 0.25 * reach))));
        }
        canvas.united(Part.NOTHING, colour, shapes);
        double body = reach * chance.between(0.18, 0.3);
        canvas.round(Part.NOTHING, colour, Outlines.ellipse(at.plus(0, 0.1 * reach), 1.3 * body, 0.8 * body));
        Position head = at.plus(side * 1.4 * body, -0.5 * body);
        canvas.round(Part.NOTHING, colour, Outlines.ellipse(head, 0.55 * body, 0.5 * body));
        canvas.round(
                Part.NOTHING,
                new Color(235, 170, 50),
                Outlines.polygon(List.of(
                        head.plus(side * 0.4 * body, -0.2 * body),
                        head.plus(side * 1.1 * body, 0.1 * body),
                        head.plus(side * 0.4 * body, 0.25 * body))));
        canvas.on(Tint.grey(10), Outlines.ellipse(head.plus(side * 0.15 * body, -0.1 * body), 0.1 * body, 0.12 * body));
    }

    private void eyes(Position between, double radius, double apart) {
        for (int side = -1; side <= 1; side += 2) {
            Position eye = between.plus(side * apart, 0);
            canvas.on(Color.WHITE, Outlines.ellipse(eye, radius, 1.2 * radius));
            canvas.on(Tint.grey(10), Outlines.ellipse(eye, 0.5 * radius, 0.6 * radius));
        }
    }

    private static double[] thinning(double radius) {
        double[] radii = new double[17];
        for (int i = 0; i < radii.length; i++) {
            radii[i] = Math.max(0.6, radius * (1 - 0.6 * i / (radii.length - 1)));
        }
        return radii;
    }
}
