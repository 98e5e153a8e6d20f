package org.magicanime.testkit.drawn;

import java.awt.Color;
import java.awt.MultipleGradientPaint.ColorSpaceType;
import java.awt.MultipleGradientPaint.CycleMethod;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// Draws a person from the front around a skeleton: legs, pelvis, neck, torso, arms, hands, head.
final class PersonDrawing {
    private static final double[] ARM = {0.19, 0.145, 0.095};
    private static final double[] LEG = {0.30, 0.20, 0.13};
    private static final double SLEEVE = 0.20;
    private static final double NECK = 0.22;
    private static final double LONGEST_LIFT = 2;

    private final Easel easel;
    private final Skeleton skeleton;
    private final Figure figure;
    private final double u;

    PersonDrawing(Easel easel, Skeleton skeleton, Figure figure) {
        this.easel = easel;
        this.skeleton = skeleton;
        this.figure = figure;
        this.u = skeleton.unit();
    }

    void draw(HeadDrawing head, Pose pose, Position ground) {
        if (figure.kind() == Figure.Kind.SOLID) {
            shadow(ground, pose.lift());
        }
        head.behind();
        boolean sits = pose.leftLeg().thighLength() < 0.6;
        if (sits) {
            seat();
        }
        leg(Part.RIGHT_LEG, skeleton.right());
        leg(Part.LEFT_LEG, skeleton.left());
        pelvis();
        neck();
        torso();
        if (sits) {
            lap(Part.RIGHT_LEG, skeleton.right());
            lap(Part.LEFT_LEG, skeleton.left());
        }
        arm(Part.RIGHT_ARM, skeleton.right());
        arm(Part.LEFT_ARM, skeleton.left());
        new HandDrawing(easel, figure, Part.RIGHT_HAND).draw(skeleton.right());
        new HandDrawing(easel, figure, Part.LEFT_HAND).draw(skeleton.left());
        head.front();
    }

    private void shadow(Position ground, double lift) {
        double width = 1.25 * u;
        double dark = 110 * (1 - Math.min(1, lift / LONGEST_LIFT));
        Color middle = new Color(0, 0, 0, (int) dark);
        AffineTransform flat = AffineTransform.getTranslateInstance(ground.x() + 0.15 * u, ground.y() - 0.06 * u);
        flat.scale(1, 0.2);
        Shape ellipse = flat.createTransformedShape(Outlines.ellipse(new Position(0, 0), width, width));
        easel.flat(
                Part.SHADOW,
                new RadialGradientPaint(
                        new Point2D.Double(0, 0),
                        (float) Math.max(0.1, width),
                        new Point2D.Double(0, 0),
                        new float[] {0, 1},
                        new Color[] {middle, new Color(0, 0, 0, 0)},
                        CycleMethod.NO_CYCLE,
                        ColorSpaceType.SRGB,
                        flat),
                ellipse);
    }

    private void seat() {
        Position left = skeleton.left().hip();
        Position right = skeleton.right().hip();
        double down = skeleton.left().ankle().y() + Skeleton.ANKLE_TO_SOLE * u;
        Color wood = new Color(150, 104, 66);
        double top = left.y() + 0.2 * u;
        easel.round(
                Part.SEAT,
                wood,
                Outlines.polygon(List.of(
                        new Position(right.x() - 0.75 * u, top),
                        new Position(left.x() + 0.75 * u, top),
                        new Position(left.x() + 0.75 * u, down - 0.25 * u),
                        new Position(right.x() - 0.75 * u, down - 0.25 * u))));
    }

    private void leg(Part part, Skeleton.Limbs limbs) {
        easel.limbs(
                part,
                figure.colours().trousers(),
                List.of(limbs.hip(), limbs.knee(), limbs.ankle()),
                LEG[0] * u,
                LEG[1] * u,
                LEG[2] * u);
        foot(part, limbs);
    }

    /// A thigh that points at the viewer is in front of the torso.
    private void lap(Part part, Skeleton.Limbs limbs) {
        easel.limbs(
                part, figure.colours().trousers(), List.of(limbs.hip(), limbs.knee()), LEG[0] * u, 1.25 * LEG[1] * u);
    }

    private void foot(Part part, Skeleton.Limbs limbs) {
        Position ankle = limbs.ankle();
        double side = limbs.side() * u;
        easel.round(
                part,
                figure.colours().shoes(),
                Outlines.smooth(List.of(
                        ankle.plus(-0.15 * side, 0.04 * u),
                        ankle.plus(0.14 * side, 0.04 * u),
                        ankle.plus(0.24 * side, 0.16 * u),
                        ankle.plus(0.42 * side, 0.22 * u),
                        ankle.plus(0.40 * side, 0.34 * u),
                        ankle.plus(0.10 * side, Skeleton.ANKLE_TO_SOLE * u),
                        ankle.plus(-0.15 * side, 0.32 * u),
                        ankle.plus(-0.18 * side, 0.16 * u))));
    }

    private void pelvis() {
        easel.round(
                Part.PELVIS,
                figure.colours().trousers(),
                Outlines.smooth(mirrored(
                        hips(),
                        new Position(0.58, -0.40),
                        new Position(0.64, -0.05),
                        new Position(0.58, 0.25),
                        new Position(0.12, 0.42))));
    }

    private void neck() {
        Position chin = skeleton.head().chin();
        Position below = shoulders().plus(0, 0.05 * u);
        easel.limbs(Part.NECK, figure.colours().skin(), List.of(chin.plus(0, -0.3 * u), below), NECK * u, NECK * u);
    }

    private void torso() {
        double top = (shoulders().y() - hips().y()) / u;
        easel.round(
                Part.TORSO,
                figure.colours().top(),
                Outlines.smooth(mirrored(
                        hips(),
                        new Position(0.10, top - 0.08),
                        new Position(0.26, top - 0.17),
                        new Position(0.52, top - 0.08),
                        new Position(0.72, top + 0.08),
                        new Position(0.66, top + 0.55),
                        new Position(0.56, top + 1.0),
                        new Position(0.49, -0.72),
                        new Position(0.55, -0.30),
                        new Position(0.62, 0.0),
                        new Position(0.40, 0.08))));
    }

    private Position hips() {
        return skeleton.left().hip().towards(skeleton.right().hip(), 0.5);
    }

    private Position shoulders() {
        return skeleton.left().shoulder().towards(skeleton.right().shoulder(), 0.5);
    }

    /// @param rightHalf from top to bottom, in units from the origin
    private List<Position> mirrored(Position origin, Position... rightHalf) {
        List<Position> points = new ArrayList<>();
        for (Position point : rightHalf) {
            points.add(origin.plus(point.x() * u, point.y() * u));
        }
        for (int i = rightHalf.length - 1; i >= 0; i--) {
            points.add(origin.plus(-rightHalf[i].x() * u, rightHalf[i].y() * u));
        }
        return points;
    }

    private void arm(Part part, Skeleton.Limbs limbs) {
        easel.limbs(part, figure.colours().skin(), List.of(limbs.elbow(), limbs.wrist()), ARM[1] * u, ARM[2] * u);
        easel.limbs(
                part,
                figure.colours().top(),
                List.of(limbs.shoulder(), limbs.elbow()),
                SLEEVE * u,
                (ARM[1] + 0.015) * u);
    }
}
