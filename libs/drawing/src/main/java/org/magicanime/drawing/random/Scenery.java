package org.magicanime.drawing.random;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// Paints what is behind a character: skies, hills, rooms, patterns, and things that have something of a limb.
final class Scenery {
    private final Canvas canvas;
    private final Graphics2D graphics;
    private final Chance chance;
    private final Era era;
    private final double size;
    private final Color first;
    private final Color second;
    private final Color third;
    private final Props props;

    Scenery(Canvas canvas, Era era, Chance chance) {
        this.canvas = canvas;
        this.chance = chance;
        this.era = era;
        graphics = canvas.graphics();
        size = canvas.size();
        double strong = era == Era.RUBBER_HOSE ? chance.between(0, 0.35) : chance.between(0.1, 0.8);
        double hue = chance.share();
        double bright = chance.in(0.2) ? chance.between(0.08, 0.3) : chance.between(0.35, 1);
        if (chance.in(0.5)) {
            double sky = chance.any(0.57, 0.55, 0.6, 0.08, 0.12, 0.95);
            double ground = chance.any(0.28, 0.3, 0.24, 0.1, 0.08, 0.12);
            first = Tint.hsb(sky + chance.normal(0.02), 0.7 * strong, bright);
            second = Tint.hsb(chance.any(0.06, 0.1, 0.6), 0.5 * strong, bright * chance.between(0.5, 1));
            third = Tint.hsb(ground + chance.normal(0.02), 0.8 * strong, bright * chance.between(0.45, 0.9));
        } else {
            first = Tint.hsb(hue, 0.8 * strong, bright);
            second = Tint.hsb(
                    hue + chance.normal(0.12), strong * chance.between(0.4, 1), bright * chance.between(0.6, 1.1));
            third = Tint.hsb(hue + chance.normal(0.3), 0.8 * strong, bright * chance.between(0.4, 1));
        }
        props = new Props(canvas);
    }

    /// @param crowded 0 to 1.5: how much stands in it; at 1, up to six things
    void paint(double crowded) {
        switch (chance.weighted(
                era == Era.RUBBER_HOSE ? new double[] {1, 4, 3, 2, 1, 1} : new double[] {2, 1.5, 3, 2, 1, 1})) {
            case 0 -> plain();
            case 1 -> painted();
            case 2 -> landscape();
            case 3 -> room();
            case 4 -> stripes();
            default -> shapes();
        }
        int things = (int) Math.round(crowded * crowded * chance.between(0, 6));
        style();
        for (int i = 0; i < things; i++) {
            props.any(chance, any());
        }
    }

    Props props() {
        return props;
    }

    /// Lines of its own, which things in the scenery have. Some are as thick and dark as a character's, so that lines
    /// alone do not tell who is one.
    void style() {
        if (era != Era.SOLID && chance.in(0.35)) {
            canvas.style(
                    Shading.any(era, chance),
                    Tint.grey(chance.between(0, 40)),
                    size * chance.ratio(0.006, 0.018),
                    false);
            return;
        }
        canvas.style(
                Shading.any(era, chance),
                Tint.times(first, 0.25),
                era == Era.SOLID || chance.in(0.4) ? 0 : chance.between(0.3, 1.6),
                false);
    }

    private Color any() {
        return Tint.times(chance.any(first, second, third), chance.between(0.6, 1.3));
    }

    private void plain() {
        fill(new Rectangle2D.Double(0, 0, size, size), first, chance.in(0.5) ? first : second);
        if (chance.in(0.5)) {
            double ground = size * chance.between(0.55, 0.95);
            fill(new Rectangle2D.Double(0, ground, size, size), third, Tint.times(third, 0.8));
        }
    }

    private void painted() {
        graphics.drawImage(
                NoiseTextures.wash(first.getRGB(), second.getRGB(), chance.between(0.4, 1.6), chance), 0, 0, null);
        for (int i = chance.below(4); i > 0; i--) {
            Color colour = Tint.see(any(), 60 + chance.below(150));
            graphics.setPaint(colour);
            graphics.fill(blob(chance.between(0, size), chance.between(0, size), size * chance.ratio(0.08, 0.5)));
        }
    }

