package org.magicanime.testkit.drawn;

import java.awt.Color;
import java.util.List;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// Draws an animal on four legs from the side. It has no joints that a person has.
final class AnimalDrawing {
    private static final Part PART = Part.BODY_OF_AN_ANIMAL;
    private static final double STEPS_PER_SECOND = 1.4;
    private static final double BODY = 0.62;

    private final Easel easel;
    private final Colours colours;
    private final Position ground;
    private final double u;
    private final int facing;

    /// @param height from the soles to the ears, in pixels
    /// @param facing 1 to the picture's right, -1 to its left
    AnimalDrawing(Easel easel, Colours colours, Position ground, double height, int facing) {
        this.easel = easel;
        this.colours = colours;
        this.ground = ground;
        this.u = height;
        this.facing = facing;
    }

    /// @param walks whether the legs move
    void draw(double seconds, boolean walks) {
        double angle = walks ? 2 * Math.PI * STEPS_PER_SECOND * seconds : 0;
        Color far = Shades.times(colours.hair(), 0.75);
        leg(0.36, Math.sin(angle + Math.PI), far);
        leg(-0.36, Math.sin(angle), far);
        double wag = 0.08 * Math.sin(2 * Math.PI * 2 * seconds);
        easel.limbs(
                PART,
                colours.hair(),
                List.of(at(-0.48, BODY), at(-0.66, 0.74), at(-0.70 - wag, 0.92)),
                0.06 * u,
                0.05 * u,
                0.03 * u);
        double breath = 0.008 * Math.sin(2 * Math.PI * 0.5 * seconds);
        easel.round(
                PART,
                colours.hair(),
                Outlines.smooth(List.of(
                        at(-0.5, 0.66),
                        at(-0.2, 0.76 + breath),
                        at(0.2, 0.74 + breath),
                        at(0.48, 0.72),
                        at(0.5, 0.5),
                        at(0.2, 0.42 - breath),
                        at(-0.2, 0.46 - breath),
                        at(-0.48, 0.48))));
        leg(0.42, Math.sin(angle), colours.hair());
        leg(-0.42, Math.sin(angle + Math.PI), colours.hair());
        head(0.02 * Math.sin(angle * 2));
    }

    /// @param x half-lengths in front of the middle
    private void leg(double x, double swing, Color colour) {
        double lifted = Math.max(0, swing);
        easel.limbs(
                PART,
                colour,
                List.of(
                        at(x, 0.54),
                        at(x + 0.05 * swing + 0.03, 0.28),
                        at(x + 0.10 * swing, 0.05 + 0.06 * lifted),
                        at(x + 0.10 * swing + 0.08, 0.045 + 0.05 * lifted)),
                0.11 * u,
                0.065 * u,
                0.045 * u,
                0.045 * u);
    }

    private void head(double nod) {
        easel.limbs(PART, colours.hair(), List.of(at(0.40, 0.64), at(0.58, 0.80 + nod)), 0.14 * u, 0.11 * u);
        easel.round(
                PART,
                colours.hair(),
                Outlines.smooth(List.of(
                        at(0.50, 0.84 + nod),
                        at(0.60, 0.92 + nod),
                        at(0.72, 0.86 + nod),
                        at(0.90, 0.78 + nod),
                        at(0.92, 0.71 + nod),
                        at(0.74, 0.68 + nod),
                        at(0.56, 0.70 + nod))));
        Color dark = Shades.times(colours.hair(), 0.6);
        easel.round(
                PART,
                dark,
                Outlines.smooth(List.of(
                        at(0.54, 0.90 + nod), at(0.48, 0.80 + nod), at(0.50, 0.66 + nod), at(0.58, 0.78 + nod))));
        easel.flat(PART, colours.outline(), Outlines.ellipse(at(0.91, 0.77 + nod), 0.03 * u, 0.028 * u));
        easel.flat(PART, Color.WHITE, Outlines.ellipse(at(0.68, 0.83 + nod), 0.03 * u, 0.034 * u));
        easel.flat(PART, colours.outline(), Outlines.ellipse(at(0.69, 0.825 + nod), 0.016 * u, 0.02 * u));
    }

    private Position at(double forwards, double up) {
        return ground.plus(facing * forwards * u, -up * u);
    }
}
