package org.magicanime.inference.blaze;

import org.magicanime.inference.Model;
import org.magicanime.inference.Models;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Roi;
import org.magicanime.inference.picture.RoiSampler;
import org.magicanime.inference.picture.RoiSampler.Border;

/// MediaPipe's face mesh. For one thread at a time.
public final class FaceMeshModel implements AutoCloseable {
    /// Of the catalogue.
    public static final String ID = "face_landmark";

    private final RoiSampler sampler = new RoiSampler(FaceLandmarks.SIZE, FaceLandmarks.SIZE, Border.REPLICATE, 0, 1);
    private final Model model;

    public FaceMeshModel(Models models) {
        model = models.open(ID);
    }

    /// @param region about one and a half times as large as the face
    /// @return what is most like a face there, however little; in pixels of the picture
    public FaceMesh look(Picture picture, Roi region) {
        sampler.sample(picture, region, model.input("input_1"));
        model.run();
        return FaceLandmarks.read(model.output("conv2d_21"), model.output("conv2d_31"), region);
    }

    @Override
    public void close() {
        model.close();
    }
}
