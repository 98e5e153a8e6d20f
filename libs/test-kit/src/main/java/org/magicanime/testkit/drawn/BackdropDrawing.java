package org.magicanime.testkit.drawn;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Random;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// Draws scenery. Things stand in a row of places without end, so that a camera may move along them; those far away
/// move less.
final class BackdropDrawing {
    private static final double HORIZON = 0.78;
    private static final double FAR = 0.35;
    private static final double MIDDLE = 0.6;

    private final Graphics2D graphics;
    private final Backdrop backdrop;
    private final Look look;
    private final double width;
    private final double height;
    private final double moved;

    /// @param moved how far the camera has moved to the right, in pixels
    BackdropDrawing(Graphics2D graphics, Backdrop backdrop, int width, int height, double moved) {
        this.graphics = graphics;
        this.backdrop = backdrop;
        this.look = backdrop.look();
        this.width = width;
        this.height = height;
        this.moved = moved;
    }

    void draw() {
        if (backdrop.place() == Backdrop.Place.ROOM) {
            room();
            return;
        }
        fill(new Rectangle2D.Double(0, 0, width, height), vertical(look.above(), look.horizon(), 0, HORIZON));
        if (look == Look.CHINA) {
            fill(circle(0.88 * width, 0.13 * height, 0.055 * height), new Color(206, 84, 62));
        }
        row(FAR, 0.42, this::cloud);
        row(FAR, 0.5, this::mountain);
        fill(
                new Rectangle2D.Double(0, HORIZON * height, width, (1 - HORIZON) * height),
                vertical(look.ground(), Shades.times(look.ground(), 0.82), HORIZON, 1));
        if (backdrop.place() == Backdrop.Place.HOUSES) {
            row(MIDDLE, 0.19, this::house);
        } else {
            row(MIDDLE, 0.34, this::hill);
        }
        row(1, 0.33, this::bush);
    }

    private interface Thing {
        /// @param x its middle in pixels
        void draw(double x, Random random);
    }

    /// @param depth 1 moves as the actors do, less is farther away
    /// @param every distance in widths of the picture
    private void row(double depth, double every, Thing thing) {
        double shift = moved * depth / width;
        int first = (int) Math.floor((shift - every) / every) - 1;
        int last = (int) Math.ceil((shift + 1 + every) / every) + 1;
        for (int i = first; i <= last; i++) {
            Random random = new Random(backdrop.seed() * 7919L + i * 104_729L + Math.round(every * 1000));
            random.nextInt();
            thing.draw((i * every + (random.nextDouble() - 0.5) * 0.3 * every - shift) * width, random);
        }
    }

    private void cloud(double x, Random random) {
        double y = (0.12 + 0.2 * random.nextDouble()) * height;
        double size = (0.05 + 0.04 * random.nextDouble()) * height;
        switch (look) {
            case AMERICAN -> {
                Area puffs = new Area();
                for (int i = -2; i <= 2; i++) {
                    double puff = size * (1 - 0.18 * i * i / 2);
                    puffs.add(new Area(circle(x + i * size * 0.8, y, puff)));
                }
                outlined(puffs, Color.WHITE, 0.006);
            }
            case CHINA -> {
                graphics.setColor(new Color(120, 124, 120, 110));
                for (int i = 0; i < 3; i++) {
                    double left = x - size * (2 - 0.5 * i);
                    graphics.setStroke(stroke(0.004));
                    graphics.draw(Outlines.smoothLine(List.of(
                            new Position(left, y + i * size * 0.4),
                            new Position(left + size, y - size * 0.2 + i * size * 0.4),
                            new Position(left + 2.4 * size, y + i * size * 0.4),
                            new Position(left + 3.6 * size, y + size * 0.15 + i * size * 0.4))));
                }
            }
            case JAPAN -> {
                for (int i = 0; i < 9; i++) {
                    double puff = size * (0.7 + 0.9 * random.nextDouble());
                    double px = x + (random.nextDouble() - 0.5) * 4 * size;
                    double py = y + 0.1 * height - random.nextDouble() * 2.2 * size;
                    fill(circle(px, py + puff * 0.12, puff), new Color(222, 196, 214, 150));
                    fill(circle(px - puff * 0.1, py, puff * 0.9), new Color(255, 246, 240, 190));
                }
            }
        }
    }

