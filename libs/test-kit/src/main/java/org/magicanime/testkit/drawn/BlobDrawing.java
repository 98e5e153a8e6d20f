package org.magicanime.testkit.drawn;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// Draws a creature without limbs: a drop that wobbles, with one eye.
final class BlobDrawing {
    private static final Part PART = Part.BODY_OF_AN_ANIMAL;
    private static final int STEPS = 24;

    private final Easel easel;
    private final Colours colours;
    private final Position ground;
    private final double u;

    /// @param height pixels
    BlobDrawing(Easel easel, Colours colours, Position ground, double height) {
        this.easel = easel;
        this.colours = colours;
        this.ground = ground;
        this.u = height;
    }

    void draw(double seconds) {
        double squash = 0.09 * Math.sin(2 * Math.PI * 0.9 * seconds);
        double half = 0.62 * (1 + squash) * u;
        double high = (0.94 - 0.06 * squash / 0.09) * u;
        List<Position> outline = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            double angle = 2 * Math.PI * i / STEPS;
            double wobble = 1 + 0.05 * Math.sin(3 * angle + 2 * Math.PI * 0.7 * seconds);
            double narrow = Math.cos(angle) > 0 ? 1 - 0.45 * Math.cos(angle) : 1;
            outline.add(ground.plus(
                    half * wobble * narrow * Math.sin(angle),
                    -high * (0.42 + 0.5 * wobble * Math.max(-0.84, Math.cos(angle)))));
        }
        easel.round(PART, colours.top(), Outlines.smooth(outline));
        for (int i = 0; i < 5; i++) {
            double x = half * (0.5 - 0.28 * i);
            easel.flat(
                    PART,
                    Shades.times(colours.top(), 0.8),
                    Outlines.ellipse(ground.plus(x, -high * (0.18 + 0.07 * (i % 2))), 0.06 * u, 0.04 * u));
        }
        Position eye = ground.plus(0.12 * half, -0.62 * high);
        easel.round(PART, Color.WHITE, Outlines.ellipse(eye, 0.13 * u, 0.15 * u));
        double look = 0.05 * u * Math.sin(2 * Math.PI * 0.25 * seconds);
        easel.flat(PART, colours.outline(), Outlines.ellipse(eye.plus(look, 0.02 * u), 0.05 * u, 0.06 * u));
    }
}
