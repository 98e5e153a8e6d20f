package org.magicanime.testkit.drawn;

import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.magicanime.drawing.Position;

/// How surfaces take the light, which comes from the upper left.
enum Shades {
    /// One colour.
    FLAT {
        @Override
        Paint limb(Color colour, Position from, Position to, double radius) {
            return colour;
        }

        @Override
        Paint round(Color colour, Rectangle2D bounds) {
            return colour;
        }
    },
    /// Brighter at the side of the light, darker at the other.
    GRADIENT {
        @Override
        Paint limb(Color colour, Position from, Position to, double radius) {
            return across(colour, from, to, radius, new float[] {0, 0.4f, 1}, new double[] {1.12, 1, 0.62});
        }

        @Override
        Paint round(Color colour, Rectangle2D bounds) {
            return new LinearGradientPaint(
                    point(bounds, 0, 0.4), point(bounds, 1, 0.6), new float[] {0, 0.4f, 1}, new Color[] {
                        times(colour, 1.08), colour, times(colour, 0.78)
                    });
        }
    },
    /// As a solid body under a soft lamp: a highlight inside, dark at both edges.
    SOLID {
        @Override
        Paint limb(Color colour, Position from, Position to, double radius) {
            float[] stops = {0, 0.18f, 0.36f, 0.7f, 1};
            return across(colour, from, to, radius, stops, new double[] {0.86, 1.06, 1.22, 0.9, 0.52});
        }

        @Override
        Paint round(Color colour, Rectangle2D bounds) {
            return new RadialGradientPaint(
                    point(bounds, 0.36, 0.32),
                    (float) Math.max(1, 0.8 * Math.max(bounds.getWidth(), bounds.getHeight())),
                    new float[] {0, 0.45f, 1},
                    new Color[] {times(colour, 1.18), colour, times(colour, 0.5)});
        }
    };

    private static final double LIGHT_X = -0.8;
    private static final double LIGHT_Y = -0.6;

    /// The paint of a limb between two joints.
    abstract Paint limb(Color colour, Position from, Position to, double radius);

    /// The paint of anything else.
    abstract Paint round(Color colour, Rectangle2D bounds);

    static Color times(Color colour, double factor) {
        return new Color(
                (int) Math.min(255, Math.round(colour.getRed() * factor)),
                (int) Math.min(255, Math.round(colour.getGreen() * factor)),
                (int) Math.min(255, Math.round(colour.getBlue() * factor)));
    }

    private static Paint across(
            Color colour, Position from, Position to, double radius, float[] stops, double[] factors) {
        double length = Math.max(1e-6, from.distanceTo(to));
        double normalX = -(to.y() - from.y()) / length;
        double normalY = (to.x() - from.x()) / length;
        double sign = normalX * LIGHT_X + normalY * LIGHT_Y > 0 ? radius : -radius;
        Position middle = from.towards(to, 0.5);
        Color[] colours = new Color[factors.length];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = times(colour, factors[i]);
        }
        Position lit = middle.plus(normalX * sign, normalY * sign);
        Position dark = middle.plus(-normalX * sign, -normalY * sign);
        if (lit.distanceTo(dark) < 1e-3) {
            return colour;
        }
        return new LinearGradientPaint(
                new Point2D.Double(lit.x(), lit.y()), new Point2D.Double(dark.x(), dark.y()), stops, colours);
    }

    private static Point2D point(Rectangle2D bounds, double right, double down) {
        return new Point2D.Double(bounds.getX() + right * bounds.getWidth(), bounds.getY() + down * bounds.getHeight());
    }
}
