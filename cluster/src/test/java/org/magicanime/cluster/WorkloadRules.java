package org.magicanime.cluster;

import static org.magicanime.cluster.Manifests.name;
import static org.magicanime.cluster.Manifests.stream;
import static org.magicanime.cluster.Manifests.title;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.magicanime.cluster.Manifests.Workload;

/// Pods are allowed to little, end in order, can be moved, and run images that there are.
final class WorkloadRules {
    private static final Pattern OURS = Pattern.compile("magicanime/([a-z-]+)-service:(0\\.1\\.0)(-cuda)?");
    /// Servers that the manifests bring.
    private static final Set<String> SERVERS = Set.of("magicanime/minio:0.1.0", "postgres:17.5");
    private static final Set<String> VOLUMES = Set.of("configMap", "emptyDir", "projected", "secret");
    /// The commit behind the drain, and the end of the process.
    private static final Duration AFTER_DRAIN = Duration.ofSeconds(15);

    private final Manifests manifests;
    private final List<String> faults = new ArrayList<>();

    private WorkloadRules(Manifests manifests) {
        this.manifests = manifests;
    }

    static List<String> faults(Manifests manifests) {
        WorkloadRules rules = new WorkloadRules(manifests);
        manifests.workloads().forEach(rules::restricted);
        manifests.workloads().forEach(rules::image);
        manifests.workloads().forEach(rules::priority);
        manifests.stages().forEach(rules::stage);
        manifests.of("PodDisruptionBudget").forEach(rules::budget);
        rules.everyServiceIsThere();
        return rules.faults;
    }

    /// What Pod Security's `restricted` wants, and more.
    private void restricted(Workload workload) {
        String name = workload.name();
        JsonNode pod = workload.pod();
        JsonNode security = pod.path("securityContext");
        check(security.path("runAsNonRoot").asBoolean(), name + ": runs as root");
        check(
                security.path("seccompProfile").path("type").asText().equals("RuntimeDefault"),
                name + ": has no seccomp profile");
        check(
                pod.path("automountServiceAccountToken").isBoolean()
                        && !pod.path("automountServiceAccountToken").asBoolean(),
                name + ": gets a token for the API server");
        for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
            check(!pod.path(host).asBoolean(), name + ": " + host);
        }
        for (JsonNode volume : pod.path("volumes")) {
            volume.fieldNames()
                    .forEachRemaining(kind -> check(
                            kind.equals("name") || VOLUMES.contains(kind), name + ": has a volume of kind " + kind));
        }
        for (JsonNode container : pod.path("containers")) {
            JsonNode own = container.path("securityContext");
            check(!own.path("privileged").asBoolean(), name + ": is privileged");
            check(
                    own.path("allowPrivilegeEscalation").isBoolean()
                            && !own.path("allowPrivilegeEscalation").asBoolean(),
                    name + ": may get more rights than it has");
            check(own.path("readOnlyRootFilesystem").asBoolean(), name + ": may write into its image");
            check(
                    stream(own.path("capabilities").path("drop"))
                                    .anyMatch(each -> each.asText().equals("ALL"))
                            && own.path("capabilities").path("add").isMissingNode(),
                    name + ": keeps capabilities");
            check(
                    container.path("resources").path("limits").has("memory")
                            && container.path("resources").path("requests").has("cpu"),
                    name + ": does not say what it needs");
        }
    }

    private void image(Workload workload) {
        String image = workload.container().path("image").asText();
        Matcher ours = OURS.matcher(image);
        if (!ours.matches()) {
            check(SERVERS.contains(image), workload.name() + ": nobody makes the image " + image);
            return;
        }
        check(
                Repository.services().contains(ours.group(1)) && ours.group(1).equals(workload.service()),
                workload.name() + ": the image " + image + " is not that of " + workload.service());
        check(
                (ours.group(3) != null) == workload.wantsGpu(),
                workload.name() + ": the image " + image + " and the wish for a GPU do not fit");
    }

    private void priority(Workload workload) {
        String priority = workload.pod().path("priorityClassName").asText();
        check(
                priority.isEmpty() || manifests.find("PriorityClass", priority).isPresent(),
                workload.name() + ": there is no PriorityClass " + priority);
    }

    private void stage(Workload stage) {
        Duration grace = Duration.ofSeconds(
                stage.pod().path("terminationGracePeriodSeconds").asInt(30));
        Duration drain = drain();
        check(
                grace.compareTo(drain.plus(AFTER_DRAIN)) > 0,
                stage.name() + ": is given " + grace.toSeconds() + " s to end, and drains for " + drain.toSeconds());
        Set<String> ports = stream(stage.container().path("ports"))
                .map(port -> port.path("name").asText())
                .collect(Collectors.toSet());
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            JsonNode get = stage.container().path(probe).path("httpGet");
            check(get.path("path").asText().startsWith("/q/health/"), stage.name() + ": has no " + probe);
            check(
                    ports.contains(get.path("port").asText()),
                    stage.name() + ": " + probe + " asks port '"
                            + get.path("port").asText() + "', and it has " + ports);
        }
        check(
                !stage.pod().path("topologySpreadConstraints").isEmpty(),
                stage.name() + ": all its pods may be on one node");
        check(
                manifests.find("PodDisruptionBudget", name(stage.document())).isPresent(),
                stage.name() + ": all its pods may be ended at once");
    }

    private Duration drain() {
        String value = manifests
                .find("ConfigMap", "services")
                .map(settings ->
                        settings.path("data").path("STAGE_DRAIN_TIMEOUT").asText())
                .orElse("");
        return Duration.parse("PT" + value.toUpperCase(java.util.Locale.ROOT));
    }

    private void budget(JsonNode budget) {
        JsonNode spec = budget.path("spec");
        check(manifests.selectsSomething(spec.path("selector")), title(budget) + ": selects nothing");
        check(
                !spec.has("minAvailable") && spec.path("maxUnavailable").asInt() > 0,
                title(budget) + ": forbids every drain when the stage has as many pods as it keeps");
    }

    private void everyServiceIsThere() {
        Set<String> stages =
                manifests.stages().stream().map(Workload::service).collect(Collectors.toCollection(TreeSet::new));
        Set<String> services = new TreeSet<>(Repository.services());
        check(
                stages.equals(services),
                "the manifests have " + stages + ", and the project " + services
                        + ": add a folder to k8s/base/services, its line to k8s/base/kustomization.yaml, a policy to"
                        + " k8s/base/minio/policies, a block to docker/compose.yaml");
    }

    private void check(boolean right, String fault) {
        if (!right) {
            faults.add(fault);
        }
    }
}
