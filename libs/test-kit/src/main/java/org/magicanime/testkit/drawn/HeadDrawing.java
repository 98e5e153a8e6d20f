package org.magicanime.testkit.drawn;

import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// Draws a head: ears, face, hair.
final class HeadDrawing {
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
        new FeatureDrawing(easel, frame, face, figure, outline).draw();
        hair();
    }

    private void hair() {
        Color colour = figure.colours().hair();
        if (figure.kind() == Figure.Kind.HOSE) {
            cap();
            return;
        }
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

    private void cap() {
        Color colour = figure.colours().top();
        easel.round(
                Part.HAIR,
                colour,
                placed(List.of(
                        new Position(-0.36, -0.26),
                        new Position(-0.34, -0.46),
                        new Position(0, -0.60),
                        new Position(0.34, -0.46),
                        new Position(0.36, -0.26),
                        new Position(0, -0.34))));
        easel.round(Part.HAIR, Shades.times(colour, 0.7), placed(Outlines.ellipse(new Position(0, -0.6), 0.05, 0.05)));
    }

    private Shape placed(List<Position> closedCurve) {
        return placed(Outlines.smooth(closedCurve));
    }

    private Shape placed(Shape inHeads) {
        return frame.toPicture(inHeads);
    }
}
