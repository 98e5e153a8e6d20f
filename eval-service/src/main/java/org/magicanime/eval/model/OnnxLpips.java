package org.magicanime.eval.model;

import java.util.List;
import java.util.Map;
import org.magicanime.eval.domain.PerceptualDistance;
import org.magicanime.eval.domain.metric.RgbFrame;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.Models;
import org.magicanime.inference.SequenceModel;
import org.magicanime.inference.Tensors;

/// LPIPS with SqueezeNet, version 0.1 (Zhang et al. 2018), of pictures of 256×256 pixels whose values are from −1 to 1,
/// as its authors' library wants them. For any number of threads, one after the other.
public final class OnnxLpips implements PerceptualDistance, AutoCloseable {
    /// Its name in the catalogue.
    public static final String MODEL = "lpips_squeeze_v01";

    private static final int CHANNELS = 3;
    private static final float HALF = 127.5f;

    private final SequenceModel model;

    /// @throws org.magicanime.inference.ModelMissingException if its file is not there
    public OnnxLpips(Models models) {
        model = models.openSequence(MODEL);
    }

    public ModelEntry entry() {
        return model.entry();
    }

    @Override
    public synchronized double[] of(List<RgbFrame> first, List<RgbFrame> second) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException(first.size() + " pictures cannot be compared with " + second.size());
        }
        float[] distances = model.run(first.size(), new Tensors(Map.of("img0", planes(first), "img1", planes(second))))
                .get("lpips");
        double[] answer = new double[distances.length];
        for (int i = 0; i < answer.length; i++) {
            answer[i] = distances[i];
        }
        return answer;
    }

    private static float[] planes(List<RgbFrame> frames) {
        int pixels = SIDE * SIDE;
        float[] values = new float[frames.size() * CHANNELS * pixels];
        for (int f = 0; f < frames.size(); f++) {
            RgbFrame frame = frames.get(f);
            if (frame.width() != SIDE || frame.height() != SIDE) {
                throw new IllegalArgumentException("LPIPS is measured of pictures of " + SIDE + "x" + SIDE + " pixels");
            }
            byte[] rgb = frame.rgb();
            for (int i = 0; i < pixels; i++) {
                for (int c = 0; c < CHANNELS; c++) {
                    values[(f * CHANNELS + c) * pixels + i] = (rgb[i * CHANNELS + c] & 0xff) / HALF - 1;
                }
            }
        }
        return values;
    }

    @Override
    public void close() {
        model.close();
    }
}
