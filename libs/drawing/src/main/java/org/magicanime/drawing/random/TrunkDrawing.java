package org.magicanime.drawing.random;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// Draws a trunk and what it wears.
final class TrunkDrawing {
    private final Canvas canvas;
    private final Trunk trunk;
    private final Skeleton skeleton;
    private final Build build;
    private final Clothes clothes;
    private final Palette palette;

    TrunkDrawing(Canvas canvas, Trunk trunk, Skeleton skeleton, Build build, Clothes clothes, Palette palette) {
        this.canvas = canvas;
        this.trunk = trunk;
        this.skeleton = skeleton;
        this.build = build;
        this.clothes = clothes;
        this.palette = palette;
    }

    void draw() {
        Color top = clothes.shirtLess() ? palette.skin() : palette.top();
        canvas.united(Part.TRUNK, top, trunk.shapes());
        if (clothes.outfit() == Clothes.Outfit.TROUSERS && !clothes.shirtLess()) {
            trousers();
        }
        if (clothes.shirtLess() || clothes.outfit() == Clothes.Outfit.NOTHING) {
            belly();
            return;
        }
        for (int i = 0; i < clothes.stripes(); i++) {
            double t = (i + 0.3) / clothes.stripes();
            on(palette.trim(), trunk.strip(t, t + 0.4 / clothes.stripes(), 0, 180, 180));
        }
        if (clothes.front() > 0) {
            on(palette.cloth(), trunk.strip(0, 0.95, 0, clothes.front(), clothes.front() * 0.6));
            edge(trunk.strip(0, 0.95, 0, clothes.front(), clothes.front() * 0.6));
        }
        if (clothes.outfit() == Clothes.Outfit.ARMOUR) {
            plates();
        }
        fastenings();
    }

    private void trousers() {
        double waist = clothes.braces() ? 0.66 : 0.82;
        canvas.flat(Part.TRUNK, palette.legs(), trunk.band(waist, 1.06));
        if (clothes.braces()) {
            for (double side : new double[] {-38, 38}) {
                on(palette.legs(), trunk.strip(0.02, waist + 0.04, side, 9, 9));
                on(palette.legs(), trunk.strip(0.02, waist + 0.04, 180 + side, 9, 9));
            }
        }
    }

    private void belly() {
        if (clothes.front() > 0) {
            Ellipsoid ball = new Ellipsoid(
                    skeleton.neck()
                            .towards(skeleton.hips(), 0.62)
                            .plus(skeleton.trunk().z(), build.forward()[4] * skeleton.scale()),
                    build.width()[3] * skeleton.scale(),
                    0.5 * build.trunk() * skeleton.scale(),
                    build.depth()[3] * skeleton.scale(),
                    skeleton.trunk());
            List<Position> cap = ball.cap(new Vec(0, 0.1, 1), 58);
            if (!cap.isEmpty()) {
                on(palette.muzzle(), Outlines.smooth(cap));
            }
        }
    }

    private void plates() {
        for (double t : new double[] {0.3, 0.5, 0.7, 0.86}) {
            List<Position> line = new ArrayList<>();
            for (int degrees = -180; degrees < 180; degrees += 12) {
                if (trunk.seen(t, degrees)) {
                    line.add(trunk.surface(t + 0.03, degrees).flat());
                }
            }
            if (line.size() > 2) {
                line.sort((one, other) -> Double.compare(one.x(), other.x()));
                canvas.detail(Tint.times(palette.top(), 0.5), Outlines.smoothLine(line));
            }
        }
    }

    private void fastenings() {
        double unit = build.shoulder() * skeleton.scale();
        if (clothes.collar()) {
            on(palette.cloth(), trunk.strip(-0.02, 0.16, 20, 24, 2));
            on(palette.cloth(), trunk.strip(-0.02, 0.16, -20, 24, 2));
        }
        if (clothes.belt()) {
            canvas.flat(Part.TRUNK, palette.trim(), trunk.band(0.76, 0.85));
            if (trunk.seen(0.8, 0)) {
                Position buckle = trunk.surface(0.805, 0).flat();
                on(new Color(214, 178, 72), Outlines.ellipse(buckle, 0.14 * unit, 0.12 * unit));
            }
        }
        for (int i = 0; i < clothes.buttons(); i++) {
            double t = 0.2 + 0.55 * i / Math.max(1, clothes.buttons());
            if (trunk.seen(t, 0)) {
                Position button = trunk.surface(t, 0).flat();
                on(palette.trim(), Outlines.ellipse(button, 0.075 * unit, 0.075 * unit));
            }
        }
        if (clothes.tie() && trunk.seen(0.1, 0)) {
            on(palette.trim(), trunk.strip(0.03, 0.55, 0, 5, 14));
            on(palette.trim(), Outlines.ellipse(trunk.surface(0.03, 0).flat(), 0.13 * unit, 0.1 * unit));
        }
    }

