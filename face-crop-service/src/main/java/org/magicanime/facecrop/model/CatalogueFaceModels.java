package org.magicanime.facecrop.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.magicanime.facecrop.domain.FaceModels;
import org.magicanime.facecrop.domain.FaceSighting;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.Models;
import org.magicanime.inference.blaze.FaceDetector;
import org.magicanime.inference.blaze.FaceLandmarks;
import org.magicanime.inference.blaze.FaceMeshModel;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;

/// MediaPipe's short-range face detector, and its face mesh or a landmark model that a user has. For one thread at a
/// time.
public final class CatalogueFaceModels implements FaceModels, AutoCloseable {
    private final FaceDetector detector;
    private final Landmarker landmarker;
    private final Map<String, String> parameters;

    /// @param catalogue says the digests of the models
    /// @param models gives them
    /// @param landmarks id of a landmark model in place of the mesh, if there is one
    /// @throws IllegalArgumentException if the catalogue has no such landmark model
    public CatalogueFaceModels(ModelCatalogue catalogue, Models models, Optional<String> landmarks) {
        landmarker = landmarks
                .<Landmarker>map(id -> new BroughtLandmarks(models.open(id)))
                .orElseGet(() -> new MeshLandmarks(models));
        detector = new FaceDetector(models);
        String chosen = landmarks.orElse(FaceMeshModel.ID);
        parameters = Map.of(
                "model." + FaceDetector.ID,
                catalogue.entry(FaceDetector.ID).sha256(),
                "model." + chosen,
                catalogue.entry(chosen).sha256());
    }

    @Override
    public FaceSighting look(Picture picture, Roi region) {
        return landmarker.look(picture, region);
    }

    @Override
    public List<Roi> detect(Picture picture, Roi shown) {
        return detector.detect(picture, shown).stream()
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
        return parameters;
    }

    @Override
    public void close() {
        landmarker.close();
        detector.close();
    }
}
