package org.magicanime.keypoint.domain;

/// Frames that no model has to look at: an upright body of 100 pixels of torso, valid unless one says otherwise.
final class Sketch {
    static final FrameMeasures VALID =
            new FrameMeasures(1, 0.9, 0, 0, 0.9, 1.0, 1.0, 1.0, 1.0, 0.7, 0.01, 400, 0.99, 0.9, 0.9);

    private Sketch() {}

    static FrameEstimate valid(double x) {
        return new FrameEstimate(body(x), VALID, false);
    }

    static FrameEstimate held(double x) {
        return new FrameEstimate(body(x), VALID, true);
    }

    static FrameEstimate withMeasures(double x, FrameMeasures measures) {
        return new FrameEstimate(body(x), measures, false);
    }

    static FrameEstimate empty() {
        return new FrameEstimate(new WholeBody(), FrameMeasures.withoutBody(0, 0.1, 0), false);
    }

    static FrameMeasures shaky(double shift) {
        return new FrameMeasures(1, 0.9, 0, 0, 0.9, 1.0, 1.0, 1.0, 1.0, 0.7, shift, 400, 0.99, 0.9, 0.9);
    }

    static FrameMeasures upperBody(double hips, double shift) {
        return new FrameMeasures(1, 0.9, 0, 0, 0.9, 1.0, 1.0, 1.0, hips, 0.7, shift, 400, 0.99, 0.9, 0.9);
    }

    /// Hips are outside of the picture.
    static FrameMeasures closeUp(double largeFace, double shoulders, double shift) {
        return new FrameMeasures(1, 0.9, 0, largeFace, 0.9, 1.0, 1.0, shoulders, 0, 0.7, shift, 400, 0.99, 0.9, 0.9);
    }

    /// With a body that passes every test.
    static FrameMeasures animal(double animal) {
        return new FrameMeasures(1, 0.9, animal, 0, 0.9, 1.0, 1.0, 1.0, 1.0, 0.7, 0.01, 400, 0.99, 0.9, 0.9);
    }

    static FrameMeasures crowd(int characters) {
        return new FrameMeasures(characters, 0.8, 0, 0, 0.9, 1.0, 1.0, 1.0, 1.0, 0.7, 0.01, 400, 0.99, 0.9, 0.9);
    }

    /// All 133 points around `x`, the trunk in its place.
    static WholeBody body(double x) {
        WholeBody body = new WholeBody();
        for (int point = 0; point < WholeBody.POINTS; point++) {
            body.set(point, x + point % 10, 50 + point, 0.9);
        }
        body.set(Joints.LEFT_SHOULDER, x + 35, 100, 0.9);
        body.set(Joints.RIGHT_SHOULDER, x - 35, 100, 0.9);
        body.set(Joints.LEFT_HIP, x + 20, 200, 0.9);
        body.set(Joints.RIGHT_HIP, x - 20, 200, 0.9);
        return body;
    }
}
