package org.magicanime.contracts;

import java.util.Locale;

/// What a method is asked to make of a case's inputs (arXiv 2507.20368, section 4).
public enum BenchmarkTask {
    /// A face that speaks, of a picture and its speech.
    AUDIO_DRIVEN(BenchmarkKind.FACE),
    /// A face that moves, of a picture and landmarks.
    FACE_REENACTMENT(BenchmarkKind.FACE),
    /// What follows a picture.
    IMAGE_TO_VIDEO(BenchmarkKind.MOTION),
    /// What lies between a first and a last picture.
    FRAME_INTERPOLATION(BenchmarkKind.MOTION),
    /// A character that moves, of a picture and key points.
    POSE_DRIVEN(BenchmarkKind.MOTION),
    /// A film of words.
    TEXT_TO_VIDEO(BenchmarkKind.MOTION);

    private final BenchmarkKind kind;

    BenchmarkTask(BenchmarkKind kind) {
        this.kind = kind;
    }

    public BenchmarkKind kind() {
        return kind;
    }

    /// As it is written in events and documents.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
