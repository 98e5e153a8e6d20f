package org.magicanime.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.magicanime.inference.SequenceModel;
import org.magicanime.inference.TensorSpec;
import org.magicanime.inference.Tensors;

/// Starter models that take sequences, on constant inputs. The numbers were measured with ONNX Runtime
/// 1.32.
class SequenceModelsTest {
    static final List<String> MODELS =
            List.of("deepfilternet3_enc", "deepfilternet3_erb_dec", "deepfilternet3_df_dec", "ge2e_speaker");

    @Test
    void deepFilterNet3AnswersWhatWasMeasured() {
        Tensors encoded = ofConstant("deepfilternet3_enc", 4, 0.1f);

        assertThat(encoded.get("lsnr"))
                .containsExactly(new float[] {-9.7758f, -14.4311f, -14.5696f, -14.5623f}, offset(1e-3f));
        assertThat(Arrays.copyOfRange(encoded.get("emb"), 3 * 512, 3 * 512 + 4))
                .containsExactly(new float[] {0, 0.090384f, 0, 0.276385f}, offset(1e-4f));
        float[] gains = run("deepfilternet3_erb_dec", 4, encoded).get("m");
        assertThat(new float[] {gains[0], gains[32], gains[64], gains[96]})
                .containsExactly(new float[] {0.253087f, 0.304896f, 0.281316f, 0.285365f}, offset(1e-4f));
        assertThat(gains[127]).isCloseTo(0.033203f, offset(1e-4f));
        float[] filters = run("deepfilternet3_df_dec", 4, encoded).get("coefs");
        assertThat(Arrays.copyOfRange(filters, 3 * 960, 3 * 960 + 10))
                .containsExactly(
                        new float[] {
                            -0.042081f,
                            0.001038f,
                            0.046043f,
                            0.001202f,
                            0.204691f,
                            -0.002196f,
                            0.045228f,
                            -0.001262f,
                            -0.040388f,
                            0.001521f
                        },
                        offset(1e-4f));
    }

    @Test
    void theSpeakerEncoderAnswersWhatWasMeasured() {
        float[] embedding = ofConstant("ge2e_speaker", 2, 0.01f).get("embedding");

        assertThat(embedding).hasSize(2 * 256);
        assertThat(Arrays.copyOfRange(embedding, 4, 8))
                .containsExactly(new float[] {0.154199f, 0.024988f, 0, 0.077143f}, offset(1e-4f));
    }

    @Test
    void anInputOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> run("ge2e_speaker", 2, new Tensors(Map.of("mels", new float[160 * 40]))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'mels' with 12800 values, not 6400");
    }

    @Test
    void aModelOfFixedSizeIsNoSequenceAndTheOtherWayRound() {
        assertThatThrownBy(() -> RunningModels.starter().openSequence("silero_vad_v6"))
                .hasMessageContaining("takes no sequences");
        assertThatThrownBy(() -> RunningModels.starter().open("ge2e_speaker")).hasMessageContaining("takes sequences");
    }

    private static Tensors ofConstant(String id, int length, float value) {
        try (SequenceModel model = RunningModels.starter().openSequence(id)) {
            Map<String, float[]> inputs = new HashMap<>();
            for (TensorSpec input : model.entry().inputs()) {
                float[] values = new float[input.ofLength(length).values()];
                Arrays.fill(values, value);
                inputs.put(input.name(), values);
            }
            return model.run(length, new Tensors(inputs));
        }
    }

    private static Tensors run(String id, int length, Tensors inputs) {
        try (SequenceModel model = RunningModels.starter().openSequence(id)) {
            return model.run(length, inputs);
        }
    }
}
