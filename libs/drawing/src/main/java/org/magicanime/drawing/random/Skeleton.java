package org.magicanime.drawing.random;

import java.util.List;

/// Where the joints of a body are, as the viewer sees them.
///
/// @param scale pixels in the height of the body when it stands
/// @param hips middle between the hips
/// @param neck middle between the shoulders
/// @param head middle of the head
/// @param pelvis how the hips are turned
/// @param trunk how the trunk is turned
/// @param face how the head is turned
/// @param left the person's own left side
record Skeleton(
        double scale, Vec hips, Vec neck, Vec head, Turn pelvis, Turn trunk, Turn face, Limbs left, Limbs right) {

    /// At the origin, of height 1.
    static Skeleton of(Build build, BodyPose pose, Turn view) {
        Turn trunk = view.after(pose.trunk());
        Turn face = trunk.after(pose.head());
        Vec neck = trunk.of(0, -build.trunk(), 0);
        // A head turns about its jaw rather than about its chin, and its chin is somewhat below the shoulders' line.
        Vec head = neck.plus(trunk.of(0, -build.neck() - 0.1 * build.head(), 0))
                .plus(face.of(0, -0.29 * build.head(), 0.02 * build.head()));
        return new Skeleton(
                1,
                Vec.ZERO,
                neck,
                head,
                view,
                trunk,
                face,
                limbs(build, pose.leftArm(), pose.leftLeg(), pose.toes(), view, trunk, neck, 1),
                limbs(build, pose.rightArm(), pose.rightLeg(), pose.toes(), view, trunk, neck, -1));
    }

    private static Limbs limbs(
            Build build, Vec[] arm, Vec[] leg, double toes, Turn view, Turn trunk, Vec neck, int side) {
        double drop = Math.min(build.arm()[0] * 0.8, build.trunk() * 0.2);
        Vec shoulder = neck.plus(trunk.of(side * (build.shoulder() - 0.35 * build.arm()[0]), drop, 0));
        Vec upper = trunk.of(side * arm[0].x(), arm[0].y(), arm[0].z());
        Vec fore = trunk.of(side * arm[1].x(), arm[1].y(), arm[1].z());
        Vec elbow = outside(build, trunk, neck, shoulder.plus(upper, build.upperArm()), build.arm()[1]);
        Vec wrist = outside(build, trunk, neck, elbow.plus(fore, build.forearm()), build.arm()[2]);
        Vec hip = view.of(side * build.hip(), 0, 0);
        Vec thigh = view.of(side * leg[0].x(), leg[0].y(), leg[0].z());
        Vec shin = view.of(side * leg[1].x(), leg[1].y(), leg[1].z());
        Vec knee = hip.plus(thigh, build.thigh());
        Vec ankle = knee.plus(shin, build.shin());
        double out = Math.toRadians(toes);
        Vec forwards = view.of(side * Math.sin(out), 0.05, Math.cos(out));
        // A foot is square to its shin, as far as an ankle lets it.
        Vec foot = forwards.plus(shin, -0.85 * forwards.dot(shin)).unit();
        return new Limbs(shoulder, elbow, wrist, wrist.minus(elbow).unit(), hip, knee, ankle, foot);
    }

    /// A joint of an arm, moved to the trunk's surface where it would be within the trunk.
    private static Vec outside(Build build, Turn trunk, Vec neck, Vec joint, double radius) {
        Vec from = joint.minus(neck);
        double down = from.dot(trunk.y()) / build.trunk();
        if (down < 0 || down > 1.15) {
            return joint;
        }
        int section = (int) Math.round(Math.min(1, down) * (Build.SECTIONS - 1));
        double width = build.width()[section] + 0.5 * radius;
        double depth = build.depth()[section] + 0.8 * radius;
        double x = from.dot(trunk.x());
        double z = from.dot(trunk.z()) - build.forward()[section];
        double inside = Math.hypot(x / width, z / depth);
        if (inside >= 1) {
            return joint;
        }
        double away = Math.sqrt(Math.max(0, 1 - (x / width) * (x / width))) * depth;
        // What is beside the trunk moves sideways, what is in front of it or behind moves on.
        if (Math.abs(x) / width > 0.8 && Math.abs(z) / depth < 0.5) {
            return joint.plus(trunk.x(), Math.signum(x) * width - x);
        }
        return joint.plus(trunk.z(), Math.copySign(away, z) - z);
    }

    Skeleton placed(double factor, Vec shift) {
        return new Skeleton(
                scale * factor,
                hips.times(factor).plus(shift),
                neck.times(factor).plus(shift),
                head.times(factor).plus(shift),
                pelvis,
                trunk,
                face,
                left.placed(factor, shift),
                right.placed(factor, shift));
    }

    List<Vec> joints() {
        return List.of(
                head,
                hips,
                neck,
                left.shoulder(),
                left.elbow(),
                left.wrist(),
                left.hip(),
                left.knee(),
                left.ankle(),
                right.shoulder(),
                right.elbow(),
                right.wrist(),
                right.hip(),
                right.knee(),
                right.ankle());
    }
}
