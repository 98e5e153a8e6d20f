package org.magicanime.audio.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.magicanime.audio.model.ProjectModels;
import org.magicanime.audio.model.SileroVad;

/// Against numbers that a program in NumPy gave for a recording and another bank.
class LipSyncTest {
    private static final int FIRST = 48;

    private static SileroVad vad;

    @BeforeAll
    static void open() {
        vad = new SileroVad(ProjectModels.starter());
    }

    @AfterAll
    static void close() {
        vad.close();
    }

    @Test
    void aSpeechHasTheSeriesThatWereMeasured() {
        SpeechSeries speech = speech();

        assertThat(speech.frames()).isEqualTo(264);
        assertThat(Arrays.copyOfRange(speech.loudness(), FIRST, FIRST + 6))
                .containsExactly(new double[] {0.4202, 0.3533, 0.5694, 0.2536, 0.1953, 0.1595}, offset(1e-3));
        assertThat(Arrays.copyOfRange(speech.voice(), FIRST, FIRST + 6))
                .containsExactly(new double[] {0.9992, 0.9985, 0.9971, 0.9868, 0.9523, 0.6217}, offset(1e-3));
        assertThat(Statistic.mean(speech.loudness())).isCloseTo(0.52771, offset(1e-4));
        assertThat(Statistic.mean(speech.voice())).isCloseTo(0.68816, offset(1e-3));
    }

    @ParameterizedTest
    @CsvSource({
        "P,  36, 0.791,   5,  1.621, 0.099, 0.834,   4,  1.771",
        "P,  72, 0.931,   5,  2.979, 0.010, 0.862,   3,  2.002",
        "P, 120, 0.943,   5,  3.300, 0.010, 0.849,   3,  2.281",
        "P, 192, 0.936,   5,  3.945, 0.010, 0.807,   3,  2.892",
        "F,  36, 0.313,  11, -0.497, 0.693, 0.217,  10,  0.130",
        "F,  72, 0.039,  -6, -1.527, 0.970, 0.140, -12,  0.470",
        "F, 120, 0.089,   3, -0.158, 0.525, 0.045,  11, -0.416",
    })
    void mouthsThatFollowTheSpeechAndMouthsThatFlapHaveTheScoresThatWereMeasured(
            String mouth,
            int frames,
            double loudness,
            int lag,
            double loudnessScore,
            double chance,
            double voice,
            int voiceLag,
            double voiceScore)
            throws IOException {
        SpeechSeries speech = speech();
        double[] opening = mouth.equals("P") ? following(speech) : flapping(speech.frames());

        SyncScore score = new LipSync(goldenBank(), -12, 12)
                .score(Arrays.copyOfRange(opening, FIRST, FIRST + frames), speech.cut(FIRST, FIRST + frames));

        assertThat(score.range()).isCloseTo(0.2, offset(1e-3));
        assertThat(score.loudness()).isCloseTo(loudness, offset(0.01));
        assertThat(score.lag()).isEqualTo(lag);
        assertThat(score.loudnessScore()).isCloseTo(loudnessScore, offset(0.05));
        assertThat(score.loudnessChance()).isCloseTo(chance, offset(0.011));
        assertThat(score.voice()).isCloseTo(voice, offset(0.01));
        assertThat(score.voiceLag()).isEqualTo(voiceLag);
        assertThat(score.voiceScore()).isCloseTo(voiceScore, offset(0.05));
    }

    @Test
    void aMouthThatStandsStillFitsNothing() throws IOException {
        SpeechSeries speech = speech();
        double[] shut = new double[72];
        Arrays.fill(shut, 0.02);

        SyncScore score = new LipSync(goldenBank(), -12, 12).score(shut, speech.cut(FIRST, FIRST + 72));

        assertThat(score.range()).isZero();
        assertThat(score.loudness()).isZero();
        assertThat(score.loudnessScore()).isZero();
        assertThat(score.loudnessChance()).isEqualTo(1);
        assertThat(score.voiceScore()).isZero();
    }

    private static SpeechSeries speech() {
        float[] samples = ProjectModels.recording("jfk.wav", SileroVad.RATE);
        return SpeechSeries.of(samples, vad.probabilities(samples));
    }

    private static SpeechBank goldenBank() throws IOException {
        try (InputStream table = Files.newInputStream(ProjectModels.shared("reference/golden/lipsync_bank.csv"))) {
            return SpeechBank.read(table);
        }
    }

    /// In four steps, four frames late, drawn on twos.
    private static double[] following(SpeechSeries speech) {
        double[] mouth = new double[speech.frames()];
        for (int t = 0; t < mouth.length; t++) {
            int drawn = t / 2 * 2;
            double step = drawn < 4 ? 0 : Math.floor(3 * speech.loudness()[drawn - 4] + 0.5) / 3;
            mouth[t] = 0.02 + 0.2 * step;
        }
        return mouth;
    }

    private static double[] flapping(int frames) {
        double[] shapes = {0, 0.5, 1, 0.5};
        double[] mouth = new double[frames];
        for (int t = 0; t < frames; t++) {
            mouth[t] = 0.02 + 0.2 * shapes[t / 2 % 4];
        }
        return mouth;
    }
}
