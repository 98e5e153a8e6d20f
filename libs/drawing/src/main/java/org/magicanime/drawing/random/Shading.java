package org.magicanime.drawing.random;

import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.magicanime.drawing.Position;

/// How surfaces are painted: with one tone, with two, or round.
///
/// @param lightX where the light is from, -1 the picture's left to 1 its right
/// @param lightY -1 above to 1 below
/// @param strength 0 none to 1 strong
record Shading(Kind kind, double lightX, double lightY, double strength) {
    enum Kind {
        FLAT,
        /// Two tones with a hard edge.
        CEL,
        /// From light to dark across the shape.
        GRADIENT,
        /// As a ball under a lamp.
        BALL
    }

    static Shading any(Era era, Chance chance) {
        Kind kind =
                switch (era) {
                    case RUBBER_HOSE -> chance.in(0.7) ? Kind.FLAT : Kind.GRADIENT;
                    case MODERN -> chance.in(0.65) ? Kind.FLAT : chance.any(Kind.CEL, Kind.GRADIENT);
                    case ANIME -> chance.in(0.7) ? Kind.CEL : chance.any(Kind.FLAT, Kind.GRADIENT);
                    case SOLID -> Kind.BALL;
                };
        return new Shading(kind, chance.between(-0.9, 0.9), chance.between(-1, -0.3), chance.between(0.4, 1));
    }

    /// Of something round.
    Paint round(Color colour, Rectangle2D bounds) {
        double size = Math.max(bounds.getWidth(), bounds.getHeight());
        if (kind == Kind.FLAT || size < 5) {
            return colour;
        }
        double x = bounds.getCenterX();
        double y = bounds.getCenterY();
        double half = 0.5 * size;
        return switch (kind) {
            case CEL ->
                new RadialGradientPaint(
                        new Point2D.Double(x + 0.45 * lightX * half, y + 0.45 * lightY * half),
                        (float) (1.5 * half),
                        new float[] {0, 0.60f, 0.63f},
                        new Color[] {colour, colour, dark(colour, 0.32)});
            case GRADIENT -> linear(colour, x - lightX * half, y - lightY * half, x + lightX * half, y + lightY * half);
            default ->
                new RadialGradientPaint(
                        new Point2D.Double(x + 0.5 * lightX * half, y + 0.5 * lightY * half),
                        (float) (1.7 * half),
                        new float[] {0, 0.45f, 1},
                        new Color[] {light(colour, 0.35), colour, dark(colour, 0.65)});
        };
    }

    /// Of a limb: shaded across its length.
    ///
    /// @param radius pixels
    Paint limb(Color colour, Position from, Position to, double radius) {
        if (kind == Kind.FLAT || radius < 1) {
            return colour;
        }
        double length = Math.max(1e-6, from.distanceTo(to));
        double nx = -(to.y() - from.y()) / length;
        double ny = (to.x() - from.x()) / length;
        if (nx * lightX + ny * lightY < 0) {
            nx = -nx;
            ny = -ny;
        }
        double x = (from.x() + to.x()) / 2;
        double y = (from.y() + to.y()) / 2;
        double dark = -1.05 * radius;
        if (kind == Kind.CEL) {
            return new LinearGradientPaint(
                    new Point2D.Double(x + nx * dark, y + ny * dark),
                    new Point2D.Double(x + nx * radius, y + ny * radius),
                    new float[] {0, 0.36f, 0.40f},
                    new Color[] {dark(colour, 0.32), dark(colour, 0.32), colour});
        }
        return linear(colour, x + nx * dark, y + ny * dark, x + nx * radius, y + ny * radius);
    }

    private Paint linear(Color colour, double darkX, double darkY, double lightAtX, double lightAtY) {
        if (Math.hypot(lightAtX - darkX, lightAtY - darkY) < 0.5) {
            return colour;
        }
        return new LinearGradientPaint(
                new Point2D.Double(darkX, darkY),
                new Point2D.Double(lightAtX, lightAtY),
                new float[] {0, 0.55f, 1},
                new Color[] {dark(colour, 0.55), colour, light(colour, 0.22)});
    }

    Color dark(Color colour, double by) {
        return Tint.times(colour, 1 - by * strength);
    }

    private Color light(Color colour, double by) {
        return Tint.mixed(colour, Color.WHITE, by * strength);
    }
}
