package org.magicanime.audio.domain;

import java.util.Arrays;

/// The sound of a face clip, mixed down to one channel.
///
/// @param rate samples per second; 0 if there are none
/// @param channels that it had
/// @param samples −1 to 1
public record FilmSound(int rate, int channels, float[] samples) {
    /// Of a film without sound.
    static final FilmSound NONE = new FilmSound(0, 0, new float[0]);

    double seconds() {
        return rate == 0 ? 0 : (double) samples.length / rate;
    }

    /// As long as the picture: cut off, or with silence after it.
    FilmSound lasting(double seconds) {
        return new FilmSound(rate, channels, Arrays.copyOf(samples, Math.toIntExact(Math.round(seconds * rate))));
    }
}
