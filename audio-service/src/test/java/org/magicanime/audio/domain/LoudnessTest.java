package org.magicanime.audio.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Signals that BS.1770-4 and EBU Tech 3341 give, in one channel: 3.01 LU less than the same in two.
class LoudnessTest {
    private static final int RATE = 48_000;

    @Test
    void aToneOfFullScaleHasTheLoudnessOfTheStandard() {
        assertThat(Loudness.of(tone(997, 0, 5))).isCloseTo(-3.01, offset(0.02));
        assertThat(Loudness.of(tone(997, -23, 20))).isCloseTo(-26.01, offset(0.02));
    }

    /// Tech 3341, case 3: 10 s of −36, 60 s of −23, 10 s of −36 dBFS.
    @Test
    void whatIsMuchQuieterDoesNotCount() {
        float[] all = joined(tone(1000, -36, 10), tone(1000, -23, 60), tone(1000, -36, 10));

        assertThat(Loudness.of(all)).isCloseTo(-26.01, offset(0.1));
    }

    /// Tech 3341, case 4: likewise, between two tones of −72 dBFS.
    @Test
    void whatNobodyHearsDoesNotCount() {
        float[] all = joined(
                tone(1000, -72, 10),
                tone(1000, -36, 10),
                tone(1000, -23, 60),
                tone(1000, -36, 10),
                tone(1000, -72, 10));

        assertThat(Loudness.of(all)).isCloseTo(-26.01, offset(0.1));
    }

    @Test
    void silenceAndShortSoundsHaveNone() {
        assertThat(Loudness.of(new float[RATE])).isEqualTo(Level.SILENCE);
        assertThat(Loudness.of(tone(1000, -20, 0.3))).isEqualTo(Level.SILENCE);
    }

    private static float[] tone(double hertz, double decibels, double seconds) {
        float[] samples = new float[(int) (seconds * RATE)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (Level.factor(decibels) * Math.sin(2 * Math.PI * hertz * i / RATE));
        }
        return samples;
    }

    private static float[] joined(float[]... parts) {
        float[] all =
                new float[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
