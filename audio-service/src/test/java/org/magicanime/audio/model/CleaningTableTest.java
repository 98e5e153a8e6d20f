package org.magicanime.audio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.magicanime.audio.domain.Cleaning;
import org.magicanime.video.sound.Resampling;

/// From a file through resampling and cleaning, for five recordings and four noises: as much is left of the speech as
/// a program in NumPy leaves (with ffmpeg's resampler to 48 kHz and SciPy's to 16 kHz).
class CleaningTableTest {
    private static final int RATE = DeepFilterNet3.RATE;
    private static final String BOOK = "sense_and_sensibility_01_austen_64kb-0";
    private static final List<String> RECORDINGS = List.of(
            "cmu_arctic_us_aew_a0001.wav",
            "cmu_arctic_us_axb_a0004.wav",
            BOOK + "870.wav",
            BOOK + "890.wav",
            BOOK + "920.wav");

    private static final List<float[]> SPEECH = new ArrayList<>();
    private static DeepFilterNet3 cleaner;

    @BeforeAll
    static void open() {
        for (String name : RECORDINGS) {
            float[] speech = ProjectModels.recording(name, RATE);
            SPEECH.add(Arrays.copyOf(speech, Math.min(speech.length, 8 * RATE)));
        }
        cleaner = new DeepFilterNet3(ProjectModels.starter());
    }

    @AfterAll
    static void close() {
        if (cleaner != null) {
            cleaner.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "noise_doing_the_dishes.wav, 3,  0,  8.7,  7.2",
        "noise_doing_the_dishes.wav, 3,  5, 11.8, 11.1",
        "noise_doing_the_dishes.wav, 3, 10, 14.9, 14.9",
        "noise_doing_the_dishes.wav, 3, 20, 20.3, 21.4",
        "music_kevinmcleod_cc0.mp3,  5,  0,  6.7,  5.9",
        "music_kevinmcleod_cc0.mp3,  5,  5, 10.3, 10.2",
        "music_kevinmcleod_cc0.mp3,  5, 10, 13.5, 13.8",
        "music_kevinmcleod_cc0.mp3,  5, 20, 18.8, 20.0",
        "cc0_loop_safari.flac,       3,  0, 10.1,  7.8",
        "cc0_loop_safari.flac,       3,  5, 12.8, 11.8",
        "cc0_loop_safari.flac,       3, 10, 15.3, 15.1",
        "cc0_loop_safari.flac,       3, 20, 19.6, 20.6",
        "cc0_vinyl_hiss.flac,        3,  0,  9.2,  7.5",
        "cc0_vinyl_hiss.flac,        3,  5, 12.4, 11.6",
        "cc0_vinyl_hiss.flac,        3, 10, 15.2, 14.9",
        "cc0_vinyl_hiss.flac,        3, 20, 21.7, 22.1",
    })
    void asMuchOfTheSpeechIsLeftAsWasMeasured(String file, int from, double decibels, double full, double light) {
        float[] whole = ProjectModels.recording(file, RATE);
        float[] noise = Arrays.copyOfRange(whole, from * RATE, whole.length);

        double[] left = means(speech -> Mixture.of(speech, noise, decibels));

        assertThat(left[0]).as("cleaned fully").isCloseTo(full, offset(0.3));
        assertThat(left[1]).as("cleaned lightly").isCloseTo(light, offset(0.3));
    }

    @ParameterizedTest
    @CsvSource("32.6, 35.2")
    void cleanSpeechLosesAsLittleAsWasMeasured(double full, double light) {
        double[] left = means(speech -> speech);

        assertThat(left[0]).as("cleaned fully").isCloseTo(full, offset(0.3));
        assertThat(left[1]).as("cleaned lightly").isCloseTo(light, offset(0.3));
    }

    /// @return of the recordings: SI-SDR at 16 kHz after full, and after light, cleaning
    private static double[] means(UnaryOperator<float[]> noisy) {
        double full = 0;
        double light = 0;
        for (float[] speech : SPEECH) {
            float[] mixed = noisy.apply(speech);
            float[] clean = cleaner.clean(mixed, 0);
            float[] wanted = slow(speech);
            full += Mixture.siSdr(slow(Cleaning.FULL.of(mixed, clean)), wanted) / SPEECH.size();
            light += Mixture.siSdr(slow(Cleaning.LIGHT.of(mixed, clean)), wanted) / SPEECH.size();
        }
        return new double[] {full, light};
    }

    private static float[] slow(float[] samples) {
        return Resampling.of(samples, RATE, SileroVad.RATE);
    }
}
