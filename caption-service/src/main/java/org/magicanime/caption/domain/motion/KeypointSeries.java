package org.magicanime.caption.domain.motion;

import org.magicanime.contracts.FrameSpan;

/// The key points of one character over the frames of a span, as `keypoints.npy` has them.
///
/// @param frames source frame numbers
/// @param framesPerSecond above 0
/// @param values `[frames, 133, 3]`: x and y in pixels of the film, confidence 0 to 1; zeros of a point that was not
///     seen. COCO-WholeBody order, left and right are the character's own
public record KeypointSeries(FrameSpan frames, double framesPerSecond, float[] values) {
    public static final int POINTS = 133;
    public static final int VALUES = 3;

    public KeypointSeries {
        if (values.length != frames.frames() * POINTS * VALUES || framesPerSecond <= 0) {
            throw new IllegalArgumentException("there are " + values.length + " values for " + frames.frames()
                    + " frames at " + framesPerSecond + " frames per second");
        }
    }

    int count() {
        return (int) frames.frames();
    }

    float x(int frame, int point) {
        return values[(frame * POINTS + point) * VALUES];
    }

    float y(int frame, int point) {
        return values[(frame * POINTS + point) * VALUES + 1];
    }

    float confidence(int frame, int point) {
        return values[(frame * POINTS + point) * VALUES + 2];
    }
}
