package org.magicanime.caption.domain.look;

import java.util.Arrays;
import org.magicanime.caption.domain.motion.KeypointSeries;
import org.magicanime.contracts.FrameSpan;

/// Where a character is in the picture, from its key points: medians over its frames.
///
/// @param frames source frame numbers
/// @param left of all points, in widths of the picture; medians, as are the others
/// @param top in heights of the picture
/// @param right likewise
/// @param bottom likewise
/// @param faceHeight from the brows to the chin, in heights of the picture, of the frames in which it is seen; 0 if
///     these are fewer than a tenth
/// @param hips share of frames in which the hips are seen
/// @param knees share of frames in which a knee is seen
/// @param ankles share of frames in which an ankle is seen
public record CharacterPlace(
        FrameSpan frames,
        double left,
        double top,
        double right,
        double bottom,
        double faceHeight,
        double hips,
        double knees,
        double ankles) {
    private static final double SEEN = 0.3;
    private static final int FACE = 23;
    private static final int FACE_END = 91;
    private static final double MOSTLY = 0.5;
    /// Of frames whose landmarks are good enough to be there: fewer may be mistaken.
    private static final double FEW = 0.1;
    private static final double CLOSE = 0.4;
    private static final double MEDIUM_CLOSE = 0.22;
    private static final double TALL = 0.6;

    /// @param width pixels of the film
    /// @param height likewise
    public static CharacterPlace of(KeypointSeries series, int width, int height) {
        int frames = (int) series.frames().frames();
        double[][] boxes = new double[4][frames];
        double[] faces = new double[frames];
        int seenFaces = 0;
        int hips = 0;
        int knees = 0;
        int ankles = 0;
        for (int frame = 0; frame < frames; frame++) {
            double[] all = box(series, frame, 0, KeypointSeries.POINTS);
            double[] face = box(series, frame, FACE, FACE_END);
            boxes[0][frame] = all[0] / width;
            boxes[1][frame] = all[1] / height;
            boxes[2][frame] = all[2] / width;
            boxes[3][frame] = all[3] / height;
            if (face[3] > face[1]) {
                faces[seenFaces++] = (face[3] - face[1]) / height;
            }
            hips += seen(series, frame, 11) || seen(series, frame, 12) ? 1 : 0;
            knees += seen(series, frame, 13) || seen(series, frame, 14) ? 1 : 0;
            ankles += seen(series, frame, 15) || seen(series, frame, 16) ? 1 : 0;
        }
        return new CharacterPlace(
                series.frames(),
                median(boxes[0]),
                median(boxes[1]),
                median(boxes[2]),
                median(boxes[3]),
                seenFaces < FEW * frames ? 0 : median(Arrays.copyOf(faces, seenFaces)),
                (double) hips / frames,
                (double) knees / frames,
                (double) ankles / frames);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Math.round(sorted[sorted.length / 2] * 1000) / 1000.0;
    }

    private static boolean seen(KeypointSeries series, int frame, int point) {
        return series.values()[(frame * KeypointSeries.POINTS + point) * KeypointSeries.VALUES + 2] >= SEEN;
    }

    /// Left, top, right, bottom; zeros if nothing is seen.
    private static double[] box(KeypointSeries series, int frame, int first, int end) {
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int point = first; point < end; point++) {
            if (seen(series, frame, point)) {
                int at = (frame * KeypointSeries.POINTS + point) * KeypointSeries.VALUES;
                box[0] = Math.min(box[0], series.values()[at]);
                box[1] = Math.min(box[1], series.values()[at + 1]);
                box[2] = Math.max(box[2], series.values()[at]);
                box[3] = Math.max(box[3], series.values()[at + 1]);
            }
        }
        return box[0] > box[2] ? new double[4] : box;
    }

    /// By the lowest part of the body that is seen, and the size of what is seen.
    public ShotSize shotSize() {
        if (ankles >= MOSTLY) {
            return bottom - top >= TALL ? ShotSize.FULL : ShotSize.LONG;
        }
        if (knees >= MOSTLY) {
            return ShotSize.MEDIUM_LONG;
        }
        if (faceHeight >= CLOSE) {
            return ShotSize.CLOSE_UP;
        }
        if (faceHeight >= MEDIUM_CLOSE) {
            return ShotSize.MEDIUM_CLOSE_UP;
        }
        return ShotSize.MEDIUM;
    }

    /// Whether a place in the picture is within the character's box, a little larger.
    boolean covers(double x, double y) {
        double margin = 0.04;
        return x > left - margin && x < right + margin && y > top - margin && y < bottom + margin;
    }
}
