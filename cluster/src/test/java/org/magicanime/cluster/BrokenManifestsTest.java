package org.magicanime.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each fault that the checks claim to find is put into a copy that is otherwise good, and found by its name.
class BrokenManifestsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POD = "/spec/template/spec";
    private static final String CONTAINER = POD + "/containers/0";
    private static final String TRIGGER = "/spec/triggers/0";
    private static final String RULE = "/spec/groups/0/rules/0";

    private static List<JsonNode> good = List.of();

    @BeforeAll
    static void putTogether() {
        Optional<List<JsonNode>> documents =
                Documents.rendered(Repository.k8s().resolve("overlays").resolve("gpu"));
        assumeTrue(documents.isPresent(), "there is no kubectl: no copy can be broken");
        good = documents.orElseThrow();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                broken(
                        "misspelt field",
                        "Deployment",
                        "audio-service",
                        POD,
                        "terminationGraceSeconds",
                        "1",
                        "no such field"),
                broken(
                        "misspelt field of Strimzi's",
                        "KafkaTopic",
                        "clip.cut.v1",
                        "/spec",
                        "partitons",
                        "3",
                        "no such field"),
                broken(
                        "misspelt field of KEDA's",
                        "ScaledObject",
                        "audio-service",
                        "/spec",
                        "minReplicas",
                        "0",
                        "minReplicas"),
                broken("wrong type", "Deployment", "dataset-service", "/spec", "replicas", "\"one\"", "replicas"),
                broken(
                        "number where a text is wanted",
                        "ScaledObject",
                        "audio-service",
                        TRIGGER + "/metadata",
                        "lagThreshold",
                        "30",
                        "ScaledObject audio-service"),
                broken(
                        "wrong topic",
                        "ScaledObject",
                        "audio-service",
                        TRIGGER + "/metadata",
                        "topic",
                        "\"clip.posed.v1\"",
                        "hears"),
                broken(
                        "topic that is not there",
                        "ScaledObject",
                        "audio-service",
                        TRIGGER + "/metadata",
                        "topic",
                        "\"clips\"",
                        "no KafkaTopic clips"),
                broken(
                        "wrong group",
                        "ScaledObject",
                        "audio-service",
                        TRIGGER + "/metadata",
                        "consumerGroup",
                        "\"sound\"",
                        "hears"),
                broken(
                        "misspelt scaler key",
                        "ScaledObject",
                        "audio-service",
                        TRIGGER + "/metadata",
                        "lagTreshold",
                        "\"1\"",
                        "no key lagTreshold"),
                broken(
                        "scaler without a version",
                        "ScaledObject",
                        "audio-service",
                        TRIGGER + "/metadata",
                        "version",
                        null,
                        "version is missing"),
                broken(
                        "missing authentication",
                        "ScaledObject",
                        "audio-service",
                        TRIGGER + "/authenticationRef",
                        "name",
                        "\"nobody\"",
                        "no TriggerAuthentication 'nobody'"),
                broken(
                        "authentication without its Secret",
                        "TriggerAuthentication",
                        "kafka-scaler-describe-only",
                        "/spec/secretTargetRef/0",
                        "name",
                        "\"nobody\"",
                        "nobody makes the Secret nobody"),
                broken(
                        "too few partitions",
                        "KafkaTopic",
                        "video.ingested.v1",
                        "/spec",
                        "partitions",
                        "6",
                        "12 processes for 6 partitions"),
                broken(
                        "topics not those of the file",
                        "KafkaTopic",
                        "stage.figures.v1",
                        "/spec",
                        "partitions",
                        "2",
                        "not those of topics.json"),
                broken(
                        "more processes than GPUs",
                        "ScaledObject",
                        "keypoint-service",
                        "/spec",
                        "maxReplicaCount",
                        "9",
                        "there are 8 GPUs"),
                broken(
                        "GPU stage that goes anywhere",
                        "Deployment",
                        "keypoint-service",
                        POD,
                        "nodeSelector",
                        null,
                        "does not go where"),
                broken(
                        "replicas beside a scaler",
                        "Deployment",
                        "audio-service",
                        "/spec",
                        "replicas",
                        "2",
                        "undoes the scaler"),
                broken(
                        "short grace period",
                        "Deployment",
                        "audio-service",
                        POD,
                        "terminationGracePeriodSeconds",
                        "60",
                        "drains for 60"),
                broken(
                        "longer drain",
                        "ConfigMap",
                        "services",
                        "/data",
                        "STAGE_DRAIN_TIMEOUT",
                        "\"119s\"",
                        "drains for 119"),
                broken(
                        "port that nobody has",
                        "Deployment",
                        "audio-service",
                        CONTAINER + "/livenessProbe/httpGet",
                        "port",
                        "\"web\"",
                        "asks port 'web'"),
                broken(
                        "port that cannot be",
                        "NetworkPolicy",
                        "store-is-reached",
                        "/spec/ingress/0/ports/0",
                        "port",
                        "70000",
                        "no port 70000"),
                broken(
                        "policy that selects nothing",
                        "NetworkPolicy",
                        "store-tells",
                        "/spec/podSelector/matchLabels",
                        "app.kubernetes.io/name",
                        "\"minio-store\"",
                        "store-tells: selects nothing"),
                broken(
                        "policy whose rules do nothing",
                        "NetworkPolicy",
                        "store-tells",
                        "/spec/policyTypes",
                        "0",
                        "\"Ingress\"",
                        "is of another type"),
                broken(
                        "nothing denied",
                        "NetworkPolicy",
                        "default-deny",
                        "/spec/podSelector",
                        "matchLabels",
                        "{\"strimzi.io/cluster\": \"magicanime\"}",
                        "no NetworkPolicy denies"),
                broken(
                        "PDB that forbids every drain",
                        "PodDisruptionBudget",
                        "dataset-service",
                        "/spec",
                        "maxUnavailable",
                        "0",
                        "forbids every drain"),
                broken(
                        "PDB that selects nothing",
                        "PodDisruptionBudget",
                        "dataset-service",
                        "/spec/selector/matchLabels",
                        "app.kubernetes.io/name",
                        "\"ledger\"",
                        "selects nothing"),
                broken(
                        "privileged pod",
                        "Deployment",
                        "audio-service",
                        CONTAINER + "/securityContext",
                        "privileged",
                        "true",
                        "is privileged"),
                broken(
                        "root",
                        "StatefulSet",
                        "minio",
                        POD + "/securityContext",
                        "runAsNonRoot",
                        "false",
                        "runs as root"),
                broken(
                        "token of the API server",
                        "Deployment",
                        "audio-service",
                        POD,
                        "automountServiceAccountToken",
                        "true",
                        "gets a token"),
                broken(
                        "folder of the node",
                        "Deployment",
                        "audio-service",
                        POD + "/volumes/2",
                        "hostPath",
                        "{\"path\": \"/\"}",
                        "volume of kind hostPath"),
                broken(
                        "image of another service",
                        "Deployment",
                        "audio-service",
                        CONTAINER,
                        "image",
                        "\"magicanime/eval-service:0.1.0\"",
                        "is not that of audio"),
                broken(
                        "CUDA image without a GPU",
                        "Deployment",
                        "audio-service",
                        CONTAINER,
                        "image",
                        "\"magicanime/audio-service:0.1.0-cuda\"",
                        "do not fit"),
                broken(
                        "Secret that nobody makes",
                        "Deployment",
                        "audio-service",
                        POD + "/volumes/0/projected/sources/1/secret",
                        "name",
                        "\"audio\"",
                        "nobody makes the Secret audio"),
                broken(
                        "key that a Secret does not have",
                        "Deployment",
                        "audio-service",
                        POD + "/volumes/0/projected/sources/1/secret/items/0",
                        "key",
                        "\"secret\"",
                        "has not all of"),
                broken(
                        "setting that nobody reads",
                        "ConfigMap",
                        "services",
                        "/data",
                        "STORE_ENDPONT",
                        "\"http://minio:9000\"",
                        "nobody reads STORE_ENDPONT"),
                broken(
                        "priority that is not there",
                        "Deployment",
                        "audio-service",
                        POD,
                        "priorityClassName",
                        "\"high\"",
                        "no PriorityClass high"),
                broken(
                        "user that reads what it does not hear",
                        "KafkaUser",
                        "audio-service",
                        "/spec/authorization/acls/3/operations",
                        "1",
                        "\"Read\"",
                        "does not hear it"),
                broken(
                        "user that may delete",
                        "KafkaUser",
                        "audio-service",
                        "/spec/authorization/acls/3/operations",
                        "1",
                        "\"Delete\"",
                        "may Delete"),
                broken(
                        "broken PromQL",
                        "PrometheusRule",
                        "magicanime",
                        RULE,
                        "expr",
                        "\"max by (topic (up) > 1\"",
                        "alarm RecordsWaitTooLong"),
                broken(
                        "metric that nobody exports",
                        "PrometheusRule",
                        "magicanime",
                        RULE,
                        "expr",
                        "\"pipeline_lag > 1\"",
                        "nobody exports pipeline_lag"),
                broken(
                        "alarm without a section",
                        "PrometheusRule",
                        "magicanime",
                        RULE + "/annotations",
                        "runbook_url",
                        "\"docs/operations.md#no\"",
                        "there is no docs/operations.md#no"));
    }

    /// @param json the new value of the field, or of the element of an array; null to remove it
    private static Arguments broken(
            String what,
            String kind,
            String name,
            String at,
            String field,
            @org.jspecify.annotations.Nullable String json,
            String fault) {
        return Arguments.of(what, kind, name, at, field, json, fault);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void isFound(
            String what,
            String kind,
            String name,
            String at,
            String field,
            @org.jspecify.annotations.Nullable String json,
            String fault)
            throws Exception {
        List<JsonNode> copy = new ArrayList<>();
        good.forEach(document -> copy.add(document.deepCopy()));
        JsonNode parent = new Manifests(copy).find(kind, name).orElseThrow().at(at);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(field), JSON.readTree(json));
        } else if (json == null) {
            assertThat(((ObjectNode) parent).remove(field)).isNotNull();
        } else {
            ((ObjectNode) parent).set(field, JSON.readTree(json));
        }

        assertThat(ClusterRules.faults(copy)).as(what).anyMatch(found -> found.contains(fault));
    }
}
