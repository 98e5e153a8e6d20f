package org.magicanime.inference.person;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A person, as a detector sees one.
///
/// @param score 0 to 1
/// @param left pixels of the picture; may lie outside of it
/// @param top likewise
/// @param right likewise
/// @param bottom likewise
public record PersonBox(double score, double left, double top, double right, double bottom) {

    /// Intersection over union.
    public double overlap(PersonBox other) {
        double width = Math.min(right, other.right) - Math.max(left, other.left);
        double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        if (width <= 0 || height <= 0) {
            return 0;
        }
        double shared = width * height;
        return shared / (area() + other.area() - shared);
    }

    private double area() {
        return (right - left) * (bottom - top);
    }

    /// Greedy suppression: of boxes that overlap more than `most`, the best stays.
    ///
    /// @return best first
    static List<PersonBox> suppressed(List<PersonBox> boxes, double most) {
        List<PersonBox> kept = new ArrayList<>();
        boxes.stream()
                .sorted(Comparator.comparingDouble(PersonBox::score).reversed())
                .filter(box -> kept.stream().noneMatch(better -> better.overlap(box) > most))
                .forEach(kept::add);
        return kept;
    }
}