    private void mountain(double x, Random random) {
        double half = (0.22 + 0.14 * random.nextDouble()) * width;
        double top = HORIZON * height - (0.16 + (look == Look.CHINA ? 0.2 : 0.1) * random.nextDouble()) * height;
        double foot = HORIZON * height;
        Shape shape = look == Look.CHINA
                ? Outlines.smooth(List.of(
                        new Position(x - half * 1.2, foot),
                        new Position(x - half * 0.6, (top + foot) / 2),
                        new Position(x - half * 0.15, top),
                        new Position(x + half * 0.2, top + 0.03 * height),
                        new Position(x + half * 0.7, (2 * top + 3 * foot) / 5),
                        new Position(x + half * 1.3, foot)))
                : Outlines.polygon(
                        List.of(new Position(x - half, foot), new Position(x, top), new Position(x + half, foot)));
        switch (look) {
            case AMERICAN -> outlined(shape, new Color(120, 150, 210), 0.006);
            case CHINA ->
                fill(
                        shape,
                        new GradientPaint(
                                0,
                                (float) top,
                                new Color(96, 116, 112, 210),
                                0,
                                (float) foot,
                                new Color(232, 228, 208, 120)));
            case JAPAN -> fill(shape, vertical(new Color(110, 120, 170), new Color(190, 160, 180), 0.5, HORIZON));
        }
    }

    private void hill(double x, Random random) {
        double half = (0.2 + 0.1 * random.nextDouble()) * width;
        double high = (0.08 + 0.12 * random.nextDouble()) * height;
        Shape shape = Outlines.ellipse(new Position(x, HORIZON * height + 0.02 * height), half, high);
        Color colour = Shades.times(look.ground(), 0.72 + 0.35 * random.nextDouble());
        if (look == Look.AMERICAN) {
            outlined(shape, colour, 0.006);
        } else {
            fill(shape, vertical(colour, Shades.times(colour, 0.85), 0.6, HORIZON));
        }
    }

    private void house(double x, Random random) {
        double half = (0.06 + 0.02 * random.nextDouble()) * width;
        double foot = (HORIZON + 0.02) * height;
        double top = foot - (0.28 + 0.22 * random.nextDouble()) * height;
        Color wall = wall(random);
        Shape box = new Rectangle2D.Double(x - half, top, 2 * half, foot - top);
        Shape roof = roof(x, half, top);
        Color roofColour = look == Look.CHINA ? new Color(90, 96, 100) : Shades.times(wall, 0.62);
        if (look == Look.JAPAN) {
            fill(
                    box,
                    new GradientPaint(
                            (float) (x - half),
                            0,
                            Shades.times(wall, 1.08),
                            (float) (x + half),
                            0,
                            Shades.times(wall, 0.82)));
            fill(roof, roofColour);
        } else {
            outlined(box, wall, look == Look.CHINA ? 0.003 : 0.006);
            outlined(roof, roofColour, look == Look.CHINA ? 0.003 : 0.006);
        }
        Color glass = look == Look.JAPAN ? new Color(250, 226, 150) : Shades.times(wall, 0.7);
        for (double y = top + 0.05 * height; y < foot - 0.08 * height; y += 0.09 * height) {
            for (int column = -1; column <= 1; column += 2) {
                Shape pane =
                        new Rectangle2D.Double(x + column * half * 0.45 - half * 0.2, y, half * 0.4, 0.05 * height);
                if (look == Look.AMERICAN) {
                    outlined(pane, glass, 0.004);
                } else {
                    fill(pane, glass);
                }
            }
        }
    }

    private Color wall(Random random) {
        float hue = random.nextFloat();
        return switch (look) {
            case AMERICAN -> Color.getHSBColor(hue, 0.5f, 0.95f);
            case CHINA -> Color.getHSBColor(0.09f + 0.04f * hue, 0.12f, 0.9f);
            case JAPAN -> Color.getHSBColor(0.55f + 0.5f * hue, 0.18f, 0.78f);
        };
    }

