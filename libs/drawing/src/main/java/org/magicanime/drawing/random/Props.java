package org.magicanime.drawing.random;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// Things that stand around, many of which have something of a body: trunks, branches, ropes, masts, animals.
final class Props {
    private final Canvas canvas;
    private final double size;

    Props(Canvas canvas) {
        this.canvas = canvas;
        size = canvas.size();
    }

    void any(Chance chance, Color colour) {
        double ground = size * chance.between(0.4, 1.05);
        switch (chance.weighted(2, 1, 1, 1.2, 0.8, 2, 1.5, 0.5, 1.2, 1.2, 1, 1.6)) {
            case 0 -> tree(chance, colour, ground);
            case 1 -> house(chance, colour, ground);
            case 2 -> chair(chance, colour, ground);
            case 3 -> box(chance, colour, ground);
            case 4 -> wheel(chance, colour);
            case 5 -> hose(chance, colour);
            case 6 -> pole(chance, colour);
            case 7 -> ship(chance, colour, ground);
            case 8 ->
                new QuadrupedDrawing(canvas, chance)
                        .draw(colour, new Position(size * chance.share(), ground), size * chance.ratio(0.15, 0.5));
            case 9 -> loosePiece(chance, colour);
            case 10 -> cloud(chance, Tint.mixed(colour, Color.WHITE, 0.4), ground);
            default ->
                new CreatureDrawing(canvas, chance)
                        .draw(
                                colour,
                                new Position(size * chance.share(), size * chance.share()),
                                size * chance.ratio(0.1, 0.45));
        }
    }

    void cloud(Chance chance, Color colour, double below) {
        double x = size * chance.between(0, 1);
        double y = below * chance.between(0.1, 0.7);
        double radius = size * chance.between(0.03, 0.1);
        List<Shape> puffs = new ArrayList<>();
        for (int i = -2; i <= 2; i++) {
            double own = radius * (1.2 - 0.25 * Math.abs(i));
            puffs.add(Outlines.ellipse(new Position(x + 1.1 * i * radius, y + chance.normal(0.2 * radius)), own, own));
        }
        puffs.forEach(puff -> canvas.on(colour, puff));
    }

    void tree(Chance chance, Color colour, double ground) {
        double x = size * chance.between(-0.05, 1.05);
        double tall = size * chance.between(0.25, 0.9);
        double wide = tall * chance.between(0.03, 0.09);
        Color bark = Tint.times(colour, 0.6);
        Position root = new Position(x, ground);
        Position crown = new Position(x + chance.normal(0.06 * tall), ground - tall);
        List<Shape> wood = new ArrayList<>();
        wood.add(Tube.around(
                List.of(root, root.towards(crown, 0.5), crown), new double[] {1.6 * wide, wide, 0.5 * wide}));
        int branches = chance.in(0.5) ? 2 + chance.below(4) : 0;
        for (int i = 0; i < branches; i++) {
            Position from = root.towards(crown, chance.between(0.35, 0.95));
            double side = chance.sign() * chance.between(100, 160);
            Position bend = from.going(side, tall * chance.between(0.1, 0.22));
            Position tip = bend.going(side + chance.normal(40), tall * chance.between(0.08, 0.2));
            wood.add(Tube.around(List.of(from, bend, tip), new double[] {0.6 * wide, 0.45 * wide, 0.15 * wide}));
        }
        canvas.united(Part.NOTHING, bark, wood);
        if (branches > 0 && chance.in(0.4)) {
            return;
        }
        List<Shape> leaves = new ArrayList<>();
        double radius = tall * chance.between(0.14, 0.26);
        boolean fir = chance.in(0.3);
        for (int i = 0; i < 3; i++) {
            Position middle = root.towards(crown, 0.65 + 0.2 * i);
            leaves.add(
                    fir
                            ? Outlines.polygon(List.of(
                                    middle.plus(0, -1.3 * radius),
                                    middle.plus(radius * (1.3 - 0.3 * i), 0.3 * radius),
                                    middle.plus(-radius * (1.3 - 0.3 * i), 0.3 * radius)))
                            : Outlines.ellipse(middle.plus(chance.normal(0.7 * radius), 0), radius, 0.85 * radius));
        }
        canvas.united(Part.NOTHING, colour, leaves);
    }

