package org.magicanime.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged service, where it would be open to everybody.
class RefusedStartIT {
    private static final long LIMIT_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void itDoesNotStartWhereOthersReachItWithoutAToken() throws Exception {
        assertThat(start(Map.of("QUARKUS_HTTP_HOST", "0.0.0.0")))
                .contains("quarkus.http.host is '0.0.0.0'", "Set dataset.access.token-file")
                .doesNotContain("\tat ", "Listening on");
    }

    @Test
    void itDoesNotStartWithATokenThatIsTooShort() throws Exception {
        Path file = Files.writeString(folder.resolve("tokens"), "swordfish");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThat(start(Map.of("QUARKUS_HTTP_HOST", "::", "DATASET_ACCESS_TOKEN_FILE", file.toString())))
                .contains(file.toString(), "line 1 has 9 characters")
                .doesNotContain("swordfish", "\tat ", "Listening on");
    }

    /// @return what it said before it ended, with an error
    private String start(Map<String, String> settings) throws Exception {
        File said = folder.resolve("said").toFile();
        ProcessBuilder service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true)
                .redirectOutput(said);
        service.environment().put("STORE_ACCESS_KEY", "none");
        service.environment().put("STORE_SECRET_KEY", "none");
        service.environment().put("QUARKUS_HTTP_PORT", "0");
        service.environment().putAll(settings);
        Process process = service.start();
        try {
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            return Files.readString(said.toPath());
        } finally {
            process.destroyForcibly();
        }
    }
}