    /// A skirt or robe around the hips and over the legs.
    void skirt() {
        if (clothes.outfit() != Clothes.Outfit.DRESS && clothes.outfit() != Clothes.Outfit.ROBE) {
            return;
        }
        double reach = clothes.hem();
        Vec left = down(skeleton.left(), reach);
        Vec right = down(skeleton.right(), reach);
        double radius = skeleton.scale() * build.leg()[1] * (1.1 + clothes.flare());
        Color colour = clothes.outfit() == Clothes.Outfit.ROBE ? palette.top() : palette.legs();
        Shape skirt = Hull.around(trunk.ring(0.78), trunk.ring(0.98), hem(left, radius), hem(right, radius));
        canvas.round(Part.SKIRT, colour, skirt);
        if (clothes.stripes() > 0 || clothes.belt()) {
            Position one = trunk.surface(0.95, 10).flat();
            Position middle = left.towards(right, 0.4).flat();
            canvas.detail(Tint.times(colour, 0.6), new Line2D.Double(one.x(), one.y(), middle.x(), middle.y()));
        }
    }

    private List<Position> hem(Vec at, double radius) {
        return new Ellipsoid(at, radius, 0.3 * radius, radius, skeleton.pelvis()).outline();
    }

    private static Vec down(Limbs limbs, double reach) {
        return reach < 1
                ? limbs.hip().towards(limbs.knee(), reach)
                : limbs.knee().towards(limbs.ankle(), Math.min(1, reach - 1));
    }

    /// Hangs from the shoulders behind the back.
    void cape() {
        Vec back = skeleton.trunk().z().times(-1);
        double scale = skeleton.scale();
        double out = build.shoulder() * scale;
        Vec low = skeleton.hips().plus(skeleton.pelvis().y(), 0.26 * scale).plus(back, 0.14 * scale);
        List<Position> points = List.of(
                skeleton.left().shoulder().flat(),
                low.plus(skeleton.trunk().x(), 1.5 * out).flat(),
                low.plus(skeleton.trunk().x(), 0.5 * out)
                        .plus(skeleton.pelvis().y(), 0.04 * scale)
                        .flat(),
                low.plus(skeleton.trunk().x(), -0.6 * out).flat(),
                low.plus(skeleton.trunk().x(), -1.5 * out)
                        .plus(skeleton.pelvis().y(), 0.02 * scale)
                        .flat(),
                skeleton.right().shoulder().flat());
        canvas.round(Part.BEHIND, palette.cloth(), Outlines.polygon(points));
    }

    void tail(double curl) {
        Vec back = skeleton.pelvis().z().times(-1);
        double scale = skeleton.scale();
        Vec root = skeleton.hips().plus(back, 0.8 * build.depth()[5] * scale);
        Vec side = skeleton.pelvis().x();
        Vec up = skeleton.pelvis().y().times(-1);
        List<Position> middle = new ArrayList<>();
        for (int i = 0; i <= 8; i++) {
            double t = i / 8.0;
            middle.add(root.plus(back, 0.2 * t * scale)
                    .plus(up, 0.28 * scale * Math.sin(t * 2.2 + curl) * t)
                    .plus(side, 0.16 * scale * Math.sin(3.2 * t + 3 * curl) * t)
                    .flat());
        }
        double width = scale * (0.012 + 0.03 * Math.abs(Math.sin(9 * curl)));
        double[] radii = new double[9];
        java.util.Arrays.fill(radii, width);
        Path2D tail = Tube.around(middle, radii);
        canvas.round(Part.BEHIND, palette.skin(), tail);
    }

    void neck() {
        double radius = Math.min(0.24 * build.head() + 0.3 * build.neck(), 0.5 * build.shoulder()) * skeleton.scale();
        Position low = skeleton.neck().plus(skeleton.trunk().y(), 0.3 * radius).flat();
        Position high = skeleton.head().flat();
        Shape neck = Tube.around(List.of(low, high), new double[] {radius, 0.9 * radius});
        canvas.outline(List.of(neck));
        canvas.limb(Part.NECK, palette.skin(), neck, low, high, radius);
    }

    private void on(Color colour, @Nullable Shape shape) {
        if (shape != null) {
            canvas.on(colour, shape);
        }
    }

    private void edge(@Nullable Shape shape) {
        if (shape != null && canvas.line() > 0) {
            canvas.stroke(canvas.ink(), shape, 0.6 * canvas.line());
        }
    }
}
