package org.magicanime.drawing.random;

import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// Draws hair and beards.
final class HairDrawing {
    private final Canvas canvas;
    private final HeadShape head;
    private final HeadDesign design;
    private final Chance chance;
    private final Color colour;
    private final double size;

    HairDrawing(Canvas canvas, HeadShape head, Chance chance) {
        this.canvas = canvas;
        this.head = head;
        this.chance = chance;
        design = head.design();
        colour = design.hairColour();
        size = head.size();
    }

    boolean any() {
        return design.hair() != HeadDesign.Hair.NONE && design.hair() != HeadDesign.Hair.TUFT;
    }

    /// What falls behind the shoulders.
    void falling() {
        Chance own = chance.apart();
        if (design.hair() == HeadDesign.Hair.LONG) {
            double down = own.between(0.35, 1.3);
            Ellipsoid low = new Ellipsoid(head.at(0, down, -0.2), 0.34 * size, 0.2 * size, 0.16 * size, head.turn());
            canvas.round(Part.HAIR, colour, Hull.around(head.skull().grown(1.07).outline(), low.outline()));
        }
        if (design.hair() == HeadDesign.Hair.PONYTAIL) {
            for (int side : own.in(0.4) ? new int[] {-1, 1} : new int[] {0}) {
                List<Position> middle = List.of(
                        head.at(0.3 * side, -0.25, -0.4 + 0.3 * Math.abs(side)).flat(),
                        head.at(0.62 * side, 0.1, -0.65 + 0.5 * Math.abs(side)).flat(),
                        head.at(0.58 * side, 0.75, -0.6 + 0.4 * Math.abs(side)).flat());
                canvas.round(
                        Part.HAIR,
                        colour,
                        Tube.around(
                                Tube.bent(middle.get(0), middle.get(1), middle.get(2), 1),
                                tapered(17, 0.13 * size, 0.05 * size)));
            }
        }
    }

    private static double[] tapered(int count, double from, double to) {
        double[] radii = new double[count];
        for (int i = 0; i < count; i++) {
            radii[i] = from + (to - from) * i / (count - 1);
        }
        return radii;
    }

    /// What is around the skull: behind a face that is seen, over one that is not.
    void around() {
        List<Shape> shapes = new ArrayList<>();
        shapes.add(head.skull().grown(1.09).shape());
        switch (design.hair()) {
            case BUN -> shapes.add(ball(0, -0.5, -0.2, 0.17).shape());
            case SPIKES -> spikes(shapes);
            case CURLS -> {
                for (int i = 0; i < 11; i++) {
                    double angle = Math.PI * (i - 5) / 6.5;
                    shapes.add(ball(0.42 * Math.sin(angle), -0.1 - 0.38 * Math.cos(angle), -0.08, 0.13)
                            .shape());
                }
            }
            case SHORT, FRINGE -> shapes.add(ball(0, 0.02, -0.16, 0.36).shape());
            default -> {}
        }
        canvas.united(Part.HAIR, colour, shapes);
    }

    private Ellipsoid ball(double x, double y, double z, double radius) {
        return new Ellipsoid(head.at(x, y, z), radius * size, radius * size, radius * size, head.turn());
    }

    private void spikes(List<Shape> shapes) {
        Chance own = chance.apart();
        for (int i = -4; i <= 4; i++) {
            double angle = Math.PI * i / 7.5 + own.normal(0.08);
            double reach = own.between(0.55, 0.78);
            double lean = own.normal(0.1);
            Position tip = head.at(reach * Math.sin(angle + lean), -0.09 - reach * Math.cos(angle + lean), -0.1)
                    .flat();
            Position one = head.at(0.36 * Math.sin(angle - 0.28), -0.09 - 0.36 * Math.cos(angle - 0.28), 0)
                    .flat();
            Position other = head.at(0.36 * Math.sin(angle + 0.28), -0.09 - 0.36 * Math.cos(angle + 0.28), 0)
                    .flat();
            shapes.add(Outlines.polygon(List.of(one, tip, other)));
        }
    }

