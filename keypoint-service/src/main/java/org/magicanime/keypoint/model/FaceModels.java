package org.magicanime.keypoint.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.inference.Models;
import org.magicanime.inference.blaze.BodyPose;
import org.magicanime.inference.blaze.Detection;
import org.magicanime.inference.blaze.FaceDetector;
import org.magicanime.inference.blaze.FaceLandmarks;
import org.magicanime.inference.blaze.FaceMesh;
import org.magicanime.inference.blaze.FaceMeshModel;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Roi;

/// The face of a body: looked for where it was in the frame before, else by the detector inside of the body's face
/// region, and there in several sizes, as the mesh is sensitive to size on drawings. A face that is followed is looked
/// for anew where it left that of the body.
final class FaceModels implements AutoCloseable {
    static final List<String> IDS = List.of(FaceDetector.ID, FaceMeshModel.ID);

    private static final double CERTAIN = 0.9;
    private static final double[] LARGER = {1.15, 1.3};
    /// The detector's region has two thirds that are no face.
    private static final double WITHOUT_DETECTION = 0.5;

    private final FaceDetector detector;
    private final FaceMeshModel mesh;

    FaceModels(Models models) {
        detector = new FaceDetector(models);
        mesh = new FaceMeshModel(models);
    }

    /// @param before the face in the frame before, if there was one
    /// @return the best try, however bad
    FaceMesh find(Picture picture, BodyPose pose, @Nullable FaceMesh before) {
        if (before != null) {
            FaceMesh followed = mesh.look(picture, before.next());
            if (followed.score() >= CERTAIN && FaceAgreement.isOneFace(pose, followed)) {
                return followed;
            }
        }
        Roi region = region(picture, pose);
        FaceMesh best = mesh.look(picture, region);
        for (double size : LARGER) {
            FaceMesh tried = mesh.look(picture, region.grown(size, 0));
            if (tried.score() > best.score()) {
                best = tried;
            }
        }
        FaceMesh again = mesh.look(picture, best.next());
        return again.score() >= best.score() ? again : best;
    }

    /// @param shown the part of the picture that is looked at
    /// @return see {@link FaceDetector}
    List<Detection> detect(Picture picture, Roi shown) {
        return detector.detect(picture, shown);
    }

    private Roi region(Picture picture, BodyPose pose) {
        Roi shown = FaceLandmarks.detectorRegion(pose);
        List<Detection> found = detect(picture, shown);
        return found.isEmpty() ? shown.grown(WITHOUT_DETECTION, 0) : FaceLandmarks.region(found.getFirst(), shown);
    }

    @Override
    public void close() {
        detector.close();
        mesh.close();
    }
}
