package org.magicanime.inference.blaze;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.inference.picture.Bounds;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;

/// Reads `face_landmark`, and says where to look for a face.
///
/// After the graphs of google-ai-edge/mediapipe (`face_landmarks_to_roi`, `face_detection_front_detection_to_roi` of
/// holistic tracking, `pose_to_face_roi`).
public final class FaceLandmarks {
    /// Side of the square input, in pixels.
    public static final int SIZE = 192;

    private static final int POINTS = 468;
    private static final int VALUES = 3;
    private static final int RIGHT_CORNER = 33;
    private static final int LEFT_CORNER = 263;
    private static final int POSE_FACE_POINTS = 11;
    private static final int POSE_LEFT_EYE = 2;
    private static final int POSE_RIGHT_EYE = 5;

    private FaceLandmarks() {}

    /// Where the face detector looks, which sees nothing of use on a whole picture.
    public static Roi detectorRegion(BodyPose pose) {
        List<Point> face = pose.landmarks().subList(0, POSE_FACE_POINTS).stream()
                .map(BodyPose.Landmark::point)
                .toList();
        return Bounds.of(face)
                .turned(Roi.rotation(face.get(POSE_RIGHT_EYE), face.get(POSE_LEFT_EYE), 0))
                .grown(3, 0);
    }

    /// Where the mesh looks, from what the detector found.
    ///
    /// @param face of {@link BlazeDetector#face()}
    /// @param shown what the detector was shown
    public static Roi region(Detection face, Roi shown) {
        List<Point> points = face.points().stream()
                .map(point -> shown.toPicture(point.x(), point.y()))
                .toList();
        return Bounds.of(points)
                .turned(Roi.rotation(points.get(0), points.get(1), 0))
                .grown(2, -0.1);
    }

    /// @param mesh `[1, 1, 1, 1404]`: x, y, z of 468 points in input pixels
    /// @param logit `[1, 1, 1, 1]`: of a face
    /// @param region what the model was shown
    public static FaceMesh read(FloatBuffer mesh, FloatBuffer logit, Roi region) {
        List<Point> points = new ArrayList<>(POINTS);
        for (int i = 0; i < POINTS; i++) {
            points.add(region.toPicture(mesh.get(i * VALUES) / SIZE, mesh.get(i * VALUES + 1) / SIZE));
        }
        Roi next = Bounds.of(points)
                .turned(Roi.rotation(points.get(RIGHT_CORNER), points.get(LEFT_CORNER), 0))
                .grown(1.5, 0);
        return new FaceMesh(1 / (1 + Math.exp(-logit.get(0))), points, next);
    }
}
