package org.magicanime.drawing.random;

import java.util.ArrayList;
import java.util.List;
import org.magicanime.drawing.Hand;
import org.magicanime.drawing.KnownPoint;
import org.magicanime.drawing.Position;

/// The 133 points of a character, and which of them are seen, read off the picture of parts.
final class TruthPoints {
    private final CharacterDrawing drawn;
    private final CharacterDesign design;
    private final int[] parts;
    private final int size;
    private final Frame frame;
    private final List<KnownPoint> points = new ArrayList<>(133);

    private TruthPoints(CharacterDrawing drawn, CharacterDesign design, int[] parts, int size, Frame frame) {
        this.drawn = drawn;
        this.design = design;
        this.parts = parts;
        this.size = size;
        this.frame = frame;
    }

    /// @param parts numbers of {@link Part}, row by row
    /// @param size pixels of both sides
    /// @param frame what of it is the film's picture
    static List<KnownPoint> of(CharacterDrawing drawn, CharacterDesign design, int[] parts, int size, Frame frame) {
        TruthPoints truth = new TruthPoints(drawn, design, parts, size, frame);
        truth.body();
        truth.feet();
        truth.face();
        truth.hand(drawn.leftHand(), Part.LEFT_HAND, Part.LEFT_ARM);
        truth.hand(drawn.rightHand(), Part.RIGHT_HAND, Part.RIGHT_ARM);
        return List.copyOf(truth.points);
    }

    private void body() {
        HeadShape head = drawn.head();
        boolean eyes = !design.head().hidden();
        add(head.noseTip(), true, Part.NOSE, Part.FACE);
        add(head.eye(1), eyes, Part.FACE, Part.NOSE);
        add(head.eye(-1), eyes, Part.FACE, Part.NOSE);
        add(head.ear(1), true, Part.EARS, Part.FACE);
        add(head.ear(-1), true, Part.EARS, Part.FACE);
        Limbs left = drawn.skeleton().left();
        Limbs right = drawn.skeleton().right();
        // A shoulder or hip of the far side is behind the trunk, although the trunk is what is seen there.
        Skeleton s = drawn.skeleton();
        double far = -0.55;
        boolean leftNear = s.trunk().x().z() > far;
        boolean rightNear = -s.trunk().x().z() > far;
        boolean leftHipNear = s.pelvis().x().z() > far;
        boolean rightHipNear = -s.pelvis().x().z() > far;
        add(left.shoulder(), leftNear, Part.LEFT_ARM, Part.TRUNK);
        add(right.shoulder(), rightNear, Part.RIGHT_ARM, Part.TRUNK);
        add(left.elbow(), true, Part.LEFT_ARM, Part.LEFT_HAND);
        add(right.elbow(), true, Part.RIGHT_ARM, Part.RIGHT_HAND);
        add(left.wrist(), true, Part.LEFT_ARM, Part.LEFT_HAND);
        add(right.wrist(), true, Part.RIGHT_ARM, Part.RIGHT_HAND);
        add(left.hip(), leftHipNear, Part.LEFT_LEG, Part.TRUNK, Part.SKIRT);
        add(right.hip(), rightHipNear, Part.RIGHT_LEG, Part.TRUNK, Part.SKIRT);
        add(left.knee(), true, Part.LEFT_LEG);
        add(right.knee(), true, Part.RIGHT_LEG);
        add(left.ankle(), true, Part.LEFT_LEG, Part.LEFT_FOOT);
        add(right.ankle(), true, Part.RIGHT_LEG, Part.RIGHT_FOOT);
    }

    private void feet() {
        Foot left = drawn.leftFoot();
        add(left.bigToe(), true, Part.LEFT_FOOT);
        add(left.smallToe(), true, Part.LEFT_FOOT);
        add(left.heel(), true, Part.LEFT_FOOT, Part.LEFT_LEG);
        Foot right = drawn.rightFoot();
        add(right.bigToe(), true, Part.RIGHT_FOOT);
        add(right.smallToe(), true, Part.RIGHT_FOOT);
        add(right.heel(), true, Part.RIGHT_FOOT, Part.RIGHT_LEG);
    }

