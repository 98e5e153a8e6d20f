package org.magicanime.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.contracts.Busy;

class AwaitedModelsTest {
    private static final String CATALOGUE = """
            models:
              - id: tiny
                job: test
                tier: own
                file: own/tiny.onnx
                bytes: 1
                sha256: "0000000000000000000000000000000000000000000000000000000000000000"
                licence: CC0-1.0
                origin: nobody
                inputs: [{name: x, shape: [1]}]
                outputs: [{name: y, shape: [1]}]
                decoder: none
            """;

    @TempDir
    Path folder;

    /// Stands for what is opened: the entry of a model.
    private record Opened(ModelEntry entry) implements AutoCloseable {
        @Override
        public void close() {}
    }

    @Test
    void itemsWaitForACatalogueThatIsMissingOrDamagedAndGoOnWhenItIsMended() throws IOException {
        Path file = folder.resolve(ModelCatalogue.FILE);
        try (AwaitedModels<Opened> awaited = new AwaitedModels<>(
                "test", () -> new Opened(ModelCatalogue.in(folder).entry("tiny")))) {
            awaited.open();
            assertThatThrownBy(awaited::get).isInstanceOf(Busy.class).hasMessageContaining("cannot be read");

            Files.writeString(file, "models: [");
            assertThatThrownBy(awaited::get).isInstanceOf(Busy.class).hasMessageContaining(ModelCatalogue.FILE);

            Files.writeString(file, CATALOGUE.replace("id: tiny", "id: another"));
            assertThatThrownBy(awaited::get).isInstanceOf(Busy.class).hasMessageContaining("no model 'tiny'");

            Files.writeString(file, CATALOGUE);
            Opened opened = awaited.get();
            assertThat(opened.entry().id()).isEqualTo("tiny");
            assertThat(awaited.get()).isSameAs(opened);
        }
    }
}
