package org.magicanime.testkit.drawn;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/// Draws a head: ears, face, features, hair.
final class HeadDrawing {
    private static final Color WHITE = new Color(250, 250, 248);
    private static final Color PUPIL = new Color(24, 18, 18);
    private static final Color MOUTH = new Color(86, 24, 30);
    private static final double TEETH_FROM = 0.25;
    private static final double FAR_TURN = 1.2;

    private final Easel easel;
    private final HeadFrame frame;
    private final FaceShape face;
    private final Figure figure;

    HeadDrawing(Easel easel, HeadFrame frame, FaceShape face, Figure figure) {
        this.easel = easel;
        this.frame = frame;
        this.face = face;
        this.figure = figure;
    }

    /// What hangs behind the neck.
    void behind() {
        if (figure.hair() == Figure.Hair.LONG) {
            easel.round(
                    Part.BACK_HAIR,
                    figure.colours().hair(),
                    placed(List.of(
                            new Position(0, -0.54),
                            new Position(0.36, -0.40),
                            new Position(0.45, 0),
                            new Position(0.46, 0.45),
                            new Position(0.38, 0.92),
                            new Position(0, 0.98),
                            new Position(-0.38, 0.92),
                            new Position(-0.46, 0.45),
                            new Position(-0.45, 0),
                            new Position(-0.36, -0.40))));
        }
    }

    void front() {
        Colours colours = figure.colours();
        for (int side : new int[] {-1, 1}) {
            if (side * frame.pose().turn() < FAR_TURN) {
                easel.round(Part.EARS, colours.skin(), placed(Outlines.ellipse(face.ear(side), 0.06, 0.095)));
            }
        }
        Shape outline = Outlines.smooth(FaceShape.outline());
        easel.round(Part.FACE, colours.skin(), placed(outline));
        Area inside = new Area(outline);
        brows();
        eye(-1, inside);
        eye(1, inside);
        nose();
        mouth(inside);
        hair();
    }

    private void brows() {
        for (int side : new int[] {-1, 1}) {
            easel.stroke(
                    Part.FACE,
                    Shades.times(figure.colours().hair(), 0.8),
                    placed(Outlines.smoothLine(face.brow(side))),
                    0.03 * frame.size());
        }
    }

    private void eye(int side, Area inside) {
        Position middle = face.eye(side);
        Area white = new Area(Outlines.ellipse(middle, face.eyeHalfWidth(), face.eyeHalfHeight()));
        white.intersect(inside);
        easel.flat(Part.FACE, WHITE, placed(white));
        double iris = Math.max(0.04, 0.04 * figure.eyes());
        clipped(Outlines.ellipse(middle, iris, iris), white, figure.colours().eyes());
        clipped(Outlines.ellipse(middle, 0.5 * iris, 0.5 * iris), white, PUPIL);
        clipped(Outlines.ellipse(middle.plus(-0.35 * iris, -0.4 * iris), 0.24 * iris, 0.24 * iris), white, Color.WHITE);
        List<Position> lids = face.lids(side);
        easel.stroke(
                Part.FACE,
                figure.colours().outline(),
                placed(Outlines.smoothLine(lids.subList(0, 4))),
                0.018 * frame.size());
    }

    private void clipped(Shape shape, Area inside, Color colour) {
        Area area = new Area(shape);
        area.intersect(inside);
        easel.flat(Part.FACE, colour, placed(area));
    }

    private void nose() {
        Color shade = Shades.times(figure.colours().skin(), 0.72);
        List<Position> nose = face.nose();
        double width = 0.014 * frame.size();
        easel.stroke(Part.FACE, shade, placed(Outlines.smoothLine(nose.subList(4, 9))), width);
        easel.stroke(
                Part.FACE,
                Shades.times(figure.colours().skin(), 0.86),
                placed(Outlines.smoothLine(List.of(
                        nose.get(1).plus(0.018, 0),
                        nose.get(2).plus(0.022, 0),
                        nose.get(8).plus(-0.02, -0.03)))),
                width);
        easel.flat(
                Part.FACE,
                Shades.times(figure.colours().skin(), 1.1),
                placed(Outlines.ellipse(nose.get(3).plus(-0.008, -0.006), 0.02, 0.016)));
        for (int wing : new int[] {5, 7}) {
            easel.flat(Part.FACE, Shades.times(shade, 0.7), placed(Outlines.ellipse(nose.get(wing), 0.014, 0.008)));
        }
    }

    private void mouth(Area inside) {
        Area lips = new Area(Outlines.smooth(face.lips()));
        lips.intersect(inside);
        easel.flat(Part.FACE, figure.colours().lips(), placed(lips));
        List<Position> inner = face.innerLips();
        if (face.opening() < 0.004) {
            easel.stroke(
                    Part.FACE,
                    Shades.times(figure.colours().lips(), 0.55),
                    placed(Outlines.smoothLine(List.of(inner.get(0), inner.get(2), inner.get(4)))),
                    0.012 * frame.size());
            return;
        }
        Area opening = new Area(Outlines.smooth(inner));
        opening.intersect(inside);
        easel.flat(Part.FACE, MOUTH, placed(opening));
        if (face.loudness() > TEETH_FROM) {
            double top = inner.get(2).y();
            clipped(new Rectangle2D.Double(-1, top - 0.05, 2, 0.05 + 0.26 * face.opening()), opening, WHITE);
        }
    }

    private void hair() {
        Color colour = figure.colours().hair();
        if (figure.hair() == Figure.Hair.OVER_THE_FACE) {
            easel.round(
                    Part.HAIR,
                    colour,
                    placed(List.of(
                            new Position(0, -0.55),
                            new Position(0.34, -0.42),
                            new Position(0.44, -0.05),
                            new Position(0.42, 0.35),
                            new Position(0.28, 0.50),
                            new Position(0, 0.53),
                            new Position(-0.28, 0.50),
                            new Position(-0.42, 0.35),
                            new Position(-0.44, -0.05),
                            new Position(-0.34, -0.42))));
            return;
        }
        double part = 0.4 * frame.right();
        List<Position> outer = new ArrayList<>(List.of(
                new Position(-0.385, -0.02),
                new Position(-0.425, -0.13),
                new Position(-0.36, -0.38),
                new Position(-0.18, -0.525),
                new Position(0, -0.555),
                new Position(0.18, -0.525),
                new Position(0.36, -0.38),
                new Position(0.425, -0.13),
                new Position(0.385, -0.02)));
        List<Position> fringe = List.of(
                new Position(0.335, -0.10),
                new Position(0.29, -0.24),
                new Position(0.17 + part, -0.30),
                new Position(0.05 + part, -0.27),
                new Position(-0.02 + part, -0.315),
                new Position(-0.13 + part, -0.265),
                new Position(-0.20 + part, -0.30),
                new Position(-0.29, -0.24),
                new Position(-0.335, -0.10));
        outer.addAll(fringe);
        easel.round(Part.HAIR, colour, placed(outer));
        easel.stroke(
                Part.HAIR,
                Shades.times(colour, 1.45),
                placed(Outlines.smoothLine(
                        List.of(new Position(-0.28, -0.38), new Position(-0.17, -0.45), new Position(-0.04, -0.47)))),
                0.022 * frame.size());
    }

    private Shape placed(List<Position> closedCurve) {
        return placed(Outlines.smooth(closedCurve));
    }

    private Shape placed(Shape inHeads) {
        return frame.toPicture(inHeads);
    }
}
