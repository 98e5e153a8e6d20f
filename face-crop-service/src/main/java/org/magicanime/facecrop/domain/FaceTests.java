package org.magicanime.facecrop.domain;

import java.util.ArrayList;
import java.util.List;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.judging.FrameTest;
import org.magicanime.judging.Missed;

/// The tests of {@link FaceRules}, each under the name of the parameter that has its threshold.
final class FaceTests {
    static final String SCORE = "face.score";
    static final String HEIGHT = "face.height";
    static final String TURN = "face.turn";
    static final String EYES_TURN = "face.eyes-turn";
    static final String ASPECT = "face.aspect";
    static final String EYE_DISTANCE = "face.eye-distance";
    static final String UPSCALE = "face.upscale";
    static final String ROLL = "face.roll";
    static final String EDGE = "face.edge";
    static final String COVERED = "face.covered";
    static final String CHANGE = "face.change";
    static final String OTHER = "face.other";
    static final String OUTSIDE = "face.outside";
    static final String SHORTEST_SECONDS = "face.shortest-seconds";
    static final String SHORTEST_FRAMES = "face.shortest-frames";
    /// No parameter has this threshold: a face is there as a whole.
    static final String POINTS = "face.points";

    /// Films of 24000/1001 frames per second count as such of 24.
    private static final double FULL_RATE = 23.9;

    private final FaceRules rules;
    private final CropShape shape;

    FaceTests(FaceRules rules, CropShape shape) {
        this.rules = rules;
        this.shape = shape;
    }

    /// A test, and what follows if it is missed.
    record Each(FaceReason reason, FrameTest test) {
        Missed missed() {
            return test.missed(reason);
        }
    }

    /// In an order in which each can trust those before it: what is measured from landmarks says something only where
    /// they are certain, and they are not where a face is tiny.
    List<Each> of(FaceMeasures frame) {
        return List.of(
                atLeast(FaceReason.LANDMARKS_NOT_VALID, SCORE, "score of the landmarks", frame.score(), rules.score()),
                atLeast(
                        FaceReason.LANDMARKS_NOT_VALID,
                        POINTS,
                        "landmarks that were seen",
                        frame.points(),
                        Landmarks.POINTS),
                atLeast(FaceReason.TOO_SMALL, HEIGHT, "height of the face in pixels", frame.height(), rules.height()),
                atMost(
                        FaceReason.SIDE_PROFILE,
                        TURN,
                        "turn of the nose between the edges of the jaw",
                        Math.abs(frame.turn()),
                        rules.turn()),
                atMost(
                        FaceReason.SIDE_PROFILE,
                        EYES_TURN,
                        "turn of the nose's root between the eyes",
                        Math.abs(frame.eyesTurn()),
                        rules.eyesTurn()),
                atLeast(
                        FaceReason.SIDE_PROFILE,
                        ASPECT,
                        "width of the face's box by its height",
                        frame.aspect(),
                        rules.aspect()),
                atLeast(
                        FaceReason.TOO_SMALL,
                        EYE_DISTANCE,
                        "distance between the eyes in pixels",
                        frame.eyeDistance(),
                        rules.eyeDistance()),
                atMost(
                        FaceReason.TOO_SMALL,
                        UPSCALE,
                        "enlargement of the face",
                        frame.size() > 0 ? FacesCropped.SIDE / (shape.scale() * frame.size()) : 0,
                        rules.upscale()),
                atMost(FaceReason.ROTATED, ROLL, "tilt of the eyes in degrees", Math.abs(frame.roll()), rules.roll()),
                atMost(FaceReason.BLURRED, EDGE, "width of edges by the face's size", frame.edge(), rules.edge()),
                atMost(
                        FaceReason.OCCLUDED,
                        COVERED,
                        "share of the face that something hides",
                        frame.covered(),
                        rules.covered()),
                atMost(
                        FaceReason.IDENTITY_CHANGES,
                        CHANGE,
                        "difference of what is before and after",
                        frame.change(),
                        rules.change()),
                atMost(FaceReason.SEVERAL_FACES, OTHER, "size of another face near by", frame.other(), rules.other()));
    }

    Each outside(double share) {
        return atMost(
                FaceReason.OUTSIDE_PICTURE,
                OUTSIDE,
                "share of the window outside of the picture",
                share,
                rules.outside());
    }

    /// Of a run of good frames.
    List<Each> length(int frames, double framesPerSecond) {
        List<Each> all = new ArrayList<>();
        all.add(atLeast(
                FaceReason.TOO_SHORT,
                SHORTEST_SECONDS,
                "seconds of good frames",
                frames / framesPerSecond,
                rules.shortestSeconds()));
        if (framesPerSecond >= FULL_RATE) {
            all.add(atLeast(FaceReason.TOO_SHORT, SHORTEST_FRAMES, "good frames", frames, rules.shortestFrames()));
        }
        return all;
    }

    private static Each atLeast(FaceReason reason, String rule, String words, double value, double threshold) {
        return new Each(reason, FrameTest.atLeast(rule, words, value, threshold));
    }

    private static Each atMost(FaceReason reason, String rule, String words, double value, double threshold) {
        return new Each(reason, FrameTest.atMost(rule, words, value, threshold));
    }
}
