package org.magicanime.inference.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.magicanime.inference.InferenceConfig.Device;
import org.magicanime.inference.KnownInference;
import org.magicanime.inference.Model;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.ModelRefusedException;
import org.magicanime.inference.TinyOnnx;
import org.magicanime.inference.files.ModelFiles;

class OnnxModelsTest {
    @TempDir
    Path folder;

    private final List<String> ran = new ArrayList<>();

    @Test
    void aModelRunsInTheSameMemoryAgainAndAgain() throws IOException {
        try (Model model = open(TinyOnnx.adding(), Device.CPU)) {
            FloatBuffer x = model.input("x");
            FloatBuffer y = model.output("y");

            x.put(0, new float[] {10, 20, 30});
            model.run();
            assertThat(values(y)).containsExactly(11, 22, 33);

            x.put(0, new float[] {-1, -2, -3});
            model.run();
            assertThat(values(y)).containsExactly(0, 0, 0);
            assertThat(model.output("y")).isSameAs(y);
        }
        // Once more than asked for: to warm up.
        assertThat(ran).containsExactly("tiny", "tiny", "tiny");
    }

    private static float[] values(FloatBuffer buffer) {
        float[] values = new float[buffer.capacity()];
        buffer.get(0, values);
        return values;
    }

    @Test
    void aTensorThatTheModelDoesNotHaveIsAnsweredWithThoseItHas() throws IOException {
        try (Model model = open(TinyOnnx.adding(), Device.CPU)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.input("y"))
                    .withMessageContaining("[x]");
        }
    }

    @Test
    void withoutAGpuTheSameModelRunsOnTheCpu() throws IOException {
        org.junit.jupiter.api.Assumptions.assumeFalse(
                ai.onnxruntime.OrtEnvironment.getAvailableProviders().contains(ai.onnxruntime.OrtProvider.CUDA),
                "this build has CUDA");
        try (Model model = open(TinyOnnx.adding(), Device.CUDA)) {
            model.run();
            assertThat(values(model.output("y"))).containsExactly(1, 2, 3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void weightsInAnotherFileAreRefusedWhereverTheyAreReferredTo(TinyOnnx.Constant place) {
        byte[] model = TinyOnnx.adding(place, "/etc/hostname");

        refused(model, List.of(3L), "other files");
    }

    @Test
    void anotherInputShapeIsRefusedWithBothShapes() {
        refused(TinyOnnx.adding(), List.of(4L), "[3]", "[4]");
        refused(TinyOnnx.adding(), List.of(1L, 3L), "[3]", "[1, 3]");
    }

    @Test
    void whatIsNoModelIsRefused() {
        refused("no model at all, but a line of text\n".getBytes(UTF_8), List.of(3L), "no ONNX file");
        refused(new byte[] {8, 8}, List.of(3L), "does not load");
    }

    private void refused(byte[] content, List<Long> shape, String... said) {
        assertThatExceptionOfType(ModelRefusedException.class)
                .isThrownBy(() -> open(TinyOnnx.entry("tiny", content, shape), content, Device.CPU))
                .withMessageContaining("'tiny'")
                .satisfies(e -> assertThat(e.getMessage()).contains(said));
        assertThat(ran).isEmpty();
    }

    private Model open(byte[] content, Device device) throws IOException {
        return open(TinyOnnx.entry("tiny", content), content, device);
    }

    private Model open(ModelEntry entry, byte[] content, Device device) throws IOException {
        ModelFiles files = new ModelFiles(folder);
        files.put(entry, new ByteArrayInputStream(content));
        return new OnnxModels(
                        new ModelCatalogue(List.of(entry)),
                        files,
                        new KnownInference(folder, device, 1),
                        (model, nanos) -> ran.add(model))
                .open(entry.id());
    }
}
