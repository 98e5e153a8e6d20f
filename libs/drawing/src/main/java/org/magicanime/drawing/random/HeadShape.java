package org.magicanime.drawing.random;

import java.util.ArrayList;
import java.util.List;
import org.magicanime.drawing.Position;

/// Where everything of a head is, in the picture. Its own coordinates have their origin in the middle of the head and
/// heads as their unit; x grows to the head's own left.
final class HeadShape {
    private static final double DEEP = 0.42;

    private final HeadDesign design;
    private final Vec middle;
    private final Turn turn;
    private final double size;
    private final Ellipsoid skull;
    private final Ellipsoid jaw;
    private final Ellipsoid muzzle;

    /// @param size height of the head, pixels
    HeadShape(HeadDesign design, Vec middle, Turn turn, double size) {
        this.design = design;
        this.middle = middle;
        this.turn = turn;
        this.size = size;
        boolean animal = design.kind().animal();
        skull = ball(0, animal ? -0.04 : -0.09, 0, design.wide(), animal ? 0.44 : 0.40, DEEP);
        double high = animal ? 0.24 : 0.25;
        jaw = ball(0, design.chin() - high, animal ? 0.02 : 0.07, design.jaw(), high, 0.31);
        muzzle = snout();
    }

    private Ellipsoid snout() {
        double snout = design.snout();
        return switch (design.kind()) {
            case HUMAN -> jaw;
            case SNOUTED -> ball(0, 0.13, 0.34 + 0.25 * snout, 0.17, 0.13, 0.12 + 0.5 * snout);
            case BEAKED -> ball(0, 0.12, 0.30, 0.16, 0.10, 0.12);
            default -> ball(0, 0.17, 0.28 + 0.4 * snout, 0.20 + 0.1 * design.mouthWide(), 0.15, 0.14 + 0.6 * snout);
        };
    }

    private Ellipsoid ball(double x, double y, double z, double a, double b, double c) {
        return new Ellipsoid(at(x, y, z), a * size, b * size, c * size, turn);
    }

    HeadDesign design() {
        return design;
    }

    double size() {
        return size;
    }

    Turn turn() {
        return turn;
    }

    Ellipsoid skull() {
        return skull;
    }

    Ellipsoid jaw() {
        return jaw;
    }

    Ellipsoid muzzle() {
        return muzzle;
    }

    /// Part of the muzzle that is the bottom one when the mouth is open.
    Ellipsoid chops() {
        double snout = design.snout();
        return ball(0, 0.20 + design.mouthOpen(), 0.22 + 0.3 * snout, 0.15, 0.10, 0.14 + 0.45 * snout);
    }

    Vec at(double x, double y, double z) {
        return middle.plus(turn.of(x * size, y * size, z * size));
    }

    /// How much the face as a whole faces the viewer.
    double facing() {
        return turn.z().z();
    }

    /// The place of the face that is at x, y when it is seen from the front.
    Spot face(double x, double y) {
        Spot onSkull = on(skull, x, y);
        Spot onJaw = on(jaw, x, y);
        if (onSkull == null && onJaw == null) {
            double away = x * Math.max(0.6, Math.min(1, design.wide() / Math.max(1e-6, Math.abs(x))));
            return new Spot(
                    at(away, y, 0.05),
                    turn.of(new Vec(Math.signum(x), 0, 0.2).unit()).z());
        }
        if (onSkull == null) {
            return java.util.Objects.requireNonNull(onJaw);
        }
        return onJaw == null || depth(onSkull) >= depth(onJaw) ? onSkull : onJaw;
    }

    /// As {@link #face}, on the muzzle where there is one.
    Spot mouth(double x, double y) {
        if (design.kind() == HeadDesign.Kind.HUMAN) {
            return face(x, y);
        }
        if (design.kind() == HeadDesign.Kind.BEAKED) {
            double out = Math.max(0, 1 - Math.abs(x) / 0.16);
            double z = 0.34 + design.snout() * out;
            return new Spot(
                    at(x, 0.12 + 0.5 * (y - design.mouthY()), z),
                    turn.of(new Vec(x * 5, 0, 1).unit()).z());
        }
        Spot spot = on(muzzle, x, Math.min(y, 0.30));
        return spot == null ? face(x, y) : spot;
    }

    private double depth(Spot spot) {
        return spot.at().minus(middle).dot(turn.z());
    }

    @org.jspecify.annotations.Nullable
    private Spot on(Ellipsoid ball, double x, double y) {
        Vec centre = ball.centre().minus(middle).times(1 / size);
        double ux = (x - centre.dot(turn.x())) * size / ball.a();
        double uy = (y - centre.dot(turn.y())) * size / ball.b();
        if (ux * ux + uy * uy > 1) {
            return null;
        }
        return new Spot(ball.front(ux, uy), ball.frontFacing(ux, uy));
    }

