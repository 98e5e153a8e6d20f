package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.dataset.domain.LastStage;

/// Runs that end before the last stage: services that are not wanted hear nothing, and the others work.
class UntilIT {
    @TempDir
    Path folder;

    @Test
    void theServicesStartWithoutTheStagesThatAreNotWanted() throws Exception {
        CommonOptions options = new CommonOptions();
        options.until = LastStage.SEGMENT;
        List<String> messages = new CopyOnWriteArrayList<>();
        try (StateFolder state = StateFolder.take(folder.resolve("state"));
                LocalSystem system = LocalSystem.start(state, options, messages::add);
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> topics = client.send(
                    HttpRequest.newBuilder(system.http().resolve("/api/topics")).build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(topics.statusCode()).isEqualTo(200);
            assertThat(messages).noneMatch(message -> message.contains("ended"));
        }
    }
}