    private void landscape() {
        double horizon = size * chance.between(0.3, 0.8);
        fill(new Rectangle2D.Double(0, 0, size, size), first, Tint.mixed(first, Color.WHITE, 0.4));
        for (int i = chance.below(4); i > 0; i--) {
            props.cloud(chance, Tint.mixed(first, Color.WHITE, chance.between(0.3, 0.9)), horizon);
        }
        for (int layer = 0; layer < 2 + chance.below(2); layer++) {
            List<Position> ridge = new ArrayList<>();
            ridge.add(new Position(-10, size + 10));
            double level = horizon + layer * 0.12 * size;
            for (int i = 0; i <= 6; i++) {
                ridge.add(new Position(size * i / 6.0, level + chance.normal(0.04 * size)));
            }
            ridge.add(new Position(size + 10, size + 10));
            Color colour = Tint.times(layer % 2 == 0 ? third : second, 1 - 0.15 * layer);
            graphics.setPaint(new GradientPaint(0, (float) level, colour, 0, (float) size, Tint.times(colour, 0.7)));
            graphics.fill(chance.in(0.6) ? Outlines.smooth(ridge) : Outlines.polygon(ridge));
        }
        style();
        for (int i = chance.below(4); i > 0; i--) {
            props.tree(chance, any(), horizon + chance.between(0, 0.2) * size);
        }
        if (chance.in(0.3)) {
            props.house(chance, any(), horizon + 0.05 * size);
        }
    }

    private void room() {
        double floor = size * chance.between(0.6, 0.92);
        fill(new Rectangle2D.Double(0, 0, size, floor), first, Tint.times(first, chance.between(0.7, 1)));
        if (chance.in(0.4)) {
            graphics.setPaint(Tint.see(second, 110));
            double wide = size * chance.between(0.02, 0.09);
            for (double x = 0; x < size; x += 2 * wide) {
                graphics.fill(new Rectangle2D.Double(x, 0, wide, floor));
            }
        }
        fill(new Rectangle2D.Double(0, floor, size, size - floor), third, Tint.times(third, 0.7));
        style();
        for (int i = chance.below(4); i > 0; i--) {
            switch (chance.below(4)) {
                case 0 -> props.window(chance, any());
                case 1 -> props.chair(chance, any(), floor + 0.08 * size);
                case 2 -> props.pole(chance, any());
                default -> props.box(chance, any(), floor + 0.05 * size);
            }
        }
    }

    private void stripes() {
        fill(new Rectangle2D.Double(0, 0, size, size), first, first);
        double wide = size * chance.ratio(0.015, 0.12);
        java.awt.geom.AffineTransform before = graphics.getTransform();
        graphics.rotate(chance.in(0.5) ? 0 : chance.between(0, Math.PI), size / 2, size / 2);
        graphics.setPaint(chance.in(0.5) ? second : Tint.mixed(first, third, 0.5));
        for (double x = -size; x < 2 * size; x += 2 * wide) {
            graphics.fill(new Rectangle2D.Double(x, -size, wide, 3 * size));
        }
        graphics.setTransform(before);
    }

    private void shapes() {
        graphics.drawImage(
                NoiseTextures.wash(first.getRGB(), Tint.times(first, 0.8).getRGB(), 0.7, chance), 0, 0, null);
        style();
        for (int i = 4 + chance.below(14); i > 0; i--) {
            canvas.flat(
                    Part.NOTHING,
                    any(),
                    blob(chance.between(0, size), chance.between(0, size), size * chance.ratio(0.03, 0.3)));
        }
    }

    private Shape blob(double x, double y, double radius) {
        int corners = 4 + chance.below(6);
        List<Position> points = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            points.add(new Position(x, y).going(360.0 * i / corners, radius * chance.between(0.55, 1.3)));
        }
        return chance.in(0.7) ? Outlines.smooth(points) : Outlines.polygon(points);
    }

    private void fill(Rectangle2D area, Color above, Color below) {
        graphics.setPaint(
                above.equals(below)
                        ? above
                        : new GradientPaint(0, (float) area.getMinY(), above, 0, (float) area.getMaxY(), below));
        graphics.fill(area);
    }
}
