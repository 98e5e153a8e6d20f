package org.magicanime.drawing.random;

import java.util.ArrayList;
import java.util.List;

/// Where in the square a character is, and how large.
final class Placement {
    private Placement() {}

    /// @param size pixels of the square
    static Skeleton any(CharacterDesign design, int size, Chance chance) {
        Skeleton skeleton = design.skeleton();
        double head = design.build().head();
        Limbs left = skeleton.left();
        Limbs right = skeleton.right();
        List<Vec> around = new ArrayList<>();
        around.add(skeleton.head().plus(skeleton.face().y(), -0.65 * head));
        around.add(skeleton.head().plus(new Vec(0.5 * head, 0.5 * head, 0)));
        around.add(skeleton.head().plus(new Vec(-0.5 * head, 0.5 * head, 0)));
        double roomy = chance.between(1.0, 2.4);
        switch (chance.weighted(66, 20, 7, 7)) {
            case 1 -> {
                around.addAll(List.of(left.shoulder(), right.shoulder(), left.elbow(), right.elbow(), skeleton.hips()));
                roomy = chance.between(0.9, 1.7);
            }
            case 2 -> {
                around.addAll(List.of(left.shoulder(), right.shoulder()));
                roomy = chance.between(1.0, 1.7);
            }
            case 3 -> {
                around.addAll(skeleton.joints());
                roomy = chance.between(0.6, 1.0);
            }
            default -> {
                around.addAll(skeleton.joints());
                around.add(left.ankle().plus(left.foot(), design.build().foot()));
                around.add(right.ankle().plus(right.foot(), design.build().foot()));
                around.add(left.wrist().plus(left.hand(), design.build().hand()));
                around.add(right.wrist().plus(right.hand(), design.build().hand()));
                around.add(left.ankle().plus(new Vec(0, 0.05, 0)));
                around.add(right.ankle().plus(new Vec(0, 0.05, 0)));
            }
        }
        return fitted(skeleton, around, size, roomy, 0.05 + 0.06 * (roomy - 1), chance);
    }

    /// @param off how far from the middle, in sides of the square
    static Skeleton fitted(Skeleton skeleton, List<Vec> around, int size, double roomy, double off, Chance chance) {
        double left = around.stream().mapToDouble(Vec::x).min().orElseThrow();
        double right = around.stream().mapToDouble(Vec::x).max().orElseThrow();
        double top = around.stream().mapToDouble(Vec::y).min().orElseThrow();
        double bottom = around.stream().mapToDouble(Vec::y).max().orElseThrow();
        double longest = Math.max(right - left, bottom - top) + 0.03;
        double scale = size / (longest * roomy);
        Vec middle = new Vec((left + right) / 2, (top + bottom) / 2, 0);
        Vec target = new Vec(size * (0.5 + chance.normal(off)), size * (0.5 + chance.normal(off)), 0);
        return skeleton.placed(scale, target.minus(middle.times(scale)));
    }
}