    private void face() {
        HeadShape head = drawn.head();
        List<Spot> spots = new ArrayList<>(head.contour());
        spots.addAll(head.brow(-1));
        spots.addAll(head.brow(1));
        nose(head, spots);
        spots.addAll(lids(head, -1));
        spots.addAll(lids(head, 1));
        spots.addAll(head.lips(12, design.head().lips() ? 0.035 : 0.006));
        spots.addAll(head.lips(8, 0));
        for (Spot spot : spots) {
            add(spot, !design.head().hidden(), Part.FACE, Part.NOSE);
        }
    }

    private static void nose(HeadShape head, List<Spot> spots) {
        HeadDesign design = head.design();
        Spot root = head.face(0, design.eyeY());
        Spot tip = head.noseTip();
        for (int i = 0; i < 4; i++) {
            double share = i / 3.0;
            spots.add(new Spot(
                    root.at().towards(tip.at(), share), root.facing() + (tip.facing() - root.facing()) * share));
        }
        double[] place = head.nosePlace();
        double half = Math.max(0.05, 0.9 * design.nose());
        for (int i = -2; i <= 2; i++) {
            double out = i / 2.0;
            double deep = place[1] - (0.04 + 0.6 * design.nose()) * (0.4 + 0.6 * Math.abs(out));
            Vec at = head.at(out * half, place[0] + 0.55 * design.nose(), Math.max(0.3, deep));
            spots.add(new Spot(at, head.turn().of(new Vec(out, 0.2, 1).unit()).z()));
        }
    }

    /// Six places around an eye, from its corner at the picture's left over the upper lid.
    private static List<Spot> lids(HeadShape head, int side) {
        HeadDesign design = head.design();
        double high = design.eyeHigh() * design.open() * 0.9;
        double x = side * design.eyeSpace();
        double wide = design.eyeWide();
        double y = design.eyeY();
        return List.of(
                head.face(x - wide, y),
                head.face(x - 0.4 * wide, y - high),
                head.face(x + 0.4 * wide, y - high),
                head.face(x + wide, y),
                head.face(x + 0.4 * wide, y + high),
                head.face(x - 0.4 * wide, y + high));
    }

    private void hand(Hand hand, Part part, Part arm) {
        Clothes clothes = design.clothes();
        boolean fingers = !clothes.wings()
                && (clothes.hands() == Clothes.Hands.FOUR_FINGERS || clothes.hands() == Clothes.Hands.FIVE_FINGERS);
        boolean four = clothes.hands() == Clothes.Hands.FOUR_FINGERS;
        for (int i = 0; i < Hand.POINTS; i++) {
            // A hand of four fingers has no little one: its points are those of the last finger, and not seen.
            boolean little = i > 16;
            Position place = hand.points().get(four && little ? i - 4 : i);
            if (i == 0) {
                add(place, true, part, arm);
            } else {
                add(place, fingers && !(four && little), part);
            }
        }
    }

    private void add(Spot spot, boolean shown, Part... own) {
        add(spot.flat(), shown && spot.facing() > 0, own);
    }

    private void add(Vec place, boolean shown, Part... own) {
        add(place.flat(), shown, own);
    }

    private void add(Position place, boolean shown, Part... own) {
        int column = (int) Math.floor(place.x());
        int row = (int) Math.floor(place.y());
        if (!frame.contains(place.x(), place.y())) {
            points.add(new KnownPoint(place.x(), place.y(), KnownPoint.ABSENT));
            return;
        }
        boolean seen = false;
        // A joint at the very rim of its limb counts: rounding may put it one pixel outside.
        for (int dy = -1; dy <= 1 && shown && !seen; dy++) {
            for (int dx = -1; dx <= 1 && !seen; dx++) {
                seen = is(column + dx, row + dy, own);
            }
        }
        points.add(new KnownPoint(place.x(), place.y(), seen ? KnownPoint.VISIBLE : KnownPoint.HIDDEN));
    }

    private boolean is(int column, int row, Part... own) {
        if (column < 0 || row < 0 || column >= size || row >= size) {
            return false;
        }
        int part = parts[row * size + column] & 0xFF;
        for (Part one : own) {
            if (one.ordinal() == part) {
                return true;
            }
        }
        return false;
    }
}
