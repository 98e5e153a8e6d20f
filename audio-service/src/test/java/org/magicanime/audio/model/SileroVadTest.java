package org.magicanime.audio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SileroVadTest {
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
    void aSpeechHasTheProbabilitiesThatWereMeasured() {
        float[] speech = ProjectModels.recording("jfk.wav", SileroVad.RATE);

        float[] found = vad.probabilities(speech);

        assertThat(found).hasSize(343);
        assertThat(new float[] {found[0], found[10], found[20], found[30], found[40], found[100], found[200]})
                .containsExactly(
                        new float[] {0.0017f, 0.3433f, 0.9822f, 0.9932f, 0.9977f, 0.0115f, 0.9999f}, offset(5e-4f));
        double sum = 0;
        int voiced = 0;
        for (float probability : found) {
            sum += probability;
            voiced += probability > 0.5 ? 1 : 0;
        }
        assertThat(sum / found.length).isCloseTo(0.6885, offset(1e-4));
        assertThat(voiced * 0.032).isCloseTo(7.456, offset(1e-9));
    }

    @Test
    void silenceIsNoSpeechAndEachSoundIsJudgedByItself() {
        float[] silence = new float[16_000];

        float[] found = vad.probabilities(silence);

        assertThat(found).hasSize(31);
        for (float probability : found) {
            assertThat(probability).isLessThan(0.0090f);
        }
        assertThat(vad.probabilities(silence)).isEqualTo(vad.probabilities(silence));
        assertThat(vad.probabilities(new float[100])).hasSize(1);
    }
}
