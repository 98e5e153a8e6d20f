package org.magicanime.testkit.drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.magicanime.drawing.Hand;
import org.magicanime.drawing.Position;
import org.magicanime.testkit.drawn.Appearance.Joint;

/// A person's 133 points in COCO-WholeBody's order.
final class Joints {
    private static final double FAR_TURN = 1.2;
    private static final int JAW = 17;

    private Joints() {}

    /// @param mittens whether fingers are inside of mittens
    static List<Joint> of(Skeleton skeleton, FaceShape face, boolean mittens) {
        List<Joint> joints = new ArrayList<>(CharacterTruth.POINTS);
        HeadFrame head = skeleton.head();
        joints.add(feature(head, face.noseTip()));
        joints.add(feature(head, face.eye(1)));
        joints.add(feature(head, face.eye(-1)));
        for (int side : new int[] {1, -1}) {
            boolean behindTheHead = side * head.pose().turn() >= FAR_TURN;
            joints.add(new Joint(head.toPicture(face.ear(side)), Part.EARS, behindTheHead));
        }
        both(joints, skeleton, Skeleton.Limbs::shoulder, Part.LEFT_ARM, Part.RIGHT_ARM);
        both(joints, skeleton, Skeleton.Limbs::elbow, Part.LEFT_ARM, Part.RIGHT_ARM);
        both(joints, skeleton, Skeleton.Limbs::wrist, Part.LEFT_HAND, Part.RIGHT_HAND);
        both(joints, skeleton, Skeleton.Limbs::hip, Part.TORSO, Part.TORSO);
        both(joints, skeleton, Skeleton.Limbs::knee, Part.LEFT_LEG, Part.RIGHT_LEG);
        both(joints, skeleton, Skeleton.Limbs::ankle, Part.LEFT_LEG, Part.RIGHT_LEG);
        foot(joints, skeleton.left(), skeleton.unit(), Part.LEFT_LEG);
        foot(joints, skeleton.right(), skeleton.unit(), Part.RIGHT_LEG);
        List<Position> landmarks = face.landmarks();
        for (int i = 0; i < landmarks.size(); i++) {
            joints.add(i < JAW ? seen(head.toPicture(landmarks.get(i)), Part.FACE) : feature(head, landmarks.get(i)));
        }
        hand(joints, skeleton.left().hand(), Part.LEFT_HAND, mittens);
        hand(joints, skeleton.right().hand(), Part.RIGHT_HAND, mittens);
        return joints;
    }

    private static void both(
            List<Joint> joints, Skeleton skeleton, Function<Skeleton.Limbs, Position> joint, Part left, Part right) {
        joints.add(seen(joint.apply(skeleton.left()), left));
        joints.add(seen(joint.apply(skeleton.right()), right));
    }

    private static void foot(List<Joint> joints, Skeleton.Limbs limbs, double unit, Part part) {
        joints.add(seen(limbs.bigToe(unit), part));
        joints.add(seen(limbs.smallToe(unit), part));
        joints.add(seen(limbs.heel(unit), part));
    }

    private static void hand(List<Joint> joints, Hand hand, Part part, boolean mittens) {
        for (int i = 0; i < hand.points().size(); i++) {
            joints.add(new Joint(hand.points().get(i), part, mittens && i > 0));
        }
    }

    /// A turn can move it to where it is not seen.
    private static Joint feature(HeadFrame head, Position inHeads) {
        return new Joint(head.toPicture(inHeads), Part.FACE, !FaceShape.shows(inHeads));
    }

    private static Joint seen(Position position, Part part) {
        return new Joint(position, part, false);
    }
}
