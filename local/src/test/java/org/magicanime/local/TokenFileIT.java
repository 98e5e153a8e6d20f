package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages of one machine that not all of its users may see.
class TokenFileIT {
    @TempDir
    Path folder;

    @Test
    void pagesAskForATokenOfTheFile() throws Exception {
        String token = UUID.randomUUID().toString();
        CommonOptions options = options(token);
        try (StateFolder state = StateFolder.take(folder.resolve("state"));
                LocalSystem system = LocalSystem.start(state, options, message -> {});
                HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest asked =
                    HttpRequest.newBuilder(system.http().resolve("/api/topics")).build();
            assertThat(status(client, asked)).isEqualTo(401);
            assertThat(status(
                            client,
                            HttpRequest.newBuilder(asked, (name, value) -> true)
                                    .header("Authorization", "Bearer " + token)
                                    .build()))
                    .isEqualTo(200);
        }
    }

    @Test
    void aFileWithAFaultIsRefusedBeforeAnythingIsStarted() throws Exception {
        CommonOptions options = options("too-short");
        try (StateFolder state = StateFolder.take(folder.resolve("state"))) {
            assertThatThrownBy(() -> LocalSystem.start(state, options, message -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("line 1 has 9 characters");
            assertThat(state.file("logs")).doesNotExist();
        }
    }

    private CommonOptions options(String content) throws Exception {
        CommonOptions options = new CommonOptions();
        options.tokenFile = Files.writeString(folder.resolve("tokens"), content);
        Files.setPosixFilePermissions(options.tokenFile, PosixFilePermissions.fromString("rw-------"));
        return options;
    }

    private static int status(HttpClient client, HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
