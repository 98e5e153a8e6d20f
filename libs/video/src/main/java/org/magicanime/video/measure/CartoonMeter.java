package org.magicanime.video.measure;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.magicanime.shots.Boundary;
import org.magicanime.shots.CartoonDetector;
import org.magicanime.shots.CartoonRules;
import org.magicanime.shots.Chroma;
import org.magicanime.shots.FrameColours;
import org.magicanime.shots.Sample;
import org.magicanime.shots.SecondLook;
import org.magicanime.video.libav.Av;

/// Measures frames on a small sample of their luma, and finds shots in it.
///
/// Turned films are not turned back: nothing that is measured depends on it.
final class CartoonMeter implements FrameMeter {
    private static final int DARK = 25;
    private static final double STILL = 0.255;
    /// A mean of many pixels that changed by this has moved, however small it is: an eye that blinks.
    private static final int MOVED = 10;

    private final PlaneSampler sampler = new PlaneSampler();
    private final CartoonDetector detector;
    private final int[] values = new int[Sample.LUMA];
    private final int[] runStart = new int[Sample.LUMA];
    private final Chroma chromaBefore = new Chroma();
    private final Chroma chromaNow = new Chroma();
    /// Kept for its colours, which few frames are asked for.
    private final AVFrame before = Av.allocated(av_frame_alloc(), "a frame");
    private boolean first = true;

    private float luma;
    private float deviation;
    private float darkShare;
    private boolean moved;

    CartoonMeter(double framesPerSecond) {
        this.detector = new CartoonDetector(CartoonRules.DEFAULT, framesPerSecond);
    }

    @Override
    public void measure(AVFrame frame) {
        byte[] sample = sampler.luma(frame);
        describe(sample);
        detector.add(sample, new FrameColours() {
            @Override
            public double change() {
                return colourChange(frame);
            }

            @Override
            public Chroma chroma() {
                sampler.chroma(frame, chromaNow);
                return chromaNow;
            }
        });
        av_frame_unref(before);
        Av.check(av_frame_ref(before, frame), "keeping a frame");
        first = false;
    }

    private double colourChange(AVFrame frame) {
        sampler.chroma(before, chromaBefore);
        sampler.chroma(frame, chromaNow);
        return chromaNow.differenceTo(chromaBefore);
    }

    private void describe(byte[] sample) {
        // Bytes apart from the sums, of which the compiler then makes vector instructions.
        for (int i = 0; i < Sample.LUMA; i++) {
            values[i] = sample[i] & 0xff;
        }
        int sum = 0;
        // Fits: 2,560 · 255².
        int squares = 0;
        for (int value : values) {
            sum += value;
            squares += value * value;
        }
        int change = 0;
        int most = 0;
        for (int i = 0; i < Sample.LUMA; i++) {
            int step = Math.abs(values[i] - runStart[i]);
            change += step;
            most = Math.max(most, step);
        }
        int dark = 0;
        for (int value : values) {
            // The sign: whether it is at most as bright.
            dark += (value - DARK - 1) >>> 31;
        }
        double mean = (double) sum / Sample.LUMA;
        luma = (float) mean;
        deviation = (float) Math.sqrt(Math.max(0, (double) squares / Sample.LUMA - mean * mean));
        darkShare = (float) dark / Sample.LUMA;
        moved = first || most >= MOVED || (double) change / Sample.LUMA > STILL;
        if (moved) {
            System.arraycopy(values, 0, runStart, 0, Sample.LUMA);
        }
    }

    /// This is another detector's.
    @Override
    public double contentScore() {
        return 0;
    }

    @Override
    public float luma() {
        return luma;
    }

    @Override
    public float deviation() {
        return deviation;
    }

    @Override
    public float darkShare() {
        return darkShare;
    }

    @Override
    public boolean moved() {
        return moved;
    }

    @Override
    public List<Boundary> boundaries() {
        return detector.finish();
    }

    @Override
    public List<SecondLook> secondLooks() {
        return detector.secondLooks();
    }

    @Override
    public void close() {
        av_frame_free(before);
        sampler.close();
    }
}
