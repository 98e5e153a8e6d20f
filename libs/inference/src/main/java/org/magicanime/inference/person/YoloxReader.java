package org.magicanime.inference.person;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/// Reads YOLOX (Megvii), trained on COCO: one row for each cell of three grids, not decoded by the model.
public final class YoloxReader {
    private static final int[] STRIDES = {8, 16, 32};
    private static final int VALUES = 85;
    private static final int OBJECT = 4;
    private static final int PERSON = 5;
    /// COCO's birds, cats, dogs, horses, sheep, cows, elephants, bears, zebras and giraffes.
    private static final int FIRST_ANIMAL = PERSON + 14;

    private static final int LAST_ANIMAL = PERSON + 23;
    private static final double SAME = 0.45;

    private YoloxReader() {}

    /// @param rows `[1, cells, 85]`: centre in cells, logarithms of the sides in cells, objectness, 80 classes
    /// @param side of the square input, in pixels
    /// @param scale input pixels for one of the picture
    /// @param least score that counts
    /// @return best first
    public static List<PersonBox> read(FloatBuffer rows, int side, double scale, double least) {
        List<PersonBox> boxes = new ArrayList<>();
        int at = 0;
        for (int stride : STRIDES) {
            int cells = side / stride;
            for (int cell = 0; cell < cells * cells; cell++, at += VALUES) {
                double score = (double) rows.get(at + OBJECT) * rows.get(at + PERSON);
                if (score >= least) {
                    double x = (rows.get(at) + cell % cells) * stride / scale;
                    double y = (rows.get(at + 1) + cell / cells) * stride / scale;
                    double halfWidth = Math.exp(rows.get(at + 2)) * stride / scale / 2;
                    double halfHeight = Math.exp(rows.get(at + 3)) * stride / scale / 2;
                    boxes.add(new PersonBox(score, x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight));
                }
            }
        }
        return PersonBox.suppressed(boxes, SAME);
    }

    /// @param rows as above
    /// @return 0 to 1: the score of the animal that is seen best, of whatever kind; 0 if a person is seen better
    public static double bestAnimal(FloatBuffer rows) {
        double animal = 0;
        double person = 0;
        for (int at = 0; at < rows.limit(); at += VALUES) {
            double object = rows.get(at + OBJECT);
            person = Math.max(person, object * rows.get(at + PERSON));
            for (int kind = FIRST_ANIMAL; kind <= LAST_ANIMAL; kind++) {
                animal = Math.max(animal, object * rows.get(at + kind));
            }
        }
        return animal > person ? animal : 0;
    }
}
