package org.magicanime.video.measure;

import static org.bytedeco.opencv.global.opencv_core.split;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;

/// The three planes of an HSV picture, each contiguous: OpenCV's vectorised sums then run at the speed of memory.
final class HsvPlanes implements AutoCloseable {
    private static final int PLANES = 3;

    private final MatVector planes = new MatVector(PLANES);
    // These refer to the vector's own elements.
    private final Mat hue = planes.get(0);
    private final Mat saturation = planes.get(1);
    private final Mat value = planes.get(2);

    void take(Mat hsv) {
        split(hsv, planes);
    }

    Mat hue() {
        return hue;
    }

    Mat saturation() {
        return saturation;
    }

    Mat value() {
        return value;
    }

    @Override
    public void close() {
        planes.close();
    }
}
