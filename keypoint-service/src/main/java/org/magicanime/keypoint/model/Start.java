package org.magicanime.keypoint.model;

import org.jspecify.annotations.Nullable;
import org.magicanime.inference.blaze.Detection;
import org.magicanime.inference.blaze.FaceLandmarks;
import org.magicanime.inference.blaze.PoseLandmarks;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;

/// Where a body is looked for first.
///
/// @param region what the pose model is shown
/// @param hips their middle, in pixels; null where only the face was seen
/// @param score 0 to 1: of the detection
record Start(Roi region, @Nullable Point hips, double score) {
    /// In heights of the face: from its middle to the hips, and the side of the region, as people are built. The pose
    /// model then corrects both by itself.
    private static final double TO_HIPS = 3;

    private static final double SIDE = 8.5;

    /// No hips are this near to the middle of a face, in its heights. In a close-up, the detector of bodies often
    /// sees a whole small one within the face.
    private static final double HIPS_IN_FACE = 1.5;

    static Start ofBody(Detection body, Roi shown) {
        return new Start(PoseLandmarks.region(body, shown), hips(body, shown), body.score());
    }

    static Start ofFace(Detection face, Roi shown) {
        Roi region = FaceLandmarks.region(face, shown);
        double height = height(face, shown);
        double x = region.cx() - TO_HIPS * height * Math.sin(region.rotation());
        double y = region.cy() + TO_HIPS * height * Math.cos(region.rotation());
        double side = SIDE * height;
        return new Start(new Roi(x, y, side, side, region.rotation()), null, face.score());
    }

    /// Whether what was detected as a body is a part of the face.
    static boolean isWithin(Detection body, Roi shownBody, Detection face, Roi shownFace) {
        Point middle = shownFace.toPicture((face.left() + face.right()) / 2, (face.top() + face.bottom()) / 2);
        return hips(body, shownBody).distanceTo(middle) < HIPS_IN_FACE * height(face, shownFace);
    }

    private static Point hips(Detection body, Roi shown) {
        Point hips = body.points().getFirst();
        return shown.toPicture(hips.x(), hips.y());
    }

    private static double height(Detection face, Roi shown) {
        return (face.bottom() - face.top()) * shown.height();
    }
}
