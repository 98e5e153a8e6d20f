package org.magicanime.inference.person;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.magicanime.inference.picture.Bounds;

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
        return bounds().overlap(other.bounds());
    }

    private Bounds bounds() {
        return new Bounds(left, top, right, bottom);
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
