package org.magicanime.inference.blaze;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.inference.picture.Bounds;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;

/// Reads `hand_recrop` and `hand_landmark_full`, and says where to look for a hand.
///
/// After the graphs of google-ai-edge/mediapipe (`hand_landmarks_from_pose_to_recrop_roi`,
/// `hand_recrop_by_roi`, `hand_landmarks_to_rect`).
public final class HandLandmarks {
    /// Side of the square input of `hand_recrop`, in pixels.
    public static final int RECROP_SIZE = 256;

    /// Side of the square input of `hand_landmark_full`, in pixels.
    public static final int SIZE = 224;

    private static final int POINTS = 21;
    private static final int VALUES = 3;
    private static final double UPWARDS = Math.PI / 2;
    private static final int[] PALM = {0, 1, 2, 3, 5, 6, 9, 10, 13, 14, 17, 18};

    private HandLandmarks() {}

    /// A side of the body, as the body's owner has it.
    public enum Side {
        LEFT(15, 17, 19),
        RIGHT(16, 18, 20);

        private final int wrist;
        private final int little;
        private final int index;

        Side(int wrist, int little, int index) {
            this.wrist = wrist;
            this.little = little;
            this.index = index;
        }
    }

    /// Where `hand_recrop` looks.
    public static Roi recropRegion(BodyPose pose, Side side) {
        return recropRegion(point(pose, side.wrist), point(pose, side.little), point(pose, side.index));
    }

    private static Point point(BodyPose pose, int landmark) {
        return pose.landmarks().get(landmark).point();
    }

    /// @param wrist pixels of the picture
    /// @param little knuckle of the little finger
    /// @param index knuckle of the index finger
    static Roi recropRegion(Point wrist, Point little, Point index) {
        Point middle = new Point((2 * index.x() + little.x()) / 3, (2 * index.y() + little.y()) / 3);
        return Roi.square(middle, 2 * middle.distanceTo(wrist), Roi.rotation(wrist, middle, UPWARDS))
                .grown(2.7, -0.1);
    }

    /// Where `hand_landmark_full` looks.
    ///
    /// @param points `[1, 1, 1, 4]`: centre, and a point on its circle, in input pixels of `hand_recrop`
    /// @param region what `hand_recrop` was shown
    public static Roi region(FloatBuffer points, Roi region) {
        Point centre = region.toPicture(points.get(0) / RECROP_SIZE, points.get(1) / RECROP_SIZE);
        Point scale = region.toPicture(points.get(2) / RECROP_SIZE, points.get(3) / RECROP_SIZE);
        return Roi.square(centre, 2 * centre.distanceTo(scale), Roi.rotation(centre, scale, -UPWARDS))
                .grown(1, -0.1);
    }

    /// @param landmarks `[1, 63]`: x, y, z of 21 points in input pixels
    /// @param presence `[1, 1]`: 0 to 1
    /// @param region what the model was shown
    public static HandPose read(FloatBuffer landmarks, FloatBuffer presence, Roi region) {
        List<Point> points = new ArrayList<>(POINTS);
        for (int i = 0; i < POINTS; i++) {
            points.add(region.toPicture(landmarks.get(i * VALUES) / SIZE, landmarks.get(i * VALUES + 1) / SIZE));
        }
        return new HandPose(presence.get(0), points, next(points));
    }

    /// Around wrist and knuckles, whichever way they point; fingers move too fast.
    private static Roi next(List<Point> points) {
        Point knuckles = points.get(5).middleTo(points.get(13)).middleTo(points.get(9));
        double rotation = Roi.rotation(points.get(0), knuckles, UPWARDS);
        Roi upright = new Roi(0, 0, 1, 1, rotation);
        List<Point> palm = new ArrayList<>();
        for (int point : PALM) {
            palm.add(upright.toRoi(points.get(point)));
        }
        Roi box = Bounds.of(palm).turned(rotation);
        Point centre = upright.toPicture(box.cx(), box.cy());
        return new Roi(centre.x(), centre.y(), box.width(), box.height(), rotation).grown(2, -0.1);
    }
}
