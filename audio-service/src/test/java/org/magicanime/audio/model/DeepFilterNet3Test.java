package org.magicanime.audio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.magicanime.audio.dsp.ErbBands;

/// Against an implementation in NumPy that was compared with the authors' own library (differences of
/// at most 1e-5).
class DeepFilterNet3Test {
    private static final Offset<Float> CLOSE = offset(1e-4f);

    private static DeepFilterNet3 cleaner;

    @BeforeAll
    static void open() {
        cleaner = new DeepFilterNet3(ProjectModels.starter());
    }

    @AfterAll
    static void close() {
        cleaner.close();
    }

    @Test
    void bandsAreThoseOfTheModel() {
        int[] widths = new int[ErbBands.COUNT];
        Arrays.setAll(widths, ErbBands::width);

        assertThat(widths)
                .containsExactly(
                        2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 5, 5, 7, 7, 8, 10, 12, 13, 15, 18, 20, 24, 28, 31, 37,
                        42, 50, 56, 67);
        assertThat(ErbBands.of(0)).isZero();
        assertThat(ErbBands.of(480)).isEqualTo(31);
    }

    @Test
    void aSpeechHasTheFeaturesThatWereMeasured() {
        DeepFilterNet3.Answers answers = cleaner.ask(speech());

        assertThat(answers.noisy().frames()).isEqualTo(1103);
        assertThat(erb(answers, 0))
                .containsExactly(new float[] {-0.9900f, -0.966048f, -0.942097f, -0.630726f, -0.2475f}, CLOSE);
        assertThat(erb(answers, 50))
                .containsExactly(new float[] {0.013582f, -0.062496f, 0.574469f, 0.346831f, -0.124966f}, CLOSE);
        assertThat(erb(answers, 100))
                .containsExactly(new float[] {-0.145442f, 0.098592f, 0.46567f, -0.089338f, -0.134648f}, CLOSE);
        assertThat(at(answers.noisy().re(), 50 * 481, 0, 1, 10, 100))
                .containsExactly(new float[] {-0.000186f, 0.000681f, -0.008742f, 0.000001f}, offset(1e-6f));
        assertThat(at(answers.noisy().im(), 50 * 481, 1, 10, 100))
                .containsExactly(new float[] {-0.000396f, -0.003209f, -0.000054f}, offset(1e-6f));
        assertThat(at(answers.noisy().re(), 100 * 481, 0, 1, 10, 100))
                .containsExactly(new float[] {-0.000174f, -0.000253f, 0.00054f, -0.000011f}, offset(1e-6f));
        assertThat(at(answers.complex(), 50 * 96, 0, 1, 10, 95))
                .containsExactly(new float[] {-0.0071f, 0.025311f, -0.186521f, 0.000048f}, CLOSE);
        assertThat(at(answers.complex(), 100 * 96, 0, 1, 10, 95))
                .containsExactly(new float[] {-0.007496f, -0.010246f, 0.008075f, 0.00084f}, CLOSE);
        assertThat(at(answers.complex(), 1103 * 96 + 50 * 96, 0, 1, 10, 95))
                .containsExactly(new float[] {0, -0.014722f, -0.068465f, 0.00008f}, CLOSE);
    }

    @Test
    void aSpeechHasTheAnswersThatWereMeasured() {
        DeepFilterNet3.Answers answers = cleaner.ask(speech());

        assertThat(at(answers.gains(), 0, 0, 1, 15, 31))
                .containsExactly(new float[] {0.316835f, 0.339511f, 0.382889f, 0.150604f}, CLOSE);
        assertThat(at(answers.gains(), 50 * 32, 0, 1, 15, 31))
                .containsExactly(new float[] {0.402793f, 0.39373f, 0.170414f, 0.804993f}, CLOSE);
        assertThat(at(answers.gains(), 100 * 32, 0, 1, 15, 31))
                .containsExactly(new float[] {0.33809f, 0.290397f, 0.324123f, 0.729758f}, CLOSE);
        assertThat(at(answers.snr(), 0, 0, 50, 100))
                .containsExactly(new float[] {-7.8458f, 12.1635f, 4.6525f}, offset(1e-3f));
        assertThat(Arrays.copyOfRange(answers.filters(), 50 * 960, 50 * 960 + 10))
                .containsExactly(
                        new float[] {
                            0.03273f, 0.00144f, -0.03721f, 0.00994f, 0.3707f, 0.00195f, -0.03806f, 0.00032f, 0.0332f,
                            0.00531f
                        },
                        CLOSE);
        float[] snr = Arrays.copyOfRange(answers.snr(), 2, 1102);
        double mean = 0;
        for (float each : snr) {
            mean += each / snr.length;
        }
        Arrays.sort(snr);
        assertThat(mean).isCloseTo(1.4148, offset(2e-3));
        assertThat((snr[549] + snr[550]) / 2).isCloseTo(3.1104f, offset(2e-3f));
    }

