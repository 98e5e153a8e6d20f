package org.magicanime.video.decode;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2HSV;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.magicanime.video.MeasureOptions.Downscale;

/// Measures one frame after the other on a small HSV sample of it.
///
/// The content score is that of PySceneDetect 0.6.7.1 (`ContentDetector`, default weights), to the bit: mean absolute
/// difference of hue (no wrap-around), saturation and value, integer sums, divided as float64 in the reference's order.
final class FrameMeter implements AutoCloseable {
    private static final double DARK = 25;
    private static final double STILL = 0.255;

    private final Downscale downscale;
    private final int rotation;
    private final BgrConverter converter = new BgrConverter();
    private final Mat turned = new Mat();
    private final Mat small = new Mat();
    private final Mat hsv = new Mat();
    private byte[] current = new byte[0];
    private byte[] previous = new byte[0];
    private byte[] runStart = new byte[0];
    private boolean first = true;

    double contentScore;
    float luma;
    float deviation;
    float darkShare;
    boolean moved;

    FrameMeter(Downscale downscale, int rotation) {
        this.downscale = downscale;
        this.rotation = rotation;
    }

    void measure(AVFrame frame) {
        AVFrame bgr = converter.convert(frame);
        try (Mat full = new Mat(bgr.height(), bgr.width(), CV_8UC3, bgr.data(0), bgr.linesize(0))) {
            sample(full);
        }
        int pixels = hsv.rows() * hsv.cols();
        if (current.length != pixels * 3) {
            current = new byte[pixels * 3];
            previous = new byte[pixels * 3];
            runStart = new byte[pixels * 3];
            first = true;
        }
        hsv.data().get(current);
        compare(pixels);
        byte[] swap = previous;
        previous = current;
        current = swap;
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

    private void compare(int pixels) {
        long hue = 0;
        long saturation = 0;
        long value = 0;
        long sum = 0;
        long squares = 0;
        long still = 0;
        int dark = 0;
        for (int i = 0; i < current.length; i += 3) {
            int v = current[i + 2] & 0xff;
            hue += Math.abs((current[i] & 0xff) - (previous[i] & 0xff));
            saturation += Math.abs((current[i + 1] & 0xff) - (previous[i + 1] & 0xff));
            value += Math.abs(v - (previous[i + 2] & 0xff));
            still += Math.abs(v - (runStart[i + 2] & 0xff));
            sum += v;
            squares += (long) v * v;
            dark += v <= DARK ? 1 : 0;
        }
        double count = pixels;
        contentScore = first ? 0 : ((hue / count + saturation / count) + value / count) / 3.0;
        double mean = sum / count;
        luma = (float) mean;
        deviation = (float) Math.sqrt(Math.max(0, squares / count - mean * mean));
        darkShare = (float) (dark / count);
        moved = first || still / count > STILL;
        if (moved) {
            System.arraycopy(current, 0, runStart, 0, current.length);
        }
    }

    @Override
    public void close() {
        converter.close();
        turned.close();
        small.close();
        hsv.close();
    }
}
