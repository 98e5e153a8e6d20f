package org.magicanime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DashboardsTest {
    private static final Path FOLDER = Repository.k8s().resolve("components/monitoring");
    private static final int WIDTH = 24;

    @Test
    void everyQueryCanBeEvaluatedAndAsksForWhatThereIs() throws Exception {
        List<String> faults = new ArrayList<>();
        int queries = 0;
        for (JsonNode dashboard : dashboards()) {
            String title = dashboard.path("title").asText();
            Set<Integer> ids = new HashSet<>();
            for (JsonNode panel : dashboard.path("panels")) {
                String where = title + ": " + panel.path("title").asText();
                JsonNode place = panel.path("gridPos");
                if (!ids.add(panel.path("id").asInt())
                        || place.path("x").asInt() + place.path("w").asInt() > WIDTH) {
                    faults.add(where + ": lies beside the dashboard or has another's id");
                }
                if (!panel.path("datasource").path("uid").asText().equals("prometheus")) {
                    faults.add(where + ": asks another source than the one that is provisioned");
                }
                for (JsonNode target : panel.path("targets")) {
                    AlarmRules.query(where, target.path("expr").asText(), faults);
                    queries++;
                }
            }
        }

        assertThat(faults).isEmpty();
        assertThat(queries).isGreaterThan(50);
    }

    @Test
    void dashboardsHaveNamesOfTheirOwnAndAreAllInTheCluster() throws Exception {
        List<JsonNode> dashboards = dashboards();
        Set<String> uids =
                dashboards.stream().map(each -> each.path("uid").asText()).collect(Collectors.toSet());
        Set<String> mounted = new HashSet<>();
        Documents.read(FOLDER.resolve("kustomization.yaml"))
                .getFirst()
                .path("configMapGenerator")
                .forEach(each -> each.path("files").forEach(file -> mounted.add(file.asText())));

        assertThat(uids).hasSize(dashboards.size()).hasSize(5);
        assertThat(mounted)
                .isEqualTo(Repository.files(FOLDER, ".json").stream()
                        .map(file -> FOLDER.relativize(file).toString())
                        .collect(Collectors.toSet()));
    }

    private static List<JsonNode> dashboards() throws Exception {
        List<JsonNode> all = new ArrayList<>();
        for (Path file : Repository.files(FOLDER, ".json")) {
            all.add(new ObjectMapper().readTree(Repository.read(file)));
        }
        return all;
    }
}
