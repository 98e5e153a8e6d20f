package org.magicanime.audio.domain;

import java.util.Arrays;

/// The sound of a face clip, mixed down to one channel.
///
/// @param rate samples per second; 0 if there are none
/// @param channels that it had
/// @param samples −1 to 1
/// @param sides what separation is shown: left and right, `[2, samples]`, whose mean is the mixed
///     channel; that one twice where the film has not exactly two channels, or nothing is separated
public record FilmSound(int rate, int channels, float[] samples, float[][] sides) {
    /// Of a film without sound.
    static final FilmSound NONE = new FilmSound(0, 0, new float[0]);

    public FilmSound(int rate, int channels, float[] samples) {
        this(rate, channels, samples, new float[][] {samples, samples});
    }

    double seconds() {
        return rate == 0 ? 0 : (double) samples.length / rate;
    }

    /// As long as the picture: cut off, or with silence after it.
    FilmSound lasting(double seconds) {
        int length = Math.toIntExact(Math.round(seconds * rate));
        float[] one = Arrays.copyOf(samples, length);
        boolean same = sides[0] == samples && sides[1] == samples;
        return new FilmSound(
                rate,
                channels,
                one,
                same
                        ? new float[][] {one, one}
                        : new float[][] {Arrays.copyOf(sides[0], length), Arrays.copyOf(sides[1], length)});
    }
}
