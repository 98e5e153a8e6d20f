package org.magicanime.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.inference.Model;

/// ONNX Runtime notes what it does in the user's cache folder before it sends it: nothing may be there.
class TelemetryTest {
    @TempDir
    Path home;

    @Test
    void whatRunsIsNotNotedForAnybody() throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + Files.createDirectory(home.resolve("tmp")),
                "-cp",
                System.getProperty("java.class.path"),
                OpensAModel.class.getName()));
        Map<String, String> environment = process.environment();
        environment.remove("ORT_DISABLE_TELEMETRY");
        Path cache = Files.createDirectory(home.resolve("cache"));
        environment.put("HOME", home.toString());
        environment.put("XDG_CACHE_HOME", cache.toString());
        Path said = home.resolve("said.txt");
        process.redirectErrorStream(true).redirectOutput(said.toFile());

        Process running = process.start();
        assertThat(running.waitFor(2, TimeUnit.MINUTES)).isTrue();

        assertThat(Files.readString(said)).contains(OpensAModel.DONE);
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile))
                    .as("files besides what the process said")
                    .containsExactly(said);
        }
    }

    static final class OpensAModel {
        static final String DONE = "the model ran";

        private OpensAModel() {}

        public static void main(String[] arguments) {
            try (Model model = RunningModels.starter().open("hand_recrop")) {
                model.run();
                System.out.println(DONE);
            }
        }
    }
}
