package org.magicanime.inference.blaze;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.magicanime.inference.picture.Point;

/// Reads a detector of the BlazeFace family: anchors of SSD, one class, weighted suppression.
///
/// After the graphs of google-ai-edge/mediapipe (`SsdAnchorsCalculator`, `TensorsToDetectionsCalculator`,
/// `NonMaxSuppressionCalculator` with WEIGHTED).
public final class BlazeDetector {
    private static final double SAME = 0.3;
    /// Logits beyond it are as good as certain; they reach -300, where the exponential ends.
    private static final double LARGEST_LOGIT = 100;
    private static final int BOX_VALUES = 4;

    private final int size;
    private final int points;
    private final double[] anchors;

    private BlazeDetector(int size, int points, int... strides) {
        this.size = size;
        this.points = points;
        this.anchors = anchors(size, strides);
    }

    /// `pose_detection`: hip centre, full-body scale point, shoulder centre, upper-body scale point.
    public static BlazeDetector pose() {
        return new BlazeDetector(224, 4, 8, 16, 32, 32, 32);
    }

    /// `palm_detection_full`: wrist, MCP of index, middle, ring and little finger, CMC and MCP of the thumb.
    public static BlazeDetector palm() {
        return new BlazeDetector(192, 7, 8, 16, 16, 16);
    }

    /// `face_detection_short_range`: left and right eye as one sees them, nose, mouth, left and right ear.
    public static BlazeDetector face() {
        return new BlazeDetector(128, 6, 8, 16, 16, 16);
    }

    /// Centres of all anchors, x and y in turn: for each run of equal strides a grid, row by row, and in each cell two
    /// anchors for each layer of the run.
    private static double[] anchors(int size, int... strides) {
        List<Double> centres = new ArrayList<>();
        int layer = 0;
        while (layer < strides.length) {
            int end = layer;
            while (end < strides.length && strides[end] == strides[layer]) {
                end++;
            }
            int cells = size / strides[layer];
            int perCell = 2 * (end - layer);
            for (int cell = 0; cell < cells * cells; cell++) {
                for (int i = 0; i < perCell; i++) {
                    centres.add((cell % cells + 0.5) / cells);
                    centres.add((cell / cells + 0.5) / cells);
                }
            }
            layer = end;
        }
        return centres.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// Side of the square input, in pixels.
    public int size() {
        return size;
    }

    int anchorCount() {
        return anchors.length / 2;
    }

    /// @param boxes `[1, anchors, 4 + 2 · points]`, in input pixels, relative to the anchors
    /// @param logits `[1, anchors, 1]`
    /// @param least score from which an anchor counts, alone or in a group
    /// @return best first; anchors that overlap are one detection, their mean weighted by score
    public List<Detection> read(FloatBuffer boxes, FloatBuffer logits, double least) {
        List<Detection> candidates = new ArrayList<>();
        for (int anchor = 0; anchor < anchorCount(); anchor++) {
            double score = score(logits.get(anchor));
            if (score >= least) {
                candidates.add(decode(boxes, anchor, score));
            }
        }
        candidates.sort(Comparator.comparingDouble(Detection::score).reversed());
        List<Detection> found = new ArrayList<>();
        while (!candidates.isEmpty()) {
            Detection best = candidates.getFirst();
            List<Detection> group = candidates.stream()
                    .filter(other -> other == best || best.overlap(other) > SAME)
                    .toList();
            candidates.removeAll(group);
            found.add(mean(best.score(), group));
        }
        return found;
    }

    private static double score(double logit) {
        return 1 / (1 + Math.exp(-Math.clamp(logit, -LARGEST_LOGIT, LARGEST_LOGIT)));
    }

    private Detection decode(FloatBuffer boxes, int anchor, double score) {
        int at = anchor * (BOX_VALUES + 2 * points);
        double anchorX = anchors[2 * anchor];
        double anchorY = anchors[2 * anchor + 1];
        double x = boxes.get(at) / size + anchorX;
        double y = boxes.get(at + 1) / size + anchorY;
        double halfWidth = boxes.get(at + 2) / size / 2;
        double halfHeight = boxes.get(at + 3) / size / 2;
        List<Point> keyPoints = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            int point = at + BOX_VALUES + 2 * i;
            keyPoints.add(new Point(boxes.get(point) / size + anchorX, boxes.get(point + 1) / size + anchorY));
        }
        return new Detection(score, x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight, keyPoints);
    }

    private Detection mean(double score, List<Detection> group) {
        double weight = group.stream().mapToDouble(Detection::score).sum();
        double left = 0;
        double top = 0;
        double right = 0;
        double bottom = 0;
        double[] x = new double[points];
        double[] y = new double[points];
        for (Detection one : group) {
            double share = one.score() / weight;
            left += share * one.left();
            top += share * one.top();
            right += share * one.right();
            bottom += share * one.bottom();
            for (int i = 0; i < points; i++) {
                x[i] += share * one.points().get(i).x();
                y[i] += share * one.points().get(i).y();
            }
        }
        List<Point> keyPoints = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            keyPoints.add(new Point(x[i], y[i]));
        }
        return new Detection(score, left, top, right, bottom, keyPoints);
    }
}
