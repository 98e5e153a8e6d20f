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
final class BroughtLandmarks implements Landmarker {
    private static final String DRAWN = "landmark-heat-maps-28";
    private static final int LANDMARKS = 68;
    private static final int LEFT_CORNER = 36;
    private static final int RIGHT_CORNER = 45;
    /// Of the next region, in sizes of the face, as for the face mesh.
    private static final double AROUND = 1.5;

    private final Model model;
    private final boolean drawn;
    private final LandmarkReader reader;
    private final PictureInput shown;

    /// @param model belongs to this, which closes it, also where it is refused
    /// @throws IllegalArgumentException naming the model, if the catalogue says that it is something else
    BroughtLandmarks(Model model) {
        try {
            reader = reader(model.entry());
            shown = new PictureInput(model.entry().inputs().getFirst(), Border.REPLICATE);
        } catch (IllegalArgumentException e) {
            model.close();
            throw e;
        }
        this.model = model;
        this.drawn = model.entry().decoder().equals(DRAWN);
    }

    private static LandmarkReader reader(ModelEntry entry) {
        if (entry.inputs().size() != 1 || entry.outputs().size() != 1) {
            throw new IllegalArgumentException("model '" + entry.id() + "' has "
                    + entry.inputs().size() + " inputs and " + entry.outputs().size()
                    + " outputs; a landmark model has one of each");
        }
        TensorSpec output = entry.outputs().getFirst();
        return switch (entry.decoder()) {
            case "landmark-heat-maps-68" -> heatMaps(output, LANDMARKS);
            case DRAWN -> heatMaps(output, DrawnFacePoints.POINTS);
            case "landmark-points-68" -> new PointReader(LANDMARKS);
            default ->
                throw new IllegalArgumentException("model '" + entry.id() + "' has the decoder '" + entry.decoder()
                        + "'; landmark models have 'landmark-heat-maps-68', '" + DRAWN
                        + "' or 'landmark-points-68'");
        };
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

    @Override
    public FaceSighting look(Picture picture, Roi region) {
        shown.show(
                picture, region, model.input(model.entry().inputs().getFirst().name()));
        model.run();
        SeenLandmarks seen =
                reader.read(model.output(model.entry().outputs().getFirst().name()), region);
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