    void house(Chance chance, Color colour, double ground) {
        double x = size * chance.between(0, 1);
        double wide = size * chance.between(0.1, 0.3);
        double tall = size * chance.between(0.15, 0.5);
        canvas.round(Part.NOTHING, colour, new Rectangle2D.Double(x - wide, ground - tall, 2 * wide, tall));
        canvas.round(
                Part.NOTHING,
                Tint.times(colour, 0.6),
                Outlines.polygon(List.of(
                        new Position(x - 1.2 * wide, ground - tall),
                        new Position(x, ground - tall - wide * chance.between(0.0, 1.2)),
                        new Position(x + 1.2 * wide, ground - tall))));
        int windows = chance.below(5);
        double half = 0.7 * wide / Math.max(1, windows) * chance.between(0.4, 0.8);
        double high = tall * chance.between(0.15, 0.5);
        for (int i = 0; i < windows; i++) {
            double middle = x + wide * ((i + 0.5) / windows * 2 - 1) * 0.9;
            canvas.flat(
                    Part.NOTHING,
                    Tint.times(colour, chance.between(0.3, 0.5)),
                    new Rectangle2D.Double(middle - half, ground - 0.85 * tall, 2 * half, high));
        }
    }

    void window(Chance chance, Color colour) {
        double x = size * chance.between(0, 0.8);
        double y = size * chance.between(0.02, 0.4);
        double wide = size * chance.between(0.12, 0.3);
        canvas.round(
                Part.NOTHING, Tint.mixed(colour, Color.WHITE, 0.5), new Rectangle2D.Double(x, y, wide, 1.2 * wide));
        canvas.flat(
                Part.NOTHING,
                Tint.times(colour, 0.5),
                new Rectangle2D.Double(x + 0.47 * wide, y, 0.06 * wide, 1.2 * wide));
        canvas.flat(
                Part.NOTHING, Tint.times(colour, 0.5), new Rectangle2D.Double(x, y + 0.57 * wide, wide, 0.06 * wide));
    }

    /// Four legs and a back, as some bodies have.
    void chair(Chance chance, Color colour, double ground) {
        double x = size * chance.between(0.05, 0.95);
        double tall = size * chance.between(0.15, 0.4);
        double thick = tall * chance.between(0.06, 0.14);
        double half = 0.4 * tall;
        List<Shape> wood = new ArrayList<>();
        for (int side = -1; side <= 1; side += 2) {
            Position seat = new Position(x + side * half, ground - 0.5 * tall);
            wood.add(Outlines.capsule(seat, thick, new Position(x + 1.15 * side * half, ground), 0.8 * thick));
        }
        Position back = new Position(x - half, ground - 0.5 * tall);
        wood.add(Outlines.capsule(back, thick, back.plus(-0.1 * tall, -0.7 * tall), thick));
        wood.add(Outlines.capsule(back, thick, back.plus(2 * half, 0), thick));
        canvas.united(Part.NOTHING, colour, wood);
    }

    void box(Chance chance, Color colour, double ground) {
        double x = size * chance.between(-0.1, 0.9);
        double wide = size * chance.between(0.08, 0.35);
        double tall = size * chance.between(0.06, 0.3);
        canvas.round(Part.NOTHING, colour, new Rectangle2D.Double(x, ground - tall, wide, tall));
        if (chance.in(0.5)) {
            double rim = 0.15 * tall;
            canvas.round(
                    Part.NOTHING,
                    Tint.times(colour, 1.2),
                    new Rectangle2D.Double(x - rim, ground - tall - rim, wide + 2 * rim, rim));
        }
    }

