package org.magicanime.cluster;

import static org.magicanime.cluster.Manifests.name;
import static org.magicanime.cluster.Manifests.stream;
import static org.magicanime.cluster.Manifests.title;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.magicanime.cluster.Manifests.Workload;
import org.magicanime.cluster.Repository.Channel;
import org.magicanime.stage.Topics;

/// What scales a stage is what the stage hears.
final class ScalingRules {
    private static final Topics TOPICS = Topics.catalogue();

    private final Manifests manifests;
    private final List<String> faults = new ArrayList<>();

    private ScalingRules(Manifests manifests) {
        this.manifests = manifests;
    }

    static List<String> faults(Manifests manifests) {
        ScalingRules rules = new ScalingRules(manifests);
        manifests.of("ScaledObject").forEach(rules::scaledObject);
        rules.topics();
        rules.gpus();
        rules.stagesThatNothingScales();
        return rules.faults;
    }

    private void scaledObject(JsonNode object) {
        String title = title(object);
        JsonNode spec = object.path("spec");
        String target = spec.path("scaleTargetRef").path("name").asText();
        JsonNode deployment = manifests.find("Deployment", target).orElse(null);
        if (deployment == null) {
            faults.add(title + ": there is no Deployment " + target);
            return;
        }
        if (deployment.path("spec").has("replicas")) {
            faults.add(title + ": " + target + " has `replicas`, too, and each apply undoes the scaler's work");
        }
        int most = spec.path("maxReplicaCount").asInt();
        if (most < spec.path("minReplicaCount").asInt()) {
            faults.add(title + ": maxReplicaCount is less than minReplicaCount");
        }
        String service = deployment
                .path("spec")
                .path("template")
                .path("metadata")
                .path("labels")
                .path("app.kubernetes.io/name")
                .asText();
        Set<Channel> scaled = new java.util.HashSet<>();
        for (JsonNode trigger : spec.path("triggers")) {
            trigger(title, trigger, most);
            scaled.add(new Channel(
                    trigger.path("metadata").path("topic").asText(),
                    trigger.path("metadata").path("consumerGroup").asText()));
        }
        Set<Channel> heard = Set.copyOf(Repository.channels(service));
        if (!scaled.equals(heard)) {
            faults.add(title + ": scales on " + sorted(scaled) + ", and the service's configuration hears "
                    + sorted(heard));
        }
    }

    private static Set<String> sorted(Set<Channel> channels) {
        return channels.stream().map(Channel::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    private void trigger(String title, JsonNode trigger, int most) {
        if (!trigger.path("type").asText().equals("kafka")) {
            faults.add(title + ": scaler " + trigger.path("type").asText());
            return;
        }
        JsonNode metadata = trigger.path("metadata");
        metadata.fieldNames().forEachRemaining(key -> {
            if (!Keda.KAFKA_METADATA.contains(key)) {
                faults.add(title + ": the Kafka scaler has no key " + key);
            }
        });
        for (String needed : List.of("bootstrapServers", "consumerGroup", "topic", "version", "lagThreshold")) {
            if (!metadata.has(needed)) {
                faults.add(title + ": " + needed + " is missing");
            }
        }
        String topic = metadata.path("topic").asText();
        int partitions = manifests
                .find("KafkaTopic", topic)
                .map(each -> each.path("spec").path("partitions").asInt())
                .orElse(0);
        if (partitions == 0) {
            faults.add(title + ": there is no KafkaTopic " + topic);
        } else if (partitions < most) {
            faults.add(title + ": " + most + " processes for " + partitions + " partitions of " + topic);
        }
        authentication(title, trigger.path("authenticationRef").path("name").asText());
    }

    private void authentication(String title, String name) {
        JsonNode authentication = manifests.find("TriggerAuthentication", name).orElse(null);
        if (authentication == null) {
            faults.add(title + ": there is no TriggerAuthentication '" + name + "'");
            return;
        }
        for (String source : List.of("secretTargetRef", "configMapTargetRef")) {
            for (JsonNode parameter : authentication.path("spec").path(source)) {
                if (!Keda.KAFKA_AUTHENTICATION.contains(
                        parameter.path("parameter").asText())) {
                    faults.add(title(authentication) + ": the Kafka scaler has no parameter "
                            + parameter.path("parameter").asText());
                }
            }
        }
    }

    private void topics() {
        Map<String, Integer> wanted = new java.util.TreeMap<>();
        TOPICS.topics().forEach(topic -> wanted.put(topic.name(), TOPICS.partitions()));
        TOPICS.deadLetterTopics().forEach(topic -> wanted.put(topic, 1));
        wanted.put(TOPICS.figures().topic(), 1);
        Map<String, Integer> there = new java.util.TreeMap<>();
        manifests
                .of("KafkaTopic")
                .forEach(topic -> there.put(
                        name(topic), topic.path("spec").path("partitions").asInt()));
        if (!there.equals(wanted)) {
            Set<String> differ = new TreeSet<>(wanted.keySet());
            differ.addAll(there.keySet());
            differ.removeIf(topic -> java.util.Objects.equals(wanted.get(topic), there.get(topic)));
            faults.add("KafkaTopics are not those of topics.json: " + differ);
        }
    }

    private void gpus() {
        int most = manifests.of("ScaledObject").stream()
                .filter(object -> manifests.stages().stream()
                        .anyMatch(stage -> stage.wantsGpu()
                                && name(stage.document())
                                        .equals(object.path("spec")
                                                .path("scaleTargetRef")
                                                .path("name")
                                                .asText())))
                .mapToInt(object -> object.path("spec").path("maxReplicaCount").asInt())
                .sum();
        int there = manifests.of("ResourceQuota").stream()
                .mapToInt(quota -> quota.path("spec")
                        .path("hard")
                        .path("requests.nvidia.com/gpu")
                        .asInt())
                .sum();
        if (most > there) {
            faults.add("GPU stages may have " + most + " processes, and there are " + there + " GPUs");
        }
        for (Workload stage : manifests.stages()) {
            if (stage.wantsGpu()
                    && (!stage.pod().path("nodeSelector").has("nvidia.com/gpu.present")
                            || stream(stage.pod().path("tolerations"))
                                    .noneMatch(each -> each.path("key").asText().equals("nvidia.com/gpu")))) {
                faults.add(stage.name() + ": wants a GPU and does not go where there are any");
            }
        }
    }

    /// The ledger writes down what is told, and is the only one that nothing scales.
    private void stagesThatNothingScales() {
        Set<String> scaled = manifests.of("ScaledObject").stream()
                .map(object ->
                        object.path("spec").path("scaleTargetRef").path("name").asText())
                .collect(Collectors.toSet());
        for (Workload stage : manifests.stages()) {
            if (!scaled.contains(name(stage.document()))
                    && !stage.document().path("spec").has("replicas")) {
                faults.add(stage.name() + ": nothing says how many processes it has");
            }
        }
    }
}
