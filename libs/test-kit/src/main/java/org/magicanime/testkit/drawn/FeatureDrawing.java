package org.magicanime.testkit.drawn;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// Draws brows, eyes, nose and mouth. What a turn moves beyond the face's outline is not seen.
final class FeatureDrawing {
    private static final Color WHITE = new Color(250, 250, 248);
    private static final Color PUPIL = new Color(24, 18, 18);
    private static final Color MOUTH = new Color(86, 24, 30);
    private static final double TEETH_FROM = 0.25;
    private static final double SHUT = 0.004;
    private static final double LID = 0.018;
    private static final double FINE = 0.013;

    private final Easel easel;
    private final HeadFrame frame;
    private final FaceShape face;
    private final Figure figure;
    private final Area inside;

    /// @param outline of the face, in heads
    FeatureDrawing(Easel easel, HeadFrame frame, FaceShape face, Figure figure, Shape outline) {
        this.easel = easel;
        this.frame = frame;
        this.face = face;
        this.figure = figure;
        this.inside = new Area(outline);
    }

    void draw() {
        for (int side : new int[] {-1, 1}) {
            line(face.brow(side), Shades.times(figure.colours().hair(), 0.8), FaceShape.BROW_THICKNESS);
            eye(side);
        }
        nose();
        mouth();
    }

    private void eye(int side) {
        Position middle = face.eye(side);
        Area white = within(Outlines.ellipse(middle, face.eyeHalfWidth(), face.eyeHalfHeight()), inside);
        fill(white, WHITE);
        if (figure.kind() == Figure.Kind.HOSE) {
            pieEye(middle, white);
            return;
        }
        double iris = 0.04 * figure.eyes();
        fill(
                within(Outlines.ellipse(middle, iris, iris), white),
                figure.colours().eyes());
        fill(within(Outlines.ellipse(middle, 0.5 * iris, 0.5 * iris), white), PUPIL);
        Position glint = middle.plus(-0.35 * iris, -0.4 * iris);
        fill(within(Outlines.ellipse(glint, 0.24 * iris, 0.24 * iris), white), Color.WHITE);
        line(face.lids(side).subList(0, 4), figure.colours().outline(), LID);
    }

    /// A black oval with a slice left out.
    private void pieEye(Position middle, Area white) {
        double width = 0.6 * face.eyeHalfWidth();
        double height = 0.8 * face.eyeHalfHeight();
        Position low = middle.plus(0, 0.15 * face.eyeHalfHeight());
        Area pie = within(Outlines.ellipse(low, width, height), white);
        pie.subtract(new Area(
                Outlines.polygon(List.of(low, low.plus(0.5 * width, -2 * height), low.plus(2 * width, -height)))));
        easel.stroke(Part.FACE, figure.colours().outline(), frame.toPicture(white), FINE * frame.size());
        fill(pie, PUPIL);
    }

    private void nose() {
        Color skin = figure.colours().skin();
        List<Position> nose = face.nose();
        line(nose.subList(4, 9), Shades.times(skin, 0.72), FINE);
        List<Position> bridge = List.of(
                nose.get(1).plus(0.018, 0),
                nose.get(2).plus(0.022, 0),
                nose.get(8).plus(-0.02, -0.03));
        line(bridge, Shades.times(skin, 0.86), FINE);
        fill(within(Outlines.ellipse(nose.get(3).plus(-0.008, -0.006), 0.02, 0.016), inside), Shades.times(skin, 1.1));
        for (int wing : new int[] {5, 7}) {
            fill(within(Outlines.ellipse(nose.get(wing), 0.014, 0.008), inside), Shades.times(skin, 0.5));
        }
    }

    private void mouth() {
        fill(within(Outlines.smooth(face.lips()), inside), figure.colours().lips());
        List<Position> inner = face.innerLips();
        if (face.opening() < SHUT) {
            line(
                    List.of(inner.get(0), inner.get(2), inner.get(4)),
                    Shades.times(figure.colours().lips(), 0.55),
                    FINE);
            return;
        }
        Area opening = within(Outlines.smooth(inner), inside);
        fill(opening, MOUTH);
        if (face.loudness() > TEETH_FROM) {
            double top = inner.get(2).y();
            fill(within(new Rectangle2D.Double(-1, top - 0.05, 2, 0.05 + 0.26 * face.opening()), opening), WHITE);
        }
    }

    private static Area within(Shape shape, Area limits) {
        Area area = new Area(shape);
        area.intersect(limits);
        return area;
    }

    private void line(List<Position> points, Color colour, double width) {
        Shape stroked = new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                .createStrokedShape(Outlines.smoothLine(points));
        fill(within(stroked, inside), colour);
    }

    private void fill(Shape shape, Color colour) {
        easel.flat(Part.FACE, colour, frame.toPicture(shape));
    }
}
