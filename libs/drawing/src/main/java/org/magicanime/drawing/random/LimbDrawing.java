package org.magicanime.drawing.random;

import java.awt.Color;
import java.awt.Shape;
import java.util.List;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// Draws arms and legs: each of two pieces, which may be in front of the trunk and behind it.
final class LimbDrawing {
    private static final int HALF = 8;

    private final Canvas canvas;
    private final Skeleton skeleton;
    private final Build build;
    private final Clothes clothes;
    private final Palette palette;

    LimbDrawing(Canvas canvas, Skeleton skeleton, Build build, Clothes clothes, Palette palette) {
        this.canvas = canvas;
        this.skeleton = skeleton;
        this.build = build;
        this.clothes = clothes;
        this.palette = palette;
    }

    /// Both pieces under one outline.
    void arm(Part part, Limbs limbs) {
        List<Position> middle = arm(limbs);
        Shape upper = upper(middle, armRadii());
        Shape lower = lower(middle, armRadii());
        canvas.outline(List.of(upper, lower));
        paintLower(part, limbs, middle, lower);
        paintUpper(part, limbs, upper);
    }

    void upperArm(Part part, Limbs limbs) {
        Shape upper = upper(arm(limbs), armRadii());
        canvas.outline(List.of(upper));
        paintUpper(part, limbs, upper);
    }

    void forearm(Part part, Limbs limbs) {
        List<Position> middle = arm(limbs);
        Shape lower = lower(middle, armRadii());
        canvas.outline(List.of(lower));
        paintLower(part, limbs, middle, lower);
    }

    private void paintUpper(Part part, Limbs limbs, Shape shape) {
        canvas.limb(
                part,
                palette.sleeve(),
                shape,
                limbs.shoulder().flat(),
                limbs.elbow().flat(),
                build.arm()[0] * skeleton.scale());
        if (palette.sleeve().equals(palette.top()) && !clothes.shirtLess() && canvas.line() > 0) {
            seam(part, limbs);
        }
        if (clothes.outfit() == Clothes.Outfit.ARMOUR) {
            double radius = 1.45 * build.arm()[0] * skeleton.scale();
            canvas.round(part, palette.trim(), Outlines.ellipse(limbs.shoulder().flat(), radius, radius));
        }
    }

    /// A sleeve grows out of the shirt: there is no line at the shoulder.
    private void seam(Part part, Limbs limbs) {
        double radius = build.arm()[0] * skeleton.scale();
        Vec inwards = skeleton.neck().minus(limbs.shoulder()).unit();
        Position inside = limbs.shoulder().plus(inwards, 0.75 * radius).flat();
        Position own = limbs.shoulder().flat();
        Shape patch = Outlines.capsule(own, 0.93 * radius, inside, 0.8 * radius);
        canvas.limb(part, palette.sleeve(), patch, own, limbs.elbow().flat(), radius);
    }

    private void paintLower(Part part, Limbs limbs, List<Position> middle, Shape shape) {
        double radius = build.arm()[2] * skeleton.scale();
        canvas.limb(
                part,
                palette.forearm(),
                shape,
                limbs.elbow().flat(),
                limbs.wrist().flat(),
                radius);
        if (clothes.cuff()) {
            double wide = radius * (1.15 + clothes.widen());
            Shape cuff = Tube.around(middle.subList(2 * HALF - 1, 2 * HALF + 1), new double[] {wide, wide});
            canvas.round(part, palette.hands(), cuff);
        }
    }

    private List<Position> arm(Limbs limbs) {
        return Tube.bent(
                limbs.shoulder().flat(), limbs.elbow().flat(), limbs.wrist().flat(), build.bend());
    }

    private double[] armRadii() {
        double[] radii = radii(build.arm());
        for (int i = 0; i < radii.length; i++) {
            double t = i / (2.0 * HALF);
            double swell = (t - 0.74) / 0.15;
            radii[i] *= 1 + build.bulge() * Math.exp(-swell * swell) + clothes.widen() * t * t * t;
        }
        return radii;
    }

