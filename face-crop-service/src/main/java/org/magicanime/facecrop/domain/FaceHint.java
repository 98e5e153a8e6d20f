package org.magicanime.facecrop.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.magicanime.inference.picture.Bounds;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;

/// Where the body says that its face is, in one frame.
///
/// @param body as the keypoint stage saw it, or guessed it where `bridged`
/// @param bridged whether the points are interpolated between neighbours
record FaceHint(BodyPoints body, boolean bridged) {
    private static final double SEEN = 0.5;
    /// Of what the landmarker looks at, after google-ai-edge/mediapipe's `face_landmarks_to_roi`.
    private static final double AROUND_LANDMARKS = 1.5;
    /// Of what the detector looks at, in sizes of nose, eyes and ears, after its `pose_to_face_roi`.
    private static final double AROUND_HEAD = 3;

    private static final int LEFT_CORNER = 36;
    private static final int RIGHT_CORNER = 45;

    /// What the landmarker is to look at, if the keypoint stage saw the whole face.
    ///
    /// @param scale pixels of the film for one of the pictures
    Optional<Roi> face(double scale) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < Landmarks.POINTS; i++) {
            if (body.confidence(BodyPoints.FACE + i) <= 0) {
                return Optional.empty();
            }
            points.add(point(BodyPoints.FACE + i, scale));
        }
        double roll = Roi.rotation(points.get(LEFT_CORNER), points.get(RIGHT_CORNER), 0);
        return Optional.of(Bounds.of(points).turned(roll).grown(AROUND_LANDMARKS, 0));
    }

    /// What a detector is to look at, if nose and eyes were seen.
    Optional<Roi> head(double scale) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < BodyPoints.HEAD_POINTS; i++) {
            if (body.confidence(i) >= SEEN) {
                points.add(point(i, scale));
            } else if (i <= BodyPoints.RIGHT_EYE) {
                return Optional.empty();
            }
        }
        double roll = Roi.rotation(point(BodyPoints.RIGHT_EYE, scale), point(BodyPoints.LEFT_EYE, scale), 0);
        return Optional.of(Bounds.of(points).turned(roll).grown(AROUND_HEAD, 0));
    }

    /// The share of a hand's points that lie on the face: of the hand with more of them there.
    double handOver(Landmarks face) {
        double most = 0;
        for (int hand = 0; hand < 2; hand++) {
            int inside = 0;
            for (int i = 0; i < BodyPoints.HAND_POINTS; i++) {
                int at = BodyPoints.LEFT_HAND + hand * BodyPoints.HAND_POINTS + i;
                if (body.confidence(at) >= SEEN && face.surrounds(body.x(at), body.y(at))) {
                    inside++;
                }
            }
            most = Math.max(most, (double) inside / BodyPoints.HAND_POINTS);
        }
        return bridged ? 0 : most;
    }

    /// Pixels of the picture, as models count them: there the middle of the first one is (0, 0).
    private Point point(int i, double scale) {
        return new Point(body.x(i) / scale - 0.5, body.y(i) / scale - 0.5);
    }
}
