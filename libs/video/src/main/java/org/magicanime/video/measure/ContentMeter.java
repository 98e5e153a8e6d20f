package org.magicanime.video.measure;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.NORM_L1;
import static org.bytedeco.opencv.global.opencv_core.NORM_L2SQR;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_core.norm;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2HSV;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.magicanime.video.MeasureOptions.Downscale;
import org.magicanime.video.libav.PackedPixels;

/// Measures frames on a small HSV sample.
///
/// The content score is that of PySceneDetect 0.6.7.1 (`ContentDetector`, default weights), to the bit: mean absolute
/// difference of hue (no wrap-around), saturation and value, integer sums, divided as float64 in the reference's order.
final class ContentMeter implements FrameMeter {
    private static final double DARK = 25;
    private static final double STILL = 0.255;

    private final Downscale downscale;
    private final int rotation;
    private final PackedPixels converter = new PackedPixels(AV_PIX_FMT_BGR24);
    private final Mat turned = new Mat();
    private final Mat small = new Mat();
    private final Mat hsv = new Mat();
    /// An empty mask: every pixel.
    private final Mat all = new Mat();
    private final Mat bright = new Mat();
    private final Mat runStart = new Mat();
    private HsvPlanes current = new HsvPlanes();
    private HsvPlanes previous = new HsvPlanes();
    private boolean first = true;

    private double contentScore;
    private float luma;
    private float deviation;
    private float darkShare;
    private boolean moved;

    ContentMeter(Downscale downscale, int rotation) {
        this.downscale = downscale;
        this.rotation = rotation;
    }

    @Override
    public void measure(AVFrame frame) {
        AVFrame bgr = converter.convert(frame);
        try (Mat full = new Mat(bgr.height(), bgr.width(), CV_8UC3, bgr.data(0), bgr.linesize(0))) {
            sample(full);
        }
        if (!first && (current.value().rows() != hsv.rows() || current.value().cols() != hsv.cols())) {
            first = true;
        }
        HsvPlanes swap = previous;
        previous = current;
        current = swap;
        current.take(hsv);
        compare();
        first = false;
    }

    private void sample(Mat full) {
        Mat upright = full;
        if (rotation != 0) {
            rotate(
                    full,
                    turned,
                    rotation == 90 ? ROTATE_90_CLOCKWISE : rotation == 180 ? ROTATE_180 : ROTATE_90_COUNTERCLOCKWISE);
            upright = turned;
        }
        int width = upright.cols();
        int height = upright.rows();
        double factor = downscale == Downscale.LONGER_SIDE_256
                ? Math.max(width, height) / 256.0
                : (double) Math.max(1, width / 256);
        if (factor > 1) {
            try (Size size = new Size(
                    (int) Math.max(1, Math.rint(width / factor)), (int) Math.max(1, Math.rint(height / factor)))) {
                resize(upright, small, size, 0, 0, INTER_LINEAR);
            }
            upright = small;
        }
        cvtColor(upright, hsv, COLOR_BGR2HSV);
    }

    /// All sums are of whole numbers below 2^53, hence exact whatever their order.
    private void compare() {
        Mat value = current.value();
        double count = (double) value.rows() * value.cols();
        contentScore = first
                ? 0
                : ((norm(current.hue(), previous.hue(), NORM_L1, all) / count
                                        + norm(current.saturation(), previous.saturation(), NORM_L1, all) / count)
                                + norm(value, previous.value(), NORM_L1, all) / count)
                        / 3.0;
        double mean = norm(value, NORM_L1, all) / count;
        luma = (float) mean;
        deviation = (float) Math.sqrt(Math.max(0, norm(value, NORM_L2SQR, all) / count - mean * mean));
        threshold(value, bright, DARK, 1, THRESH_BINARY);
        darkShare = (float) ((count - countNonZero(bright)) / count);
        moved = first || norm(value, runStart, NORM_L1, all) / count > STILL;
        if (moved) {
            value.copyTo(runStart);
        }
    }

    @Override
    public double contentScore() {
        return contentScore;
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
    public void close() {
        converter.close();
        turned.close();
        small.close();
        hsv.close();
        all.close();
        bright.close();
        runStart.close();
        current.close();
        previous.close();
    }
}
