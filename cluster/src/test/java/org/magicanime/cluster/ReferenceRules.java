package org.magicanime.cluster;

import static org.magicanime.cluster.Manifests.everywhere;
import static org.magicanime.cluster.Manifests.name;
import static org.magicanime.cluster.Manifests.stream;
import static org.magicanime.cluster.Manifests.title;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Every Secret and ConfigMap that something names is there with the keys that it wants, and every key of a ConfigMap
/// is read by somebody.
final class ReferenceRules {
    private final Manifests manifests;
    private final Map<String, Set<String>> secrets = new HashMap<>();
    private final Map<String, Set<String>> configs = new HashMap<>();
    private final Set<String> read = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    private ReferenceRules(Manifests manifests, List<JsonNode> made) {
        this.manifests = manifests;
        made.forEach(secret -> secrets.put(name(secret), keys(secret.path("stringData"))));
        // Strimzi's: of each user with SCRAM, and of the cluster's own authority.
        manifests.of("KafkaUser").forEach(user -> secrets.put(name(user), Set.of("password", "sasl.jaas.config")));
        manifests
                .of("Kafka")
                .forEach(kafka ->
                        secrets.put(name(kafka) + "-cluster-ca-cert", Set.of("ca.crt", "ca.p12", "ca.password")));
        manifests.of("ConfigMap").forEach(config -> configs.put(name(config), keys(config.path("data"))));
    }

    /// @param made the Secrets that `k8s/make-secrets` prints
    static List<String> faults(Manifests manifests, List<JsonNode> made) {
        ReferenceRules rules = new ReferenceRules(manifests, made);
        rules.volumes();
        rules.environment();
        rules.others();
        rules.everythingIsRead();
        return rules.faults;
    }

    private static Set<String> keys(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private void volumes() {
        for (Manifests.Workload workload : manifests.workloads()) {
            for (JsonNode volume : workload.pod().path("volumes")) {
                if (volume.has("secret")) {
                    secret(workload.name(), volume.path("secret").path("secretName"), volume.path("secret"));
                }
                if (volume.has("configMap")) {
                    config(workload.name(), volume.path("configMap"));
                }
                for (JsonNode source : volume.path("projected").path("sources")) {
                    secret(workload.name(), source.path("secret").path("name"), source.path("secret"));
                }
            }
            Set<String> volumes = stream(workload.pod().path("volumes"))
                    .map(volume -> volume.path("name").asText())
                    .collect(Collectors.toSet());
            stream(workload.document().path("spec").path("volumeClaimTemplates"))
                    .forEach(claim -> volumes.add(name(claim)));
            Set<String> mounted = stream(workload.container().path("volumeMounts"))
                    .map(mount -> mount.path("name").asText())
                    .collect(Collectors.toSet());
            if (!volumes.equals(mounted)) {
                faults.add(workload.name() + ": has the volumes " + volumes + " and mounts " + mounted);
            }
        }
    }

    private void secret(String who, JsonNode name, JsonNode secret) {
        Set<String> wanted = stream(secret.path("items"))
                .map(item -> item.path("key").asText())
                .collect(Collectors.toSet());
        secret(who, name.asText(), wanted);
    }

    private void secret(String who, String name, Set<String> wanted) {
        if (!secrets.containsKey(name)) {
            faults.add(who + ": nobody makes the Secret " + name);
        } else if (!secrets.get(name).containsAll(wanted)) {
            faults.add(who + ": the Secret " + name + " has not all of " + wanted);
        }
    }

    private void config(String who, JsonNode config) {
        String name = config.path("name").asText();
        if (!configs.containsKey(name)) {
            faults.add(who + ": there is no ConfigMap " + name);
            return;
        }
        configs.get(name).forEach(key -> read.add(name + "/" + key));
    }

    private void environment() {
        for (Manifests.Workload workload : manifests.workloads()) {
            for (JsonNode variable : workload.container().path("env")) {
                JsonNode ref = variable.path("valueFrom").path("secretKeyRef");
                if (!ref.isMissingNode()) {
                    secret(
                            workload.name(),
                            ref.path("name").asText(),
                            Set.of(ref.path("key").asText()));
                }
                if (workload.isStage()
                        && !SettingNames.isRead(variable.path("name").asText())) {
                    faults.add(workload.name() + ": no service reads "
                            + variable.path("name").asText());
                }
            }
            for (JsonNode from : workload.container().path("envFrom")) {
                String name = from.path("configMapRef").path("name").asText();
                if (!configs.containsKey(name)) {
                    faults.add(workload.name() + ": there is no ConfigMap " + name);
                    continue;
                }
                configs.get(name).stream().filter(SettingNames::isRead).forEach(key -> read.add(name + "/" + key));
            }
        }
    }

    private void others() {
        for (JsonNode authentication : manifests.of("TriggerAuthentication")) {
            JsonNode spec = authentication.path("spec");
            spec.path("secretTargetRef")
                    .forEach(each -> secret(
                            title(authentication),
                            each.path("name").asText(),
                            Set.of(each.path("key").asText())));
            for (JsonNode each : spec.path("configMapTargetRef")) {
                String name = each.path("name").asText();
                String key = each.path("key").asText();
                if (!configs.getOrDefault(name, Set.of()).contains(key)) {
                    faults.add(title(authentication) + ": there is no " + key + " in a ConfigMap " + name);
                }
                read.add(name + "/" + key);
            }
        }
        manifests
                .of("PodMonitor")
                .forEach(monitor -> everywhere(monitor, "credentials")
                        .values()
                        .forEach(each -> secret(
                                title(monitor),
                                each.path("name").asText(),
                                Set.of(each.path("key").asText()))));
        // Grafana's sidecar takes all ConfigMaps with the label.
        manifests.of("ConfigMap").stream()
                .filter(config -> config.path("metadata").path("labels").has("grafana_dashboard"))
                .forEach(config -> keys(config.path("data")).forEach(key -> read.add(name(config) + "/" + key)));
    }

    private void everythingIsRead() {
        configs.forEach((name, keys) -> keys.stream()
                .filter(key -> !read.contains(name + "/" + key))
                .forEach(key -> faults.add("ConfigMap " + name + ": nobody reads " + key)));
    }
}
