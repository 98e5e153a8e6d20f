package org.magicanime.keypoint.model;

import org.magicanime.inference.person.PersonBox;

/// Says whether two boxes are of one person.
final class Boxes {
    private static final double SAME = 0.5;
    /// This share of a box inside of another is a part of the same person.
    private static final double INSIDE = 0.9;

    private Boxes() {}

    static boolean areOne(PersonBox a, PersonBox b) {
        double width = Math.min(a.right(), b.right()) - Math.max(a.left(), b.left());
        double height = Math.min(a.bottom(), b.bottom()) - Math.max(a.top(), b.top());
        if (width <= 0 || height <= 0) {
            return false;
        }
        return a.overlap(b) > SAME || width * height >= INSIDE * Math.min(area(a), area(b));
    }

    private static double area(PersonBox box) {
        return (box.right() - box.left()) * (box.bottom() - box.top());
    }
}
