package org.magicanime.facecrop.model;

import org.magicanime.facecrop.domain.FaceSighting;
import org.magicanime.inference.Model;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.TensorSpec;
import org.magicanime.inference.landmark.DrawnFacePoints;
import org.magicanime.inference.landmark.HeatMapReader;
import org.magicanime.inference.landmark.LandmarkReader;
import org.magicanime.inference.landmark.PointReader;
import org.magicanime.inference.landmark.SeenLandmarks;
import org.magicanime.inference.picture.Bounds;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.PictureInput;
import org.magicanime.inference.picture.Roi;
import org.magicanime.inference.picture.RoiSampler.Border;

/// A landmark model that a user has put into the catalogue: one picture in, one output, read as its decoder says:
/// `landmark-heat-maps-68`, `landmark-heat-maps-28` (nets for drawn faces), `landmark-points-68`.
final class BroughtLandmarks implements AutoCloseable {
    private static final int LANDMARKS = 68;
    private static final int LEFT_CORNER = 36;
    private static final int RIGHT_CORNER = 45;
    /// Of the next region, in sizes of the face, as for the face mesh.
    private static final double AROUND = 1.5;

    private final Model model;
    private final String input;
    private final String output;
    private final boolean drawn;
    private final LandmarkReader reader;
    private final PictureInput shown;

    /// @throws IllegalArgumentException naming the model, if the catalogue says that it is something else
    BroughtLandmarks(Model model) {
        ModelEntry entry = model.entry();
        if (entry.inputs().size() != 1 || entry.outputs().size() != 1) {
            throw new IllegalArgumentException(
                    "model '" + entry.id() + "' has " + entry.inputs().size() + " inputs and "
                            + entry.outputs().size() + " outputs; a landmark model has one of each");
        }
        TensorSpec from = entry.outputs().getFirst();
        this.model = model;
        this.input = entry.inputs().getFirst().name();
        this.output = from.name();
        this.drawn = entry.decoder().equals("landmark-heat-maps-28");
        this.reader = switch (entry.decoder()) {
            case "landmark-heat-maps-68" -> heatMaps(from, LANDMARKS);
            case "landmark-heat-maps-28" -> heatMaps(from, DrawnFacePoints.POINTS);
            case "landmark-points-68" -> new PointReader(LANDMARKS);
            default ->
                throw new IllegalArgumentException("model '" + entry.id() + "' has the decoder '"
                        + entry.decoder()
                        + "'; landmark models have 'landmark-heat-maps-68', 'landmark-heat-maps-28' or "
                        + "'landmark-points-68'");
        };
        this.shown = new PictureInput(entry.inputs().getFirst(), Border.REPLICATE);
    }

    private static HeatMapReader heatMaps(TensorSpec output, int points) {
        if (output.shape().size() != 4 || output.shape().get(1) != points) {
            throw new IllegalArgumentException("the output '" + output.name() + "' has the shape " + output.shape()
                    + ", not that of " + points + " heat maps");
        }
        return new HeatMapReader(
                points,
                Math.toIntExact(output.shape().get(3)),
                Math.toIntExact(output.shape().get(2)));
    }

    FaceSighting look(Picture picture, Roi region) {
        shown.show(picture, region, model.input(input));
        model.run();
        SeenLandmarks seen = reader.read(model.output(output), region);
        if (drawn) {
            seen = DrawnFacePoints.landmarks68(seen);
        }
        double roll = Roi.rotation(seen.points().get(LEFT_CORNER), seen.points().get(RIGHT_CORNER), 0);
        Roi next = Bounds.of(seen.points()).turned(roll).grown(AROUND, 0);
        return new FaceSighting(seen.score(), seen.points(), next);
    }

    @Override
    public void close() {
        model.close();
    }
}
