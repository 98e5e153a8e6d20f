package org.magicanime.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelCatalogueTest {
    private static final String ENTRY = """
              - id: nose
                job: nose-detection
                tier: starter
                file: starter/nose.onnx
                bytes: 12
                sha256: %s
                licence: Apache-2.0
                origin: "a package 1.0, nose.tflite; its author"
                inputs:
                  - {name: in, shape: [1, 8, 8, 3], layout: NHWC, colour: RGB, range: [-1, 1]}
                outputs:
                  - {name: out, shape: [1, 2]}
                decoder: none
            """.formatted("0a".repeat(32));

    @Test
    void anEntryHasEverythingThatARunNeeds() {
        ModelEntry nose =
                ModelCatalogue.parse("models:\n" + ENTRY, "catalog.yaml").entry("nose");

        assertThat(nose.tier()).isEqualTo(ModelEntry.Tier.STARTER);
        assertThat(nose.url()).isNull();
        assertThat(nose.inputs())
                .containsExactly(
                        new TensorSpec("in", List.of(1L, 8L, 8L, 3L), "NHWC", "RGB", List.of(-1.0, 1.0), null, null));
        assertThat(nose.inputs().getFirst().values()).isEqualTo(192);
        assertThat(nose.outputs().getFirst().sizes()).containsExactly(1, 2);
    }

    @Test
    void anEntryMaySayWhatItsDecoderHasToKnow() {
        ModelEntry plain =
                ModelCatalogue.parse("models:\n" + ENTRY, "catalog.yaml").entry("nose");
        ModelEntry set = ModelCatalogue.parse(
                        "models:\n" + ENTRY + "    settings: {hop: 1024, gain: 1.5, gives: voice}\n", "catalog.yaml")
                .entry("nose");

        assertThat(plain.settings()).isEmpty();
        assertThat(set.settings()).isEqualTo(Map.of("hop", "1024", "gain", "1.5", "gives", "voice"));
        refused(ENTRY + "    settings: {hop: }\n", "nose", "hop");
    }

    @Test
    void whatIsWrongIsNamedWithTheFileAndTheModel() {
        refused(ENTRY.replace("starter/nose.onnx", "../nose.onnx"), "nose", "../nose.onnx");
        refused(ENTRY.replace("0a0a", "XX"), "nose", "sha256");
        refused(ENTRY.replace("[1, 2]", "[1, -1]"), "out", "[1, -1]");
        refused(ENTRY.replace("    licence: Apache-2.0\n", ""), "licence");
        refused(ENTRY.replace("    bytes: 12\n", ""), "bytes");
        refused(ENTRY.replace("    job:", "    jop:"), "nose", "job");
        refused(ENTRY + ENTRY, "two models 'nose'");
    }

    private static void refused(String entries, String... said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelCatalogue.parse("models:\n" + entries, "my/catalog.yaml"))
                .withMessageStartingWith("my/catalog.yaml: ")
                .satisfies(e -> assertThat(e.getMessage()).contains(said));
    }

    @Test
    void aModelThatIsNotThereIsAnsweredWithThoseThatAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelCatalogue.parse("models:\n" + ENTRY, "catalog.yaml")
                        .entry("mouth"))
                .withMessageContaining("'mouth'")
                .withMessageContaining("[nose]");
    }
}
