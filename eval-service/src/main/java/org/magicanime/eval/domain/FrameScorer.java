package org.magicanime.eval.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.magicanime.eval.domain.metric.PixelError;
import org.magicanime.eval.domain.metric.RgbFrame;
import org.magicanime.eval.domain.metric.Samples;
import org.magicanime.eval.domain.metric.Ssim;
import org.magicanime.eval.domain.metric.SsimWindow;

/// Measures the frames of one video, each decoded picture once for all metrics.
final class FrameScorer {
    private static final int BATCH = 8;
    private static final double LEVELS = 255;

    private final Profile profile;
    private final Optional<PerceptualDistance> perceptual;
    private final Map<Metric, List<Double>> values = new EnumMap<>(Metric.class);
    private final List<RgbFrame> truths = new ArrayList<>();
    private final List<RgbFrame> videos = new ArrayList<>();

    /// @param perceptual absent if its model is not there; only used if the profile wants it
    FrameScorer(Profile profile, Optional<PerceptualDistance> perceptual) {
        this.profile = profile;
        this.perceptual = profile.lpips() ? perceptual : Optional.empty();
    }

    /// @param truth of the same size
    void add(RgbFrame truth, RgbFrame video, PixelError error) {
        put(Metric.PSNR, profile.psnr().of(error));
        put(Metric.L1, l1(error, truth));
        ssim(Metric.SSIM, truth, video, profile.ssimSamples(), profile.ssimWindow());
        if (profile.allSsim()) {
            ssim(Metric.SSIM_UNIFORM_RGB, truth, video, Samples.RGB, SsimWindow.UNIFORM);
            ssim(Metric.SSIM_GAUSSIAN_LUMA, truth, video, Samples.LUMA, SsimWindow.GAUSSIAN);
            ssim(Metric.SSIM_UNIFORM_LUMA, truth, video, Samples.LUMA, SsimWindow.UNIFORM);
        }
        if (perceptual.isPresent()) {
            truths.add(Bilinear.scale(truth, PerceptualDistance.SIDE, PerceptualDistance.SIDE));
            videos.add(Bilinear.scale(video, PerceptualDistance.SIDE, PerceptualDistance.SIDE));
            if (truths.size() == BATCH) {
                measureBatch();
            }
        }
    }

    private double l1(PixelError error, RgbFrame frame) {
        return profile.l1PerPixels() ? error.l1() * LEVELS / ((double) frame.width() * frame.height()) : error.l1();
    }

    private void ssim(Metric metric, RgbFrame truth, RgbFrame video, Samples samples, SsimWindow window) {
        if (Ssim.fits(truth.width(), truth.height(), window)) {
            put(metric, Ssim.of(truth, video, samples, window));
        }
    }

    private void measureBatch() {
        perceptual.ifPresent(measure -> {
            for (double distance : measure.of(truths, videos)) {
                put(Metric.LPIPS, distance);
            }
        });
        truths.clear();
        videos.clear();
    }

    private void put(Metric metric, double value) {
        values.computeIfAbsent(metric, name -> new ArrayList<>()).add(Rounding.of(value));
    }

    /// Metric by metric, frame by frame.
    Map<Metric, List<Double>> finish() {
        if (!truths.isEmpty()) {
            measureBatch();
        }
        return values;
    }
}
