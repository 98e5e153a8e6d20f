package org.magicanime.keypoint.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.inference.Model;
import org.magicanime.inference.Models;
import org.magicanime.inference.blaze.BlazeDetector;
import org.magicanime.inference.blaze.BodyPose;
import org.magicanime.inference.blaze.Detection;
import org.magicanime.inference.blaze.FaceLandmarks;
import org.magicanime.inference.blaze.FaceMesh;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Roi;
import org.magicanime.inference.picture.RoiSampler;
import org.magicanime.inference.picture.RoiSampler.Border;

/// The face of a body: looked for where it was in the frame before, else by the detector inside of the body's face
/// region, and there in several sizes, as the mesh is sensitive to size on drawings.
final class FaceModels implements AutoCloseable {
    static final List<String> IDS = List.of("face_detection_short_range", "face_landmark");

    private static final double LEAST_DETECTION = 0.5;
    private static final double CERTAIN = 0.9;
    private static final double[] LARGER = {1.15, 1.3};
    /// The detector's region has two thirds that are no face.
    private static final double WITHOUT_DETECTION = 0.5;

    private final BlazeDetector reader = BlazeDetector.face();
    private final Model detector;
    private final Model mesh;
    private final RoiSampler toDetector = new RoiSampler(reader.size(), reader.size(), Border.BLACK, -1, 1);
    private final RoiSampler toMesh = new RoiSampler(FaceLandmarks.SIZE, FaceLandmarks.SIZE, Border.REPLICATE, 0, 1);

    FaceModels(Models models) {
        detector = models.open(IDS.get(0));
        mesh = models.open(IDS.get(1));
    }

    /// @param before the face in the frame before, if there was one
    /// @return the best try, however bad
    FaceMesh find(Picture picture, BodyPose pose, @Nullable FaceMesh before) {
        if (before != null) {
            FaceMesh followed = mesh(picture, before.next());
            if (followed.score() >= CERTAIN) {
                return followed;
            }
        }
        Roi region = region(picture, pose);
        FaceMesh best = mesh(picture, region);
        for (double size : LARGER) {
            FaceMesh tried = mesh(picture, region.grown(size, 0));
            if (tried.score() > best.score()) {
                best = tried;
            }
        }
        FaceMesh again = mesh(picture, best.next());
        return again.score() >= best.score() ? again : best;
    }

    /// @param shown the part of the picture that is looked at: the model sees faces from a quarter of its side on
    /// @return best first; in units of `shown`
    List<Detection> detect(Picture picture, Roi shown) {
        toDetector.sample(picture, shown, detector.input("input"));
        detector.run();
        return reader.read(detector.output("regressors"), detector.output("classificators"), LEAST_DETECTION);
    }

    private Roi region(Picture picture, BodyPose pose) {
        Roi shown = FaceLandmarks.detectorRegion(pose);
        List<Detection> found = detect(picture, shown);
        return found.isEmpty() ? shown.grown(WITHOUT_DETECTION, 0) : FaceLandmarks.region(found.getFirst(), shown);
    }

    private FaceMesh mesh(Picture picture, Roi region) {
        toMesh.sample(picture, region, mesh.input("input_1"));
        mesh.run();
        return FaceLandmarks.read(mesh.output("conv2d_21"), mesh.output("conv2d_31"), region);
    }

    @Override
    public void close() {
        detector.close();
        mesh.close();
    }
}