    /// What hangs over the forehead.
    void fringe() {
        Chance own = chance.apart();
        if (design.hair() == HeadDesign.Hair.TUFT) {
            tuft(own);
            return;
        }
        if (!any()) {
            return;
        }
        double low =
                switch (design.hair()) {
                    case FRINGE, LONG, SPIKES -> own.between(-0.06, 0.06);
                    case BUN, PONYTAIL, CURLS -> own.between(0.02, 0.12);
                    default -> own.between(0.10, 0.18);
                };
        Ellipsoid skull = head.skull().grown(1.09);
        int locks = 3 + own.below(5);
        double parting = own.normal(0.3);
        List<Position> edge = new ArrayList<>();
        List<Position> top = new ArrayList<>();
        for (int i = 0; i <= 2 * locks; i++) {
            double azimuth = Math.toRadians(-92 + 184.0 * i / (2 * locks));
            double down =
                    -0.62 + (i % 2 == 0 ? 0.36 - low * 1.4 : 0.12) + 0.3 * Math.pow(Math.abs(Math.sin(azimuth)), 3);
            down -= 0.12 * Math.cos(azimuth - parting);
            double ring = Math.sqrt(Math.max(0, 1 - down * down));
            add(edge, skull, ring * Math.sin(azimuth), down, ring * Math.cos(azimuth));
            double high = -0.93;
            double small = Math.sqrt(1 - high * high);
            add(top, skull, small * Math.sin(azimuth), high, small * Math.cos(azimuth));
        }
        if (edge.size() < 4) {
            return;
        }
        // The crown, as far as it is seen, closes the shape.
        List<Position> crown = skull.cap(new Vec(0, -1, 0.25), 58);
        Shape hair = Outlines.polygon(closed(edge, top));
        canvas.flat(Part.HAIR, colour, Outlines.polygon(crown.size() > 2 ? crown : edge));
        canvas.flat(Part.HAIR, colour, hair);
        if (canvas.line() > 0) {
            canvas.stroke(canvas.ink(), Outlines.polygon(closed(edge, edge.reversed())), 0.8 * canvas.line());
        }
        if (own.in(0.5)) {
            List<Position> shine = new ArrayList<>();
            for (int i = -2; i <= 2; i++) {
                Position place = skull.front(0.28 * i, -0.68 + 0.03 * i * i).flat();
                shine.add(place);
            }
            canvas.stroke(Tint.mixed(colour, Color.WHITE, 0.35), Outlines.smoothLine(shine), 0.03 * size);
        }
    }

    private static List<Position> closed(List<Position> one, List<Position> other) {
        List<Position> all = new ArrayList<>(one);
        all.addAll(other.reversed());
        return all;
    }

    private static void add(List<Position> points, Ellipsoid skull, double x, double y, double z) {
        if (skull.facing(x, y, z) > -0.05) {
            points.add(skull.at(x, y, z).flat());
        }
    }

    private void tuft(Chance own) {
        for (int i = -1; i <= 1; i++) {
            List<Position> strand = List.of(
                    head.at(0.05 * i, -0.44, 0).flat(),
                    head.at(0.12 * i, -0.58, 0.05).flat(),
                    head.at(0.2 * i + own.normal(0.06), -0.64, 0.1).flat());
            canvas.stroke(colour, Outlines.smoothLine(strand), Math.max(0.8, 0.035 * size));
        }
    }

    void beard() {
        switch (design.beard()) {
            case NONE -> {}
            case MOUSTACHE -> moustache();
            case STUBBLE -> {
                List<Position> low = new ArrayList<>(head.jaw().cap(new Vec(0, 0.55, 1), 55));
                if (low.size() > 2) {
                    canvas.on(Tint.mixed(design.skinColour(), Tint.grey(60), 0.35), Outlines.polygon(low));
                }
            }
            case FULL, LONG -> full();
        }
    }

    private void full() {
        double hanging = design.beard() == HeadDesign.Beard.LONG ? 0.55 : 0.12;
        List<Position> points = new ArrayList<>(head.jaw().grown(1.06).cap(new Vec(0, 0.75, 0.8), 68));
        if (points.size() < 3) {
            return;
        }
        List<Position> tip = new Ellipsoid(
                        head.at(0, design.chin() + hanging, 0.22), 0.16 * size, 0.1 * size, 0.1 * size, head.turn())
                .outline();
        canvas.round(Part.BEARD, colour, Hull.around(points, tip));
        moustache();
    }

    private void moustache() {
        if (head.facing() < 0.05) {
            return;
        }
        double y = design.mouthY() - 0.05;
        double wide = 0.13 + 0.5 * design.mouthWide();
        for (int side : new int[] {-1, 1}) {
            Spot outer = head.face(side * wide, y + 0.05);
            Spot root = head.face(side * 0.05, y);
            if (root.facing() > 0 && outer.facing() > -0.2) {
                canvas.round(
                        Part.BEARD, colour, Outlines.capsule(root.flat(), 0.055 * size, outer.flat(), 0.02 * size));
            }
        }
    }
}