    /// A wing in place of an arm.
    void wing(Part part, Limbs limbs) {
        List<Position> middle = arm(limbs);
        double[] radii = armRadii();
        for (int i = 0; i < radii.length; i++) {
            double t = i / (2.0 * HALF);
            radii[i] *= 1 + 1.3 * Math.sin(Math.PI * Math.min(1, 0.15 + 0.8 * t));
        }
        Position wrist = limbs.wrist().flat();
        Vec hand = limbs.hand();
        double length = build.hand() * skeleton.scale();
        double towards = Math.toDegrees(Math.atan2(hand.x(), hand.y()));
        java.util.ArrayList<Shape> shapes = new java.util.ArrayList<>();
        for (double fan : new double[] {-35, 0, 35}) {
            shapes.add(Tube.around(
                    List.of(wrist, wrist.going(towards + fan, length)), new double[] {0.28 * length, 0.16 * length}));
        }
        shapes.add(Tube.around(middle, radii));
        canvas.outline(shapes);
        for (Shape shape : shapes) {
            canvas.limb(part, palette.sleeve(), shape, limbs.shoulder().flat(), wrist, radii[HALF]);
        }
    }

    /// Both pieces under one outline.
    void leg(Part part, Limbs limbs) {
        List<Position> middle = leg(limbs);
        double[] radii = legRadii();
        Shape upper = upper(middle, radii);
        Shape lower = lower(middle, radii);
        canvas.outline(List.of(lower, upper));
        paintShin(part, limbs, middle, radii, lower);
        paintThigh(part, limbs, upper);
    }

    void thigh(Part part, Limbs limbs) {
        Shape upper = upper(leg(limbs), legRadii());
        canvas.outline(List.of(upper));
        paintThigh(part, limbs, upper);
    }

    void shin(Part part, Limbs limbs) {
        List<Position> middle = leg(limbs);
        Shape lower = lower(middle, legRadii());
        canvas.outline(List.of(lower));
        paintShin(part, limbs, middle, legRadii(), lower);
    }

    private void paintThigh(Part part, Limbs limbs, Shape shape) {
        canvas.limb(
                part,
                palette.legs(),
                shape,
                limbs.hip().flat(),
                limbs.knee().flat(),
                build.leg()[0] * skeleton.scale());
    }

    private void paintShin(Part part, Limbs limbs, List<Position> middle, double[] radii, Shape shape) {
        Color colour = clothes.shorts() ? palette.skin() : palette.legs();
        Position knee = limbs.knee().flat();
        Position ankle = limbs.ankle().flat();
        double radius = build.leg()[2] * skeleton.scale();
        canvas.limb(part, colour, shape, knee, ankle, radius);
        if (clothes.boots() > 0) {
            int from = 2 * HALF - Math.max(2, (int) (HALF * clothes.boots()));
            double[] wide = new double[2 * HALF + 1 - from];
            for (int i = 0; i < wide.length; i++) {
                wide[i] = 1.12 * radii[from + i];
            }
            Shape boot = Tube.around(middle.subList(from, 2 * HALF + 1), wide);
            canvas.outline(List.of(boot));
            canvas.limb(part, palette.shoes(), boot, knee, ankle, radius);
        }
    }

    private List<Position> leg(Limbs limbs) {
        return Tube.bent(limbs.hip().flat(), limbs.knee().flat(), limbs.ankle().flat(), 0.8 * build.bend());
    }

    private double[] legRadii() {
        double[] radii = radii(build.leg());
        for (int i = 0; i < radii.length; i++) {
            double t = i / (2.0 * HALF);
            radii[i] *= 1 + clothes.trousersWiden() * t * t * t;
        }
        return radii;
    }

    private double[] radii(double[] three) {
        double[] radii = new double[2 * HALF + 1];
        for (int i = 0; i < radii.length; i++) {
            double t = (i % HALF) / (double) HALF;
            double radius = i == 2 * HALF
                    ? three[2]
                    : i < HALF ? three[0] + (three[1] - three[0]) * t : three[1] + (three[2] - three[1]) * t;
            radii[i] = radius * skeleton.scale();
        }
        return radii;
    }

    private static Shape upper(List<Position> middle, double[] radii) {
        return Tube.around(middle.subList(0, HALF + 1), java.util.Arrays.copyOfRange(radii, 0, HALF + 1));
    }

    private static Shape lower(List<Position> middle, double[] radii) {
        return Tube.around(middle.subList(HALF, 2 * HALF + 1), java.util.Arrays.copyOfRange(radii, HALF, 2 * HALF + 1));
    }
}
