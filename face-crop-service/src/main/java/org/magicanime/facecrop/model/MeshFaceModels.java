package org.magicanime.facecrop.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.magicanime.facecrop.domain.FaceModels;
import org.magicanime.facecrop.domain.FaceSighting;
import org.magicanime.inference.Model;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.Models;
import org.magicanime.inference.blaze.BlazeDetector;
import org.magicanime.inference.blaze.FaceLandmarks;
import org.magicanime.inference.blaze.FaceMesh;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;
import org.magicanime.inference.picture.RoiSampler;
import org.magicanime.inference.picture.RoiSampler.Border;

/// MediaPipe's short-range face detector, and its face mesh or a landmark model that a user has. For one thread at a
// time.
public final class MeshFaceModels implements FaceModels, AutoCloseable {
    private static final String DETECTOR = "face_detection_short_range";
    private static final String MESH = "face_landmark";
    private static final double LEAST_DETECTION = 0.5;

    private final BlazeDetector reader = BlazeDetector.face();
    private final Model detector;
    private final Model mesh;
    private final RoiSampler toDetector = new RoiSampler(reader.size(), reader.size(), Border.BLACK, -1, 1);
    private final RoiSampler toMesh = new RoiSampler(FaceLandmarks.SIZE, FaceLandmarks.SIZE, Border.REPLICATE, 0, 1);
    private final @Nullable BroughtLandmarks brought;
    private final Map<String, String> parameters = new TreeMap<>();

    /// @param catalogue says the digests of the models
    /// @param models gives them
    /// @param landmarks id of a landmark model in place of the mesh, if there is one
    /// @throws IllegalArgumentException if the catalogue has no such landmark model
    public MeshFaceModels(ModelCatalogue catalogue, Models models, Optional<String> landmarks) {
        detector = models.open(DETECTOR);
        mesh = models.open(MESH);
        try {
            brought = landmarks.map(models::open).map(BroughtLandmarks::new).orElse(null);
        } catch (RuntimeException e) {
            detector.close();
            mesh.close();
            throw e;
        }
        for (String id : List.of(DETECTOR, landmarks.orElse(MESH))) {
            parameters.put("model." + id, catalogue.entry(id).sha256());
        }
    }

    @Override
    public FaceSighting look(Picture picture, Roi region) {
        if (brought != null) {
            return brought.look(picture, region);
        }
        toMesh.sample(picture, region, mesh.input("input_1"));
        mesh.run();
        FaceMesh face = FaceLandmarks.read(mesh.output("conv2d_21"), mesh.output("conv2d_31"), region);
        return new FaceSighting(face.score(), face.landmarks68(), face.next());
    }

    @Override
    public List<Roi> detect(Picture picture, Roi shown) {
        toDetector.sample(picture, shown, detector.input("input"));
        detector.run();
        return reader.read(detector.output("regressors"), detector.output("classificators"), LEAST_DETECTION).stream()
                .map(face -> FaceLandmarks.region(face, shown))
                .toList();
    }

    @Override
    public String appearanceMethod() {
        return FaceModels.SIGNATURE;
    }

    @Override
    public Optional<double[]> embedding(Picture picture, List<Point> points) {
        return Optional.empty();
    }

    @Override
    public Map<String, String> parameters() {
        return Map.copyOf(parameters);
    }

    @Override
    public void close() {
        detector.close();
        mesh.close();
        if (brought != null) {
            brought.close();
        }
    }
}