    void wheel(Chance chance, Color colour) {
        Position middle = new Position(size * chance.share(), size * chance.share());
        double radius = size * chance.between(0.08, 0.3);
        double thick = radius * chance.between(0.08, 0.2);
        canvas.rod(Part.NOTHING, colour, Outlines.ellipse(middle, radius, radius), thick);
        int spokes = 4 + chance.below(5);
        for (int i = 0; i < spokes; i++) {
            Position rim = middle.going(360.0 * i / spokes, radius);
            canvas.rod(Part.NOTHING, colour, Outlines.smoothLine(List.of(middle, rim)), 0.6 * thick);
        }
    }

    void pole(Chance chance, Color colour) {
        double wide = size * chance.ratio(0.01, 0.08);
        double x = size * chance.share();
        Position from = new Position(x, -10);
        Position to = new Position(x + chance.normal(0.15 * size), size + 10);
        Shape pole = Outlines.capsule(from, wide, to, wide);
        canvas.outline(List.of(pole));
        canvas.limb(Part.NOTHING, colour, pole, from, to, wide);
    }

    /// A pipe, rope or branch that bends like an arm.
    void hose(Chance chance, Color colour) {
        Position from = new Position(size * chance.share(), size * chance.share());
        double towards = chance.between(0, 360);
        Position bend = from.going(towards, size * chance.between(0.1, 0.35));
        Position to = bend.going(towards + chance.normal(70), size * chance.between(0.1, 0.35));
        double radius = size * chance.ratio(0.008, 0.05);
        double[] radii = new double[17];
        java.util.Arrays.fill(radii, radius);
        Shape shape = Tube.around(Tube.bent(from, bend, to, chance.share()), radii);
        canvas.outline(List.of(shape));
        canvas.limb(Part.NOTHING, colour, shape, from, to, radius);
    }

    /// An arm or a leg of somebody who is not there.
    private void loosePiece(Chance chance, Color colour) {
        hose(chance, colour);
        double radius = size * chance.between(0.03, 0.1);
        Position at = new Position(size * chance.share(), size * chance.share());
        canvas.round(Part.NOTHING, Tint.mixed(colour, Color.WHITE, 0.5), Outlines.ellipse(at, radius, 0.8 * radius));
    }

    void ship(Chance chance, Color colour, double ground) {
        double x = size * chance.between(0.1, 0.9);
        double wide = size * chance.between(0.15, 0.45);
        Color wood = Tint.times(colour, 0.7);
        double tall = wide * chance.between(1, 2);
        for (double mast : new double[] {-0.4, 0.35}) {
            Position foot = new Position(x + mast * wide, ground);
            canvas.round(Part.NOTHING, wood, Outlines.capsule(foot, 0.03 * wide, foot.plus(0, -tall), 0.02 * wide));
            for (int i = 0; i < 2; i++) {
                double top = ground - tall * (0.92 - 0.42 * i);
                double half = wide * (0.24 + 0.06 * i);
                canvas.round(
                        Part.NOTHING,
                        Tint.mixed(colour, Color.WHITE, 0.6),
                        Outlines.smooth(List.of(
                                new Position(foot.x() - half, top),
                                new Position(foot.x() + half, top),
                                new Position(foot.x() + 1.1 * half, top + 0.36 * tall),
                                new Position(foot.x(), top + 0.3 * tall),
                                new Position(foot.x() - 0.9 * half, top + 0.36 * tall))));
            }
        }
        canvas.round(
                Part.NOTHING,
                wood,
                Outlines.polygon(List.of(
                        new Position(x - wide, ground - 0.15 * wide),
                        new Position(x + 1.1 * wide, ground - 0.2 * wide),
                        new Position(x + 0.75 * wide, ground + 0.25 * wide),
                        new Position(x - 0.75 * wide, ground + 0.25 * wide))));
    }
}
