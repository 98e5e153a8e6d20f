package org.magicanime.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// All documents of one overlay.
record Manifests(List<JsonNode> documents) {
    Manifests {
        documents = List.copyOf(documents);
    }

    /// What makes pods, with the labels and the specification that they have.
    ///
    /// @param name `Deployment keypoint-service`
    record Workload(String name, JsonNode document, JsonNode labels, JsonNode pod) {
        boolean isStage() {
            return labels.path("app.kubernetes.io/component").asText().equals("stage");
        }

        /// Such as `keypoint`.
        String service() {
            return labels.path("app.kubernetes.io/name").asText();
        }

        JsonNode container() {
            return pod.path("containers").path(0);
        }

        boolean wantsGpu() {
            return container().path("resources").path("limits").has("nvidia.com/gpu");
        }
    }

    List<JsonNode> of(String kind) {
        return documents.stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .toList();
    }

    Optional<JsonNode> find(String kind, String name) {
        return of(kind).stream().filter(document -> name(document).equals(name)).findFirst();
    }

    List<Workload> workloads() {
        return Stream.of("Deployment", "StatefulSet", "Job")
                .flatMap(kind -> of(kind).stream())
                .map(document -> {
                    JsonNode template = document.path("spec").path("template");
                    return new Workload(
                            document.path("kind").asText() + " " + name(document),
                            document,
                            template.path("metadata").path("labels"),
                            template.path("spec"));
                })
                .toList();
    }

    List<Workload> stages() {
        return workloads().stream().filter(Workload::isStage).toList();
    }

    /// Whether a selector selects pods of these manifests, or pods that Strimzi makes of them.
    boolean selectsSomething(JsonNode selector) {
        if (selector.isEmpty()) {
            return true;
        }
        if (workloads().stream().anyMatch(workload -> matches(selector, workload.labels()))) {
            return true;
        }
        JsonNode labels = selector.path("matchLabels");
        String cluster = labels.path("strimzi.io/cluster").asText();
        String entity = labels.path("strimzi.io/name").asText();
        return find("Kafka", cluster).isPresent()
                || of("Kafka").stream().anyMatch(kafka -> entity.equals(name(kafka) + "-entity-operator"));
    }

    private static boolean matches(JsonNode selector, JsonNode labels) {
        for (var wanted : selector.path("matchLabels").properties()) {
            if (!labels.path(wanted.getKey()).equals(wanted.getValue())) {
                return false;
            }
        }
        for (JsonNode expression : selector.path("matchExpressions")) {
            String value = labels.path(expression.path("key").asText()).asText();
            boolean in = stream(expression.path("values"))
                    .anyMatch(each -> each.asText().equals(value));
            if (in != expression.path("operator").asText().equals("In")) {
                return false;
            }
        }
        return true;
    }

    static String name(JsonNode document) {
        return document.path("metadata").path("name").asText();
    }

    static String title(JsonNode document) {
        return document.path("kind").asText() + " " + name(document);
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /// Every node with this field, wherever it is, with its path.
    static TreeMap<String, JsonNode> everywhere(JsonNode node, String field) {
        TreeMap<String, JsonNode> found = new TreeMap<>();
        collect(node, field, "", found);
        return found;
    }

    private static void collect(JsonNode node, String field, String path, TreeMap<String, JsonNode> found) {
        if (node.isObject()) {
            node.properties().forEach(each -> {
                String at = path + "/" + each.getKey();
                if (each.getKey().equals(field)) {
                    found.put(at, each.getValue());
                }
                collect(each.getValue(), field, at, found);
            });
        } else if (node.isArray()) {
            List<JsonNode> all = new ArrayList<>();
            node.forEach(all::add);
            for (int i = 0; i < all.size(); i++) {
                collect(all.get(i), field, path + "/" + i, found);
            }
        }
    }
}
