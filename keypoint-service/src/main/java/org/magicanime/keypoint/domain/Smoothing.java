package org.magicanime.keypoint.domain;

import java.util.ArrayList;
import java.util.List;

/// Takes the models' trembling out of points without moving one that is right.
///
/// A parabola is laid through five drawings (Savitzky and Golay 1964, quadratic, window 5), so that a point
/// which moves steadily, or speeds up steadily, stays where it is, and nothing lags behind. A frame that holds
/// the drawing before it gets the points of that drawing, and is no drawing of its own. No point moves further
/// than {@link #MOST} of the region: what moves more is a movement.
final class Smoothing {
    /// In sides of the region that the pose model was shown; its trembling on a still drawing is below this.
    static final double MOST = 0.01;

    private static final int REACH = 2;
    private static final double[] WEIGHTS = {-3 / 35.0, 12 / 35.0, 17 / 35.0, 12 / 35.0, -3 / 35.0};

    private Smoothing() {}

    /// @param frames neighbours in one span
    /// @return as many bodies
    static List<WholeBody> smooth(List<FrameEstimate> frames) {
        List<FrameEstimate> drawings = new ArrayList<>();
        int[] drawing = new int[frames.size()];
        for (int i = 0; i < frames.size(); i++) {
            if (i == 0 || !frames.get(i).held()) {
                drawings.add(frames.get(i));
            }
            drawing[i] = drawings.size() - 1;
        }
        List<WholeBody> smooth = new ArrayList<>();
        for (int i = 0; i < drawings.size(); i++) {
            smooth.add(smooth(drawings, i));
        }
        List<WholeBody> result = new ArrayList<>();
        for (int of : drawing) {
            result.add(smooth.get(of));
        }
        return result;
    }

    private static WholeBody smooth(List<FrameEstimate> drawings, int at) {
        WholeBody raw = drawings.get(at).body();
        WholeBody body = raw.copy();
        if (at < REACH || at + REACH >= drawings.size()) {
            return body;
        }
        double most = MOST * drawings.get(at).measures().regionSide();
        for (int point = 0; point < WholeBody.POINTS; point++) {
            double x = 0;
            double y = 0;
            boolean seen = true;
            for (int i = -REACH; i <= REACH; i++) {
                WholeBody other = drawings.get(at + i).body();
                seen &= other.isSeen(point);
                x += WEIGHTS[i + REACH] * other.x(point);
                y += WEIGHTS[i + REACH] * other.y(point);
            }
            if (seen && Math.hypot(x - raw.x(point), y - raw.y(point)) <= most) {
                body.set(point, x, y, raw.confidence(point));
            }
        }
        return body;
    }
}
