package org.magicanime.video.sound;

import java.util.Arrays;

/// Sound at another rate, with libswresample.
public final class Resampling {
    private Resampling() {}

    /// One channel at another rate; both begin at the same time.
    ///
    /// @param from samples per second
    /// @param to samples per second
    /// @return as many samples as the same time has at that rate, rounded
    public static float[] of(float[] samples, int from, int to) {
        if (from == to) {
            return samples;
        }
        if (samples.length == 0) {
            return new float[0];
        }
        try (Mixer mixer = Mixer.resampling(from, to)) {
            mixer.add(samples);
            return Arrays.copyOf(
                    mixer.finish().samples(), Math.toIntExact(Math.round((double) samples.length * to / from)));
        }
    }
}