    /// The middle of an eye.
    ///
    /// @param side 1 its own left, -1 its own right
    Spot eye(int side) {
        return face(side * design.eyeSpace(), design.eyeY());
    }

    Spot ear(int side) {
        double x = side * design.wide() * 0.97;
        return new Spot(at(x, 0, -0.03), turn.x().z() * side * 0.9 + 0.35);
    }

    /// The tip of the nose.
    Spot noseTip() {
        double[] place = nosePlace();
        Vec at = at(0, place[0], place[1]);
        return new Spot(at, turn.z().z() + 0.35);
    }

    /// Height and depth of the tip of the nose.
    double[] nosePlace() {
        double nose = design.nose();
        return switch (design.kind()) {
            case HUMAN -> {
                double y = design.eyeY() + 0.5 * (design.mouthY() - design.eyeY()) + 0.02;
                double out =
                        switch (design.noseKind()) {
                            case LINE -> 0.03;
                            case BUTTON -> 0.4 * nose;
                            case BULB -> 1.1 * nose;
                            case LONG -> 2.6 * nose;
                            case WEDGE -> 0.9 * nose;
                        };
                yield new double[] {y, DEEP * 0.98 + out};
            }
            case SNOUTED -> new double[] {0.13, 0.34 + 0.25 * design.snout() + 0.12 + 0.5 * design.snout()};
            case BEAKED -> new double[] {0.11, 0.36 + 0.9 * design.snout()};
            default -> new double[] {0.09, 0.28 + 0.4 * design.snout() + 0.12 + 0.6 * design.snout()};
        };
    }

    /// The edge of an eye.
    ///
    /// @param wide share of the eye's width
    /// @param high share of its height
    List<Spot> eyeRing(int side, double wide, double high, int steps) {
        List<Spot> ring = new ArrayList<>(steps);
        for (int i = 0; i < steps; i++) {
            double angle = 2 * Math.PI * i / steps;
            ring.add(face(
                    side * design.eyeSpace() + wide * design.eyeWide() * Math.cos(angle),
                    design.eyeY() + high * design.eyeHigh() * Math.sin(angle)));
        }
        return ring;
    }

    /// Five places along a brow, from the picture's left when the face is seen from the front.
    List<Spot> brow(int side) {
        List<Spot> places = new ArrayList<>();
        double y = design.eyeY() - Math.max(0.05, design.eyeHigh()) - 0.045;
        double half = Math.max(0.07, design.eyeWide()) * 1.15;
        for (int i = -2; i <= 2; i++) {
            double along = i / 2.0;
            double inner = -side * along;
            places.add(face(
                    side * design.eyeSpace() + half * along,
                    y - 0.02 * (1 - along * along) + 0.08 * design.browTilt() * inner));
        }
        return places;
    }

    /// The contour from the temple at the picture's left over the chin, 17 places.
    List<Spot> contour() {
        List<Spot> places = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            double angle = Math.PI * (i - 8) / 16.0;
            double side = Math.sin(angle);
            double low = Math.cos(angle);
            double half = design.jaw() + (design.wide() - design.jaw()) * Math.pow(Math.abs(side), 3);
            double y = design.eyeY() + 0.04 + (design.chin() - 0.01 - design.eyeY() - 0.04) * Math.pow(low, 0.75);
            double z = 0.02 + 0.14 * low;
            places.add(new Spot(
                    at(side * half, y, z),
                    turn.of(new Vec(side, 0.2, 0.5).unit()).z()));
        }
        return places;
    }

    /// The edge of the mouth's opening or of the lips: eight or twelve places from the corner at the picture's left
    /// over the upper lip.
    ///
    /// @param count 8 or 12
    /// @param thick how far lips reach over the opening
    List<Spot> lips(int count, double thick) {
        List<Spot> places = new ArrayList<>();
        double half = design.mouthWide() * (1 - 0.25 * Math.min(1, design.mouthOpen() / 0.15)) * (count == 8 ? 0.9 : 1);
        for (int i = 0; i < count; i++) {
            double angle = Math.PI + 2 * Math.PI * i / count;
            double x = Math.cos(angle);
            double down = Math.sin(angle);
            double bow = -design.smile() * (x * x - 0.4);
            double reach = (down < 0 ? 0.3 : 0.7) * design.mouthOpen() + thick;
            places.add(mouth(half * x, design.mouthY() + bow + down * reach));
        }
        return places;
    }

    /// Height of the mouth's opening in distances between the eyes.
    double mouthOpening() {
        return design.mouthOpen() / (2 * design.eyeSpace());
    }

    static List<Position> flat(List<Spot> spots) {
        return spots.stream().map(Spot::flat).toList();
    }
}