    private Shape roof(double x, double half, double top) {
        return switch (look) {
            case AMERICAN ->
                Outlines.polygon(List.of(
                        new Position(x - half * 1.15, top),
                        new Position(x, top - 0.09 * height),
                        new Position(x + half * 1.15, top)));
            case CHINA ->
                Outlines.smooth(List.of(
                        new Position(x - half * 1.5, top - 0.03 * height),
                        new Position(x - half * 0.7, top - 0.03 * height),
                        new Position(x - half * 0.35, top - 0.085 * height),
                        new Position(x + half * 0.35, top - 0.085 * height),
                        new Position(x + half * 0.7, top - 0.03 * height),
                        new Position(x + half * 1.5, top - 0.03 * height),
                        new Position(x + half * 0.9, top + 0.015 * height),
                        new Position(x - half * 0.9, top + 0.015 * height)));
            case JAPAN -> new Rectangle2D.Double(x - half * 1.05, top - 0.02 * height, half * 2.1, 0.025 * height);
        };
    }

    private void bush(double x, Random random) {
        double size = (0.05 + 0.04 * random.nextDouble()) * height;
        double y = (HORIZON + 0.03) * height;
        switch (look) {
            case AMERICAN -> outlined(circle(x, y - size * 0.4, size), new Color(46, 140, 60), 0.006);
            case CHINA -> {
                graphics.setColor(new Color(70, 84, 66, 200));
                graphics.setStroke(stroke(0.005));
                for (int i = -2; i <= 2; i++) {
                    graphics.draw(Outlines.smoothLine(List.of(
                            new Position(x + i * size * 0.15, y),
                            new Position(x + i * size * 0.35, y - size),
                            new Position(x + i * size * 0.9, y - size * (1.9 - 0.3 * Math.abs(i))))));
                }
            }
            case JAPAN -> {
                fill(circle(x, y - size * 0.5, size), new Color(84, 120, 104));
                fill(circle(x - size * 0.25, y - size * 0.8, size * 0.6), new Color(120, 158, 128));
            }
        }
    }

    private void room() {
        Random random = new Random(backdrop.seed());
        random.nextInt();
        Color wall = Shades.times(wall(random), look == Look.JAPAN ? 0.95 : 0.9);
        fill(
                new Rectangle2D.Double(0, 0, width, height),
                vertical(Shades.times(wall, look == Look.JAPAN ? 1.1 : 1), Shades.times(wall, 0.85), 0, HORIZON));
        Color floor = Shades.times(look.ground(), 0.8);
        fill(
                new Rectangle2D.Double(0, HORIZON * height, width, height),
                vertical(floor, Shades.times(floor, 0.8), HORIZON, 1));
        row(1, 0.55, (x, any) -> {
            double top = 0.16 * height;
            Shape pane = look == Look.CHINA
                    ? circle(x, 0.32 * height, 0.15 * height)
                    : new Rectangle2D.Double(x - 0.08 * width, top, 0.16 * width, 0.34 * height);
            if (look == Look.JAPAN) {
                fill(pane, vertical(look.above(), look.horizon(), 0.15, 0.5));
            } else {
                outlined(pane, look.above(), look == Look.CHINA ? 0.004 : 0.008);
            }
        });
    }

    private void outlined(Shape shape, Paint paint, double line) {
        fill(shape, paint);
        graphics.setColor(look.ink());
        graphics.setStroke(stroke(line));
        graphics.draw(shape);
    }

    private BasicStroke stroke(double heights) {
        return new BasicStroke((float) Math.max(0.5, heights * height), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private void fill(Shape shape, Paint paint) {
        graphics.setPaint(paint);
        graphics.fill(shape);
    }

    private Paint vertical(Color above, Color below, double from, double to) {
        return new GradientPaint(0, (float) (from * height), above, 0, (float) (to * height), below);
    }

    private static Shape circle(double x, double y, double radius) {
        return Outlines.ellipse(new Position(x, y), radius, radius);
    }
}
