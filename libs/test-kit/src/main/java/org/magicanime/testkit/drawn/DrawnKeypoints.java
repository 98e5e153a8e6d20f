package org.magicanime.testkit.drawn;

import java.util.List;
import org.magicanime.drawing.KnownPoint;

/// Where the joints of a cartoon's first character were drawn, as a keypoint stage that errs nowhere would write them.
public final class DrawnKeypoints {
    /// Of each point: x, y, confidence.
    public static final int VALUES = 3;

    private static final float CERTAIN = 0.9f;

    private DrawnKeypoints() {}

    /// @param cartoon with somebody in each frame
    /// @return `[frames, 133, 3]` in COCO-WholeBody's order: pixels, confidence; all 0 of a point that is not
    ///     in the picture
    public static float[] of(Cartoon cartoon) {
        int frames = Math.toIntExact(cartoon.frames());
        float[] values = new float[frames * CharacterTruth.POINTS * VALUES];
        for (int frame = 0; frame < frames; frame++) {
            List<KnownPoint> truth =
                    cartoon.truth(frame).characters().getFirst().points();
            for (int point = 0; point < truth.size(); point++) {
                if (truth.get(point).visibility() != KnownPoint.ABSENT) {
                    int at = (frame * CharacterTruth.POINTS + point) * VALUES;
                    values[at] = (float) truth.get(point).x();
                    values[at + 1] = (float) truth.get(point).y();
                    values[at + 2] = CERTAIN;
                }
            }
        }
        return values;
    }
}
