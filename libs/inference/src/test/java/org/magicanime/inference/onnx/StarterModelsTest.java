package org.magicanime.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.magicanime.inference.Model;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.ModelEntry.Tier;
import org.magicanime.inference.TestPictures;

/// The starter models on a constant input of 0.5: no resampling is involved, only the file and the
/// session. The numbers were measured with ONNX Runtime 1.32 on files that were converted from the same
/// packages.
class StarterModelsTest {
    private static final double RELATIVE = 1e-2;
    /// The numbers have three decimals.
    private static final double LEAST = 2e-3;

    private static final Map<String, Map<String, double[]>> FIRST_VALUES = Map.of(
            "pose_detection",
            Map.of(
                    "Identity", values(-1.115, -4.006, 7.157, -3.825, -0.539),
                    "Identity_1", values(-82.64, -6.448, -107.245, -7.768, -119.584)),
            "pose_landmark_full",
            Map.of(
                    "Identity", values(147.504, 67.620, -58.751, 6.464, 3.344),
                    "Identity_1", values(0.000),
                    "Identity_3", values(-26.049, -27.195, -26.274, -23.669, -27.541),
                    "Identity_4", values(0.025, -0.456, -0.255, 0.030, -0.500)),
            "pose_drawn",
            Map.of(
                    "Identity", values(127.871, 77.528, -65.752, -8.508, -7.177),
                    "Identity_1", values(0.001),
                    "Identity_3", values(-17.515, -18.374, -17.348, -15.224, -21.355)),
            "palm_detection_full",
            Map.of(
                    "Identity", values(-5.506, -3.597, 18.716, 18.714, -18.031),
                    "Identity_1", values(-9.956, -14.074, -11.419, -13.947, -11.875)),
            "hand_recrop",
            Map.of("output_crop", values(122.170, 135.258, 110.906, 250.833)),
            "hand_landmark_full",
            Map.of(
                    "Identity", values(118.049, 177.731, 0.000, 116.562, 152.352),
                    "Identity_1", values(0.002),
                    "Identity_2", values(0.584),
                    "Identity_3", values(0.008, 0.104, 0.061, 0.009, 0.083)),
            "face_detection_short_range",
            Map.of(
                    "regressors", values(0.087, -0.856, 27.473, 27.473, -2.731),
                    "classificators", values(-5.154, -4.476, -5.474, -4.713, -5.559)),
            "face_landmark",
            Map.of(
                    "conv2d_21", values(96.399, 116.641, -14.996, 97.373, 100.443),
                    "conv2d_31", values(-11.913)),
            "silero_vad_v6",
            Map.of("output", values(0.142), "stateN", values(0.246, -0.071, 0.634, 0.339, -0.002)));

    private static double[] values(double... values) {
        return values;
    }

    @Test
    void everyStarterModelHasItsNumbers() {
        assertThat(ModelCatalogue.in(TestPictures.models()).entries().stream()
                        .filter(model -> model.tier() == Tier.STARTER)
                        .map(ModelEntry::id))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(FIRST_VALUES.keySet().stream(), SequenceModelsTest.MODELS.stream())
                                .toList());
    }

    @TestFactory
    Stream<DynamicTest> aConstantInputGivesTheNumbersThatWereMeasured() {
        return FIRST_VALUES.entrySet().stream()
                .map(model -> DynamicTest.dynamicTest(model.getKey(), () -> holds(model.getKey(), model.getValue())));
    }

    private void holds(String id, Map<String, double[]> outputs) {
        try (Model model = RunningModels.starter().open(id)) {
            model.entry().inputs().stream()
                    .filter(input -> input.int64() == null)
                    .forEach(input -> fill(model.input(input.name())));

            model.run();

            outputs.forEach((name, expected) -> {
                FloatBuffer output = model.output(name);
                for (int i = 0; i < expected.length; i++) {
                    assertThat((double) output.get(i))
                            .as("%s %s[%d]", id, name, i)
                            .isCloseTo(
                                    expected[i],
                                    org.assertj.core.data.Offset.offset(
                                            Math.max(LEAST, RELATIVE * Math.abs(expected[i]))));
                }
            });
        }
    }

    private static void fill(FloatBuffer input) {
        while (input.hasRemaining()) {
            input.put(0.5f);
        }
    }
}
