package org.magicanime.testkit.drawn;

/// How and when somebody speaks.
///
/// @param pitch hertz; a man has about 120, a woman 210, a child 300
/// @param words what is said: other numbers, other syllables
/// @param from seconds of the scene
/// @param to seconds of the scene
public record Voice(double pitch, int words, double from, double to) {
    public static Voice of(double pitch, int words) {
        return new Voice(pitch, words, 0.2, Double.MAX_VALUE);
    }

    public Voice between(double begin, double end) {
        return new Voice(pitch, words, begin, end);
    }
}
