package org.magicanime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeTest {
    private static final Path FOLDER = Repository.home().resolve("docker");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:[-?][^}]*)?}");
    private static final Pattern IMAGE =
            Pattern.compile("\\$\\{IMAGES:-magicanime}/([a-z-]+)-service:\\$\\{VERSION:-0\\.1\\.0}(-cuda)?");
    /// Keys that a service of these files has, of those of the Compose Specification.
    private static final Set<String> KEYS = Set.of(
            "image",
            "profiles",
            "restart",
            "networks",
            "command",
            "entrypoint",
            "ports",
            "environment",
            "volumes",
            "healthcheck",
            "depends_on",
            "read_only",
            "cap_drop",
            "cap_add",
            "security_opt",
            "pids_limit",
            "stop_grace_period",
            "tmpfs",
            "deploy");

    private final JsonNode compose =
            Documents.read(FOLDER.resolve("compose.yaml")).getFirst();

    @TempDir
    Path folder = Path.of("unused");

    @Test
    void everyServiceRunsWithoutRightsThatItDoesNotNeed() {
        Set<String> stages = new TreeSet<>();
        compose.path("services").properties().forEach(each -> {
            JsonNode service = each.getValue();
            var image = IMAGE.matcher(service.path("image").asText());
            if (!image.matches() || each.getKey().equals("topics")) {
                return;
            }
            stages.add(image.group(1));
            assertThat(each.getKey()).isEqualTo(image.group(1) + (image.group(2) == null ? "" : "-gpu"));
            assertThat(service.path("read_only").asBoolean()).as(each.getKey()).isTrue();
            assertThat(service.path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
            assertThat(service.path("environment").path("STORE_ACCESS_KEY").asText())
                    .isEqualTo(image.group(1));
            assertThat(service.path("environment").path("STORE_SECRET_KEY").asText())
                    .isEqualTo("${" + storeKey(image.group(1)) + "}");
            service.path("environment")
                    .fieldNames()
                    .forEachRemaining(name ->
                            assertThat(SettingNames.isRead(name)).as(name).isTrue());
        });

        assertThat(stages).containsExactlyElementsOf(Repository.services());
    }

    @Test
    void keysNetworksVolumesAndFilesAreThere() {
        List<String> faults = new ArrayList<>();
        compose.path("services").properties().forEach(each -> {
            JsonNode service = each.getValue();
            service.fieldNames().forEachRemaining(key -> {
                if (!KEYS.contains(key)) {
                    faults.add(each.getKey() + ": no key " + key);
                }
            });
            service.path("networks").forEach(network -> {
                if (!compose.path("networks").has(network.asText())) {
                    faults.add(each.getKey() + ": no network " + network.asText());
                }
            });
            service.path("volumes").forEach(volume -> {
                String source = volume.asText().substring(0, volume.asText().indexOf(':'));
                boolean there = source.startsWith("./secrets/")
                        || (source.startsWith(".")
                                ? Files.exists(FOLDER.resolve(source))
                                : compose.path("volumes").has(source));
                if (!there) {
                    faults.add(each.getKey() + ": no " + source);
                }
            });
            service.path("depends_on").fieldNames().forEachRemaining(other -> {
                if (!compose.path("services").has(other)) {
                    faults.add(each.getKey() + ": no service " + other);
                }
            });
            service.path("ports").forEach(port -> {
                if (!port.asText().startsWith("127.0.0.1:")) {
                    faults.add(each.getKey() + ": open to others: " + port.asText());
                }
            });
        });

        assertThat(faults).isEmpty();
    }

    @Test
    void everyCredentialIsMadeAndUsed() throws Exception {
        Path docker = Files.createDirectories(folder.resolve("docker"));
        Path policies = Files.createDirectories(folder.resolve("k8s/base/minio/policies"));
        Files.copy(FOLDER.resolve("make-env"), docker.resolve("make-env"));
        for (Path policy : policies()) {
            Files.copy(policy, policies.resolve(policy.getFileName()));
        }
        Documents.printed("bash", docker.resolve("make-env").toString());
        Set<String> made = Files.readAllLines(docker.resolve(".env")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> needed = new TreeSet<>();
        VARIABLE.matcher(Repository.read(FOLDER.resolve("compose.yaml")))
                .results()
                .filter(variable ->
                        variable.group(2) == null || variable.group(2).startsWith(":?"))
                .forEach(variable -> needed.add(variable.group(1)));
        made.removeIf(name -> name.startsWith("COMPOSE_"));

        assertThat(made).isEqualTo(needed);
        assertThat(made)
                .containsAll(policies().stream()
                        .map(policy -> storeKey(policy.getFileName().toString().replace(".json", "")))
                        .toList());
        assertThat(Files.readAllLines(docker.resolve("secrets/tokens")))
                .contains(Files.readString(docker.resolve("secrets/scrape-token")));
    }

    /// Of every service one, of those who drop films and methods' videos one each; nobody may do everything.
    @Test
    void everyPolicyAllowsNamedThingsOnly() throws Exception {
        Set<String> names = new HashSet<>();
        for (Path policy : policies()) {
            String name = policy.getFileName().toString().replace(".json", "");
            names.add(name);
            for (JsonNode statement :
                    new ObjectMapper().readTree(policy.toFile()).path("Statement")) {
                statement
                        .path("Action")
                        .forEach(action -> assertThat(action.asText())
                                .as(name)
                                .isIn(
                                        "s3:GetObject",
                                        "s3:PutObject",
                                        "s3:DeleteObject",
                                        "s3:AbortMultipartUpload",
                                        "s3:ListBucket"));
                statement
                        .path("Resource")
                        .forEach(resource -> assertThat(resource.asText())
                                .as(name)
                                .matches("arn:aws:s3:::(ingest|artifacts|datasets|evaluations)(/[a-z].*|/\\*)?"));
            }
        }
        Set<String> wanted = new HashSet<>(Repository.services());
        wanted.addAll(Set.of("uploader", "submitter"));

        assertThat(names).isEqualTo(wanted);
    }

    private static List<Path> policies() {
        return Repository.files(Repository.k8s().resolve("base/minio/policies"), ".json");
    }

    private static String storeKey(String user) {
        return "STORE_KEY_" + user.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }
}
