package org.magicanime.keypoint.model;

import java.util.List;
import org.magicanime.inference.Model;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.TensorSpec;
import org.magicanime.inference.blaze.BodyPose;
import org.magicanime.inference.picture.Bounds;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.PictureInput;
import org.magicanime.inference.picture.Roi;
import org.magicanime.inference.picture.RoiSampler.Border;
import org.magicanime.inference.simcc.SimccReader;
import org.magicanime.inference.simcc.SimccReader.ScoredPoint;
import org.magicanime.keypoint.domain.WholeBody;

/// A whole-body model that a user has put into the catalogue, with the decoder `simcc-133`: one picture in, 133 points
/// of COCO-WholeBody out, such as DWPose, RTMPose-wholebody and RTMW. It is shown the body that the starter models
/// found.
final class BroughtWholeBody implements AutoCloseable {
    static final String DECODER = "simcc-133";

    /// Around a person's box, as mmpose's `GetBBoxCenterScale` shows it.
    private static final double PADDING = 1.25;
    /// The landmarks end at the eyes: the head goes as far again above them as they are above the shoulders.
    private static final double ABOVE_EYES = 1;

    private static final int DIMENSIONS = 3;
    private static final int LEFT_EYE = 2;
    private static final int RIGHT_EYE = 5;
    private static final int LEFT_SHOULDER = 11;
    private static final int RIGHT_SHOULDER = 12;

    private final Model model;
    private final PictureInput shown;
    private final SimccReader reader;
    private final double aspect;

    /// @param model belongs to this, which closes it, also where it is refused
    /// @throws IllegalArgumentException naming the model, if the catalogue says that it is something else
    BroughtWholeBody(Model model) {
        try {
            ModelEntry entry = model.entry();
            requireWholeBody(entry);
            shown = new PictureInput(entry.inputs().getFirst(), Border.BLACK);
            List<Long> picture = entry.inputs().getFirst().shape();
            boolean planes = "NCHW".equals(entry.inputs().getFirst().layout());
            int rows = Math.toIntExact(picture.get(planes ? 2 : 1));
            int columns = Math.toIntExact(picture.get(planes ? 3 : 2));
            int bins = bins(entry, entry.outputs().get(0), columns);
            if (bins(entry, entry.outputs().get(1), rows) != bins) {
                throw new IllegalArgumentException("model '" + entry.id() + "' has other bins along x than along y");
            }
            reader = new SimccReader(WholeBody.POINTS, columns, rows, bins);
            aspect = (double) columns / rows;
        } catch (IllegalArgumentException e) {
            model.close();
            throw e;
        }
        this.model = model;
    }

    private static void requireWholeBody(ModelEntry entry) {
        if (!entry.decoder().equals(DECODER)) {
            throw new IllegalArgumentException("model '" + entry.id() + "' has the decoder '" + entry.decoder()
                    + "'; whole-body models have '" + DECODER + "'");
        }
        if (entry.inputs().size() != 1 || entry.outputs().size() != 2) {
            throw new IllegalArgumentException(
                    "model '" + entry.id() + "' has " + entry.inputs().size() + " inputs and "
                            + entry.outputs().size()
                            + " outputs; a whole-body model has one picture, and bins along x and along y");
        }
    }

    /// @return bins for each pixel of the input
    private static int bins(ModelEntry entry, TensorSpec output, int pixels) {
        List<Long> shape = output.shape();
        if (shape.size() != DIMENSIONS
                || shape.get(1) != WholeBody.POINTS
                || shape.get(2) < pixels
                || shape.get(2) % pixels != 0) {
            throw new IllegalArgumentException("model '" + entry.id() + "': the output '" + output.name()
                    + "' has the shape " + shape + ", not 133 rows of whole numbers of bins for " + pixels + " pixels");
        }
        return Math.toIntExact(shape.get(2) / pixels);
    }

    /// @return 133 points in pixels of the picture, in which the middle of a pixel is a whole number
    List<ScoredPoint> look(Picture picture, BodyPose pose) {
        Roi region = region(picture, pose);
        shown.show(
                picture, region, model.input(model.entry().inputs().getFirst().name()));
        model.run();
        return reader.read(
                model.output(model.entry().outputs().get(0).name()),
                model.output(model.entry().outputs().get(1).name()),
                region);
    }

    /// What such models are trained to see: the person's box inside of the picture, padded, in the input's proportions.
    Roi region(Picture picture, BodyPose pose) {
        Bounds points = Bounds.of(
                pose.landmarks().stream().map(BodyPose.Landmark::point).toList());
        double eyes = middle(pose, LEFT_EYE, RIGHT_EYE);
        double shoulders = middle(pose, LEFT_SHOULDER, RIGHT_SHOULDER);
        double above = Math.max(0, shoulders - eyes) * ABOVE_EYES;
        double left = Math.clamp(points.left(), 0, picture.width());
        double right = Math.clamp(points.right(), 0, picture.width());
        double top = Math.clamp(Math.min(points.top(), eyes - above), 0, picture.height());
        double bottom = Math.clamp(points.bottom(), 0, picture.height());
        double width = Math.max(1, right - left) * PADDING;
        double height = Math.max(1, bottom - top) * PADDING;
        return new Roi(
                (left + right) / 2,
                (top + bottom) / 2,
                Math.max(width, height * aspect),
                Math.max(height, width / aspect),
                0);
    }

    private static double middle(BodyPose pose, int one, int other) {
        return (pose.landmarks().get(one).point().y()
                        + pose.landmarks().get(other).point().y())
                / 2;
    }

    @Override
    public void close() {
        model.close();
    }
}