    @Test
    void aSpeechIsCleanedAsWasMeasured() {
        float[] speech = speech();

        float[] clean = cleaner.clean(speech, 0);

        assertThat(clean).hasSize(speech.length);
        assertThat(Arrays.copyOf(clean, 5)).containsExactly(new float[5], CLOSE);
        assertThat(Arrays.copyOfRange(clean, 48_000, 48_006))
                .containsExactly(
                        new float[] {-0.004669f, -0.005890f, -0.007101f, -0.002402f, -0.003497f, -0.004467f}, CLOSE);
        assertThat(Arrays.copyOfRange(clean, 100_000, 100_004))
                .containsExactly(new float[] {0.034369f, 0.034017f, 0.024158f, 0.024042f}, CLOSE);
        assertThat(effective(speech)).isCloseTo(0.142101, offset(1e-5));
        assertThat(effective(clean)).isCloseTo(0.119702, offset(1e-5));
        assertThat(Arrays.copyOfRange(cleaner.clean(speech, 0.02), 48_000, 48_004))
                .containsExactly(new float[] {-0.004332f, -0.005593f, -0.006846f, -0.002194f}, CLOSE);
    }

    /// A signal of our own, so that this does not depend on a recording.
    @Test
    void tonesInNoiseAreCleanedAsByTheReference() {
        float[] clean = cleaner.clean(tonesInNoise(), 0);

        assertThat(Arrays.copyOf(clean, 6))
                .containsExactly(
                        new float[] {0.0020796f, 0.0019482f, 0.0022918f, 0.0026117f, 0.0026455f, 0.0031667f},
                        offset(1e-5f));
        assertThat(Arrays.copyOfRange(clean, 12_000, 12_004))
                .containsExactly(new float[] {-0.0002485f, -0.0002422f, -0.000169f, -0.0001757f}, offset(3e-6f));
        assertThat(Arrays.copyOfRange(clean, 48_000, 48_004))
                .containsExactly(new float[] {-0.0002203f, -0.0002181f, -0.0001998f, -0.0002104f}, offset(3e-6f));
        assertThat(Arrays.copyOfRange(clean, 71_994, 71_998))
                .containsExactly(new float[] {-0.0003835f, -0.0003765f, -0.0003842f, -0.0003834f}, offset(3e-6f));
        assertThat(effective(clean)).isCloseTo(0.000484983, offset(1e-6));
    }

    private static float[] tonesInNoise() {
        float[] samples = new float[72_000];
        long state = 12_345;
        for (int i = 0; i < samples.length; i++) {
            state = (1_103_515_245 * state + 12_345) % 2_147_483_648L;
            double noise = ((state >> 8) & 0xffff) / 65_536.0 - 0.5;
            double t = i / 48_000.0;
            double swell = 0.5 + 0.5 * Math.sin(2 * Math.PI * 4 * t);
            double tones = Math.sin(2 * Math.PI * 180 * t)
                    + 0.5 * Math.sin(2 * Math.PI * 540 * t)
                    + 0.3 * Math.sin(2 * Math.PI * 2340 * t);
            samples[i] = (float) (0.02 * noise + 0.1 * swell * tones);
        }
        return samples;
    }

    private static float[] speech() {
        float[] slow = ProjectModels.recording("jfk.wav", 16_000);
        float[] samples = new float[3 * slow.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = slow[i / 3];
        }
        return samples;
    }

    private static float[] erb(DeepFilterNet3.Answers answers, int frame) {
        return at(answers.erb(), frame * 32, 0, 1, 2, 15, 31);
    }

    private static float[] at(float[] values, int first, int... places) {
        float[] found = new float[places.length];
        for (int i = 0; i < places.length; i++) {
            found[i] = values[first + places[i]];
        }
        return found;
    }

    private static double effective(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / samples.length);
    }
}
