package org.magicanime.cluster;

import static org.magicanime.cluster.Manifests.stream;
import static org.magicanime.cluster.Manifests.title;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Policies select something, do what their rules say, and the ports that they open are listened on.
final class NetworkRules {
    private static final int LAST_PORT = 65_535;

    private final Manifests manifests;
    private final List<String> faults = new ArrayList<>();

    private NetworkRules(Manifests manifests) {
        this.manifests = manifests;
    }

    static List<String> faults(Manifests manifests) {
        NetworkRules rules = new NetworkRules(manifests);
        manifests.of("NetworkPolicy").forEach(rules::policy);
        manifests.of("Service").forEach(rules::service);
        manifests.of("PodMonitor").forEach(rules::monitor);
        if (manifests.of("NetworkPolicy").stream()
                .noneMatch(policy -> policy.path("spec").path("podSelector").isEmpty()
                        && policy.path("spec").path("policyTypes").size() == 2
                        && policy.path("spec").path("egress").isMissingNode()
                        && policy.path("spec").path("ingress").isMissingNode())) {
            rules.faults.add("no NetworkPolicy denies what no other allows");
        }
        return rules.faults;
    }

    private void policy(JsonNode policy) {
        JsonNode spec = policy.path("spec");
        check(manifests.selectsSomething(spec.path("podSelector")), title(policy) + ": selects nothing");
        Map.of("ingress", "Ingress", "egress", "Egress").forEach((rules, type) -> {
            boolean named = stream(spec.path("policyTypes"))
                    .anyMatch(each -> each.asText().equals(type));
            check(!spec.has(rules) || named, title(policy) + ": has rules for " + rules + " and is of another type");
            for (JsonNode rule : spec.path(rules)) {
                rule.path("ports").forEach(port -> port(title(policy), port));
                rule.path("from").forEach(peer -> peer(title(policy), peer));
                rule.path("to").forEach(peer -> peer(title(policy), peer));
            }
        });
    }

    private void port(String title, JsonNode port) {
        int number = port.path("port").asInt();
        check(
                number > 0 && number <= LAST_PORT,
                title + ": there is no port " + port.path("port").asText());
    }

    private void peer(String title, JsonNode peer) {
        if (peer.has("podSelector") && !peer.has("namespaceSelector")) {
            check(manifests.selectsSomething(peer.path("podSelector")), title + ": a peer selects nothing");
        }
    }

    private void service(JsonNode service) {
        JsonNode selector = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                .objectNode()
                .set("matchLabels", service.path("spec").path("selector"));
        check(manifests.selectsSomething(selector), title(service) + ": selects nothing");
        for (JsonNode port : service.path("spec").path("ports")) {
            check(
                    hasPort(port.path("targetPort").asText()),
                    title(service) + ": nobody has the port "
                            + port.path("targetPort").asText());
        }
    }

    private void monitor(JsonNode monitor) {
        JsonNode selector = monitor.path("spec").path("selector");
        check(manifests.selectsSomething(selector), title(monitor) + ": selects nothing");
        for (JsonNode endpoint : monitor.path("spec").path("podMetricsEndpoints")) {
            String port = endpoint.path("port").asText();
            // Strimzi's pods have this one when metrics are configured.
            check(port.equals("tcp-prometheus") || hasPort(port), title(monitor) + ": nobody has the port " + port);
        }
    }

    private boolean hasPort(String name) {
        return manifests.workloads().stream()
                .flatMap(workload -> stream(workload.pod().path("containers")))
                .flatMap(container -> stream(container.path("ports")))
                .anyMatch(port -> port.path("name").asText().equals(name));
    }

    private void check(boolean right, String fault) {
        if (!right) {
            faults.add(fault);
        }
    }
}
