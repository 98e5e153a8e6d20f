package org.magicanime.inference.person;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/// Reads RTMDet (OpenMMLab) with one class, as far as its heads.
public final class RtmdetReader {
    private static final double SAME = 0.6;

    private RtmdetReader() {}

    /// @param logits for each grid, finest first: `[1, 1, n, n]`
    /// @param distances for each grid: `[1, 4, n, n]`, to the left, upper, right and lower edge, in input pixels
    /// @param side of the square input, in pixels
    /// @param scale input pixels for one of the picture
    /// @param least score that counts
    /// @return best first
    public static List<PersonBox> read(
            List<FloatBuffer> logits, List<FloatBuffer> distances, int side, double scale, double least) {
        List<PersonBox> boxes = new ArrayList<>();
        for (int grid = 0; grid < logits.size(); grid++) {
            FloatBuffer scores = logits.get(grid);
            FloatBuffer edges = distances.get(grid);
            int cells = (int) Math.round(Math.sqrt(scores.limit()));
            int area = cells * cells;
            int stride = side / cells;
            for (int cell = 0; cell < area; cell++) {
                double score = 1 / (1 + Math.exp(-scores.get(cell)));
                if (score >= least) {
                    // A prior is its cell's corner, not its middle.
                    double x = (double) (cell % cells) * stride;
                    double y = (double) (cell / cells) * stride;
                    boxes.add(new PersonBox(
                            score,
                            (x - edges.get(cell)) / scale,
                            (y - edges.get(area + cell)) / scale,
                            (x + edges.get(2 * area + cell)) / scale,
                            (y + edges.get(3 * area + cell)) / scale));
                }
            }
        }
        return PersonBox.suppressed(boxes, SAME);
    }
}
