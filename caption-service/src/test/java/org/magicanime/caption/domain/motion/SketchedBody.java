package org.magicanime.caption.domain.motion;

import java.util.ArrayList;
import java.util.List;
import org.magicanime.contracts.FrameSpan;

/// A body of sticks with a torso of 100 pixels, which faces the viewer: its own left is at the picture's right. Each
/// frame is posed by moving joints; what is not moved stands.
final class SketchedBody {
    static final int RATE = 24;
    private static final double MIDDLE = 400;
    private static final double SHOULDERS = 200;

    private final List<float[]> frames = new ArrayList<>();
    private float[] now = new float[0];

    /// Poses one frame.
    interface Posing {
        void pose(SketchedBody body, double seconds);
    }

    static KeypointSeries of(double seconds, Posing posing) {
        SketchedBody body = new SketchedBody();
        int frames = (int) Math.round(seconds * RATE);
        for (int frame = 0; frame < frames; frame++) {
            body.stand();
            posing.pose(body, (double) frame / RATE);
            body.frames.add(body.now);
        }
        float[] values = new float[frames * KeypointSeries.POINTS * KeypointSeries.VALUES];
        for (int frame = 0; frame < frames; frame++) {
            System.arraycopy(body.frames.get(frame), 0, values, frame * body.now.length, body.now.length);
        }
        return new KeypointSeries(new FrameSpan(0, frames), RATE, values);
    }

    private void stand() {
        now = new float[KeypointSeries.POINTS * KeypointSeries.VALUES];
        put(Body.NOSE, 0, -45);
        for (int side = 1; side >= -1; side -= 2) {
            int other = side > 0 ? 0 : 1;
            put(1 + other, side * 10, -52);
            put(3 + other, side * 24, -48);
            put(5 + other, side * 31, 0);
            put(7 + other, side * 38, 57);
            put(9 + other, side * 40, 107);
            put(11 + other, side * 16, 100);
            put(13 + other, side * 17, 176);
            put(15 + other, side * 18, 251);
        }
    }

    /// @param right of the body's middle, in hundredths of the torso
    /// @param down from the shoulders
    SketchedBody put(int point, double right, double down) {
        int at = point * KeypointSeries.VALUES;
        now[at] = (float) (MIDDLE + right);
        now[at + 1] = (float) (SHOULDERS + down);
        now[at + 2] = 0.9f;
        return this;
    }

    /// Not seen.
    SketchedBody hide(int point) {
        int at = point * KeypointSeries.VALUES;
        now[at] = 0;
        now[at + 1] = 0;
        now[at + 2] = 0;
        return this;
    }

    /// Everything.
    SketchedBody move(double right, double down) {
        for (int point = 0; point < KeypointSeries.POINTS; point++) {
            int at = point * KeypointSeries.VALUES;
            if (now[at + 2] > 0) {
                now[at] += (float) right;
                now[at + 1] += (float) down;
            }
        }
        return this;
    }

    /// About the middle of the hips, clockwise as one sees it.
    SketchedBody tilt(double degrees) {
        double sine = Math.sin(Math.toRadians(degrees));
        double cosine = Math.cos(Math.toRadians(degrees));
        for (int point = 0; point < KeypointSeries.POINTS; point++) {
            int at = point * KeypointSeries.VALUES;
            if (now[at + 2] > 0) {
                double x = now[at] - MIDDLE;
                double y = now[at + 1] - SHOULDERS - 100;
                now[at] = (float) (MIDDLE + cosine * x - sine * y);
                now[at + 1] = (float) (SHOULDERS + 100 + sine * x + cosine * y);
            }
        }
        return this;
    }
}
