package org.magicanime.audio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.magicanime.audio.dsp.MelSpectrum;

class Ge2eSpeakerTest {
    private static Ge2eSpeaker speaker;

    @BeforeAll
    static void open() {
        speaker = new Ge2eSpeaker(ProjectModels.starter());
    }

    @AfterAll
    static void close() {
        speaker.close();
    }

    @Test
    void aSpeechHasTheEmbeddingThatWasMeasured() {
        float[] speech = ProjectModels.recording("jfk.wav", 16_000);

        float[] mel = new MelSpectrum().of(speech)[100];
        float[] first = speaker.embeddings(speech, 20)[0];

        assertThat(java.util.Arrays.copyOf(mel, 5))
                .containsExactly(new float[] {0.002083f, 0.005435f, 0.420771f, 0.810788f, 0.055719f}, offset(1e-5f));
        assertThat(first[5]).isCloseTo(0.0553f, offset(1e-4f));
        assertThat(first[7]).isCloseTo(0.0304f, offset(1e-4f));
    }

    @Test
    void embeddingsHaveLengthOneAndALouderVoiceIsTheSame() {
        float[] buzz = new float[40_000];
        for (int i = 0; i < buzz.length; i++) {
            buzz[i] = (float) (0.001 * Math.signum(Math.sin(2 * Math.PI * 150 * i / 16_000)));
        }
        float[] louder = new float[buzz.length];
        for (int i = 0; i < buzz.length; i++) {
            louder[i] = buzz[i] * 10;
        }

        float[][] found = speaker.embeddings(buzz, 20);

        assertThat(found).hasDimensions((251 - 160) / 20 + 1, Ge2eSpeaker.SIZE);
        for (float[] each : found) {
            double square = 0;
            for (float value : each) {
                square += value * value;
            }
            assertThat(square).isCloseTo(1, offset(1e-5));
        }
        assertThat(speaker.embeddings(louder, 20)[2]).containsExactly(found[2], offset(1e-5f));
        assertThat(speaker.embeddings(new float[16_000], 20)).isEmpty();
    }
}
