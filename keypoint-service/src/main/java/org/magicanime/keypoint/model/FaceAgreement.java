package org.magicanime.keypoint.model;

import java.util.List;
import org.magicanime.inference.blaze.BodyPose;
import org.magicanime.inference.blaze.FaceMesh;
import org.magicanime.inference.picture.Point;

/// Whether two models see the face in the same place. The mesh is sure of itself also where it lies beside a face that
/// is turned away by half: there it goes on to where the hidden cheek is not, and its nose with it.
final class FaceAgreement {
    /// Of the face's height, between the two noses. On frames of Tears of Steel and Sintel that were looked at, meshes
    /// that lie on the face have up to 0.22, those beside it 0.23 to 0.31; drawn faces have less.
    static final double FARTHEST = 0.225;

    private static final int NOSE_OF_BODY = 0;
    /// iBUG's number of the tip.
    private static final int NOSE_OF_FACE = 30;

    private FaceAgreement() {}

    static boolean isOneFace(BodyPose pose, FaceMesh face) {
        return distance(pose, face) <= FARTHEST;
    }

    /// In heights of the face.
    static double distance(BodyPose pose, FaceMesh face) {
        List<Point> points = face.landmarks68();
        double top = points.stream().mapToDouble(Point::y).min().orElseThrow();
        double bottom = points.stream().mapToDouble(Point::y).max().orElseThrow();
        Point nose = pose.landmarks().get(NOSE_OF_BODY).point();
        return nose.distanceTo(points.get(NOSE_OF_FACE)) / Math.max(1, bottom - top);
    }
}
