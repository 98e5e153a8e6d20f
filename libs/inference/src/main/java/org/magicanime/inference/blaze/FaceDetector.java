package org.magicanime.inference.blaze;

import java.util.List;
import org.magicanime.inference.Model;
import org.magicanime.inference.Models;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Roi;
import org.magicanime.inference.picture.RoiSampler;
import org.magicanime.inference.picture.RoiSampler.Border;

/// MediaPipe's short-range face detector. For one thread at a time.
public final class FaceDetector implements AutoCloseable {
    /// Of the catalogue.
    public static final String ID = "face_detection_short_range";

    private static final double LEAST = 0.5;

    private final BlazeDetector reader = BlazeDetector.face();
    private final RoiSampler sampler = new RoiSampler(reader.size(), reader.size(), Border.BLACK, -1, 1);
    private final Model model;

    public FaceDetector(Models models) {
        model = models.open(ID);
    }

    /// @param shown the part of the picture that is looked at: the model sees faces from a quarter of its side on
    /// @return with a score of 0.5 and more, best first; in units of `shown`
    public List<Detection> detect(Picture picture, Roi shown) {
        sampler.sample(picture, shown, model.input("input"));
        model.run();
        return reader.read(model.output("regressors"), model.output("classificators"), LEAST);
    }

    @Override
    public void close() {
        model.close();
    }
}
