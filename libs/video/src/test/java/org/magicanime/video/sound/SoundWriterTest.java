package org.magicanime.video.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundWriterTest {
    private static final int RATE = 48_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            ints = {
                1, 2, 47, 480, 575, 576, 577, 1151, 1152, 1153, 1728, 2304, 4799, 12_345, 47_999, 48_000, 48_001,
                96_000, 144_144, 250_250
            })
    void mp3GivesBackExactlyTheSamplesThatWereGivenAndNoneIsLate(int length) {
        float[] samples = tones(length);
        Path file = folder.resolve("speech.mp3");

        SoundWriter.mp3(samples, RATE, file);

        Sound decoded = SoundFile.read(file);
        assertThat(decoded.rate()).isEqualTo(RATE);
        assertThat(decoded.samples()).hasSize(length);
        if (length >= 4799) {
            assertThat(lag(samples, decoded.samples())).isZero();
            assertThat(decibels(samples, decoded.samples())).isGreaterThan(20);
        }
    }

    @Test
    void flacGivesBackWhatWasGivenAndTheSameBytes() throws IOException {
        float[] samples = tones(12_345);
        Path file = folder.resolve("a.flac");

        SoundWriter.flac(samples, 44_100, file);
        SoundWriter.flac(samples, 44_100, folder.resolve("b.flac"));

        Sound decoded = SoundFile.read(file);
        assertThat(decoded.rate()).isEqualTo(44_100);
        assertThat(decoded.channels()).isEqualTo(1);
        assertThat(decoded.samples()).containsExactly(samples, offset(1.3e-7f));
        assertThat(Files.readAllBytes(file)).isEqualTo(Files.readAllBytes(folder.resolve("b.flac")));
    }

    @ParameterizedTest
    @ValueSource(ints = {4800, 48_000, 48_001, 144_144})
    void sixteenKilohertzIsTheSameSpeechAtTheSameTime(int length) {
        float[] samples = tones(length);
        Path file = folder.resolve("speech.mp3");
        SoundWriter.mp3(samples, RATE, file);

        SixteenKilohertz.write(file, folder.resolve("speech16k.wav"));

        Sound slow = SoundFile.read(folder.resolve("speech16k.wav"));
        float[] expected = Resampling.of(samples, RATE, 16_000);
        assertThat(slow.rate()).isEqualTo(16_000);
        assertThat(slow.samples()).hasSize(Math.round(length / 3f));
        assertThat(lag(expected, slow.samples())).isZero();
        assertThat(decibels(expected, slow.samples())).isGreaterThan(20);
    }

    @Test
    void theSameSamplesGiveTheSameMp3() throws IOException {
        SoundWriter.mp3(tones(50_000), RATE, folder.resolve("a.mp3"));
        SoundWriter.mp3(tones(50_000), RATE, folder.resolve("b.mp3"));

        assertThat(Files.readAllBytes(folder.resolve("a.mp3")))
                .isEqualTo(Files.readAllBytes(folder.resolve("b.mp3")))
                // bits of a second, but for the frames at both ends
                .hasSizeGreaterThan(50_000 * 128 / 8 / 48);
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 11_025, 22_050, 44_100, 96_000})
    void resamplingKeepsTheTimeOfEverySample(int from) {
        int length = 2 * from + 17;
        float[] slow = new float[length];
        for (int i = 0; i < length; i++) {
            slow[i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * i / from));
        }

        float[] resampled = Resampling.of(slow, from, RATE);

        assertThat(resampled).hasSize((int) Math.round((double) length * RATE / from));
        for (int i = 2000; i < resampled.length - 2000; i++) {
            assertThat(resampled[i]).isCloseTo((float) (0.5 * Math.sin(2 * Math.PI * 440 * i / RATE)), offset(2e-3f));
        }
    }

    /// Below 4 kHz, where MP3 keeps the wave.
    private static float[] tones(int length) {
        Random random = new Random(5);
        float[] samples = new float[length];
        double[] phases = random.doubles(12, 0, 6).toArray();
        for (int i = 0; i < length; i++) {
            double sum = 0;
            for (int k = 0; k < phases.length; k++) {
                double swell = 0.5 + 0.5 * Math.sin(2 * Math.PI * (1.3 + 0.41 * k) * i / RATE + phases[k]);
                sum += swell * Math.sin(2 * Math.PI * (150 + 271.3 * k) * i / RATE + 2 * phases[k]);
            }
            samples[i] = (float) (0.05 * sum);
        }
        return samples;
    }

    /// By how many samples the second is later.
    private static int lag(float[] one, float[] other) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int lag = -1200; lag <= 1200; lag++) {
            double sum = 0;
            for (int i = Math.max(0, -lag); i < Math.min(one.length, other.length - lag); i++) {
                sum += one[i] * other[i + lag];
            }
            if (sum > most) {
                most = sum;
                best = lag;
            }
        }
        return best;
    }

    private static double decibels(float[] signal, float[] other) {
        double power = 0;
        double error = 0;
        for (int i = 0; i < signal.length; i++) {
            power += signal[i] * signal[i];
            error += (signal[i] - other[i]) * (signal[i] - other[i]);
        }
        return 10 * Math.log10(power / error);
    }
}
