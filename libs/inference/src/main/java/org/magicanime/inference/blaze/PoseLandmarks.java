package org.magicanime.inference.blaze;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;

/// Reads `pose_landmark_full`, with the points moved to where its heat maps are warm.
///
/// After the graphs of google-ai-edge/mediapipe (`TensorsToLandmarksCalculator`, `RefineLandmarksFromHeatmapCalculator`
/// with a kernel of 7, `pose_landmarks_to_roi`).
public final class PoseLandmarks {
    /// Side of the square input, in pixels.
    public static final int SIZE = 256;

    private static final int POINTS = 39;
    private static final int BODY_POINTS = 33;
    private static final int VALUES = 5;
    private static final int CELLS = 64;
    private static final int REACH = 3;
    private static final double WARM = 0.5;
    private static final double MARGIN = 1.25;
    private static final double UPWARDS = Math.PI / 2;

    private PoseLandmarks() {}

    /// The region for the landmark model.
    ///
    /// @param body of {@link BlazeDetector#pose()}
    /// @param shown the region that the detector was shown
    public static Roi region(Detection body, Roi shown) {
        Point hips = onPicture(body.points().get(0), shown);
        Point scale = onPicture(body.points().get(1), shown);
        return region(hips, scale);
    }

    private static Point onPicture(Point point, Roi shown) {
        return shown.toPicture(point.x(), point.y());
    }

    /// @param hips the middle between the hips, in pixels of the picture
    /// @param scale the point above them on a circle around the body
    public static Roi region(Point hips, Point scale) {
        return Roi.square(hips, 2 * hips.distanceTo(scale) * MARGIN, Roi.rotation(hips, scale, UPWARDS));
    }

    /// @param landmarks `[1, 195]`: x, y, z in input pixels, logits of visibility and presence, of 39 points
    /// @param score `[1, 1]`: 0 to 1
    /// @param heat `[1, 64, 64, 39]`: logits
    /// @param region what the model was shown
    public static BodyPose read(FloatBuffer landmarks, FloatBuffer score, FloatBuffer heat, Roi region) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            Point refined = refined(i, landmarks.get(i * VALUES), landmarks.get(i * VALUES + 1), heat);
            points.add(region.toPicture(refined.x() / SIZE, refined.y() / SIZE));
        }
        List<BodyPose.Landmark> body = new ArrayList<>();
        for (int i = 0; i < BODY_POINTS; i++) {
            body.add(new BodyPose.Landmark(
                    points.get(i), sigmoid(landmarks.get(i * VALUES + 3)), sigmoid(landmarks.get(i * VALUES + 4))));
        }
        return new BodyPose(score.get(0), body, region(points.get(BODY_POINTS), points.get(BODY_POINTS + 1)));
    }

    /// The mean of the cells around a point, weighted by their warmth, unless all are cold.
    ///
    /// @return input pixels
    private static Point refined(int point, double x, double y, FloatBuffer heat) {
        int column = (int) (x / SIZE * CELLS);
        int row = (int) (y / SIZE * CELLS);
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        double warmest = 0;
        for (int r = Math.max(0, row - REACH); r <= Math.min(CELLS - 1, row + REACH); r++) {
            for (int c = Math.max(0, column - REACH); c <= Math.min(CELLS - 1, column + REACH); c++) {
                double warmth = sigmoid(heat.get((r * CELLS + c) * POINTS + point));
                warmest = Math.max(warmest, warmth);
                sum += warmth;
                sumX += c * warmth;
                sumY += r * warmth;
            }
        }
        if (warmest < WARM) {
            return new Point(x, y);
        }
        double pixels = (double) SIZE / CELLS;
        return new Point(sumX / sum * pixels, sumY / sum * pixels);
    }

    private static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
