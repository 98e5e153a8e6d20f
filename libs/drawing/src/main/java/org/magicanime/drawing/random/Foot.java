package org.magicanime.drawing.random;

import java.util.List;
import org.magicanime.drawing.Position;

/// A foot in its shoe.
///
/// @param side 1: the left one, -1: the right one
record Foot(Vec heel, Vec bigToe, Vec smallToe, Ellipsoid back, Ellipsoid front, int side) {

    static Foot of(Limbs limbs, Build build, Skeleton skeleton, double big, int side) {
        double length = build.foot() * skeleton.scale();
        Vec along = limbs.foot();
        Vec shin = limbs.ankle().minus(limbs.knee()).unit();
        Vec down = shin.plus(along, -shin.dot(along)).unit();
        Vec across = down.cross(along).times(-1);
        Turn turn = new Turn(along.cross(down).times(-1), down, along);
        double thick = 0.26 * length * (0.7 + 0.5 * big);
        double low = 0.035 * skeleton.scale();
        Vec sole = limbs.ankle().plus(down, low);
        Vec heel = sole.plus(along, -0.22 * length);
        Vec toes = sole.plus(along, 0.72 * length);
        // Across points from the big toe to the small one.
        Vec out = across.times(Math.signum(across.dot(skeleton.pelvis().x())) * side);
        double half = 0.20 * length * (0.8 + 0.6 * big);
        return new Foot(
                heel,
                toes.plus(out, -0.5 * half),
                toes.plus(out, 0.6 * half).plus(along, -0.1 * length),
                new Ellipsoid(sole.plus(along, -0.05 * length), 0.16 * length, 0.75 * thick, 0.2 * length, turn),
                new Ellipsoid(sole.plus(along, 0.5 * length), half, thick * 0.9, 0.3 * length, turn),
                side);
    }

    List<Position> outline() {
        java.util.ArrayList<Position> points = new java.util.ArrayList<>(back.outline());
        points.addAll(front.outline());
        return Hull.of(points);
    }
}
