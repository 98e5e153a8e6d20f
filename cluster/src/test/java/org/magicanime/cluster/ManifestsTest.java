package org.magicanime.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
    private static final int FEWEST_DOCUMENTS = 80;

    /// Also where there is no `kubectl`: what is put together from these files is another test.
    @Test
    void everyDocumentOfEveryFileHasOnlyFieldsThatThereAre() {
        List<String> faults = new ArrayList<>();
        int documents = 0;
        for (Path file : Repository.files(Repository.k8s(), ".yaml")) {
            for (JsonNode document : Documents.read(file)) {
                if (isOfKustomize(document)) {
                    continue;
                }
                documents++;
                StrictParser.faults(document).forEach(fault -> faults.add(file.getFileName() + ": " + fault));
            }
        }

        assertThat(faults).isEmpty();
        assertThat(documents).isGreaterThan(FEWEST_DOCUMENTS);
    }

    private static boolean isOfKustomize(JsonNode document) {
        return document.path("apiVersion").asText().startsWith("kustomize.config.k8s.io/")
                || document.has("nameReference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "gpu", "production"})
    void everyOverlayIsPutTogetherAndHoldsTogether(String overlay) throws Exception {
        Optional<List<JsonNode>> documents =
                Documents.rendered(Repository.k8s().resolve("overlays").resolve(overlay));
        assumeTrue(documents.isPresent(), "there is no kubectl: overlays are not put together, only files are read");

        assertThat(ClusterRules.faults(documents.orElseThrow())).isEmpty();
    }

    @Test
    void theSecretsThatAreMadeAreSecrets() throws Exception {
        List<JsonNode> secrets = ClusterRules.madeSecrets();

        assertThat(secrets).isNotEmpty();
        secrets.forEach(secret -> assertThat(StrictParser.faults(secret)).isEmpty());
        // Credentials of two calls have nothing in common.
        assertThat(secrets).doesNotContainAnyElementsOf(ClusterRules.madeSecrets());
    }
}
