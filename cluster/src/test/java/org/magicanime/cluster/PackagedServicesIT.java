package org.magicanime.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.artifact.KnownStore;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.stage.Topics;
import org.magicanime.testkit.EmbeddedBroker;
import org.magicanime.testkit.EmbeddedDatabase;
import org.magicanime.testkit.EmbeddedStore;
import org.magicanime.testkit.FreePorts;
import org.magicanime.testkit.KafkaNotifications;

/// Two packaged services as a cluster starts them: credentials in files, a broker that wants some. What they export is
/// what dashboards and alarms ask for.
class PackagedServicesIT {
    private static final String USER = "stage";
    private static final String PASSWORD = "a-password-of-a-test";
    private static final String STORE_KEY = "a-secret-key-of-a-test";
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /// Of services with models.
    private static final Set<String> NOT_HERE =
            Set.of("model_run_seconds_count", "model_run_seconds_sum", "model_run_seconds_max");

    @TempDir
    Path folder = Path.of("unused");

    private final List<Process> processes = new ArrayList<>();

    @Test
    void credentialsAreFilesAndEverythingAskedForIsExported() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.startGuarded(folder.resolve("broker"), USER, PASSWORD);
                KafkaNotifications told =
                        new KafkaNotifications(broker.bootstrapServers(), "ingest", "", "object.created.v1");
                EmbeddedStore store = EmbeddedStore.start(folder.resolve("store"), 0, "ingest", STORE_KEY, told);
                EmbeddedDatabase database =
                        EmbeddedDatabase.start(folder.resolve("database"), FreePorts.next(), PASSWORD);
                MinioArtifactStore direct =
                        MinioArtifactStore.connect(new KnownStore(store.endpoint(), "ingest", STORE_KEY));
                HttpClient client = HttpClient.newHttpClient()) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                Topics.catalogue().ensure(admin, (short) 1);
            }
            direct.ensureBucket("ingest");
            direct.ensureBucket("artifacts");
            direct.put("ingest", "japan/none/none.mp4", "no film".getBytes(UTF_8), "video/mp4");

            URI ingest = start("ingest", broker, store, Map.of());
            URI dataset = start(
                    "dataset",
                    broker,
                    store,
                    Map.of(
                            "DATASET_DATABASE_URL",
                            database.url(),
                            "DATASET_DATABASE_USER",
                            EmbeddedDatabase.USER,
                            "DATASET_DATABASE_PASSWORD",
                            PASSWORD));

            Set<String> wanted = asked();
            wanted.retainAll(ExportedMetrics.services());
            wanted.removeAll(NOT_HERE);
            assertThat(wanted).hasSizeGreaterThan(20);
            Set<String> exported = new TreeSet<>();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!exported.containsAll(wanted) && System.nanoTime() - end < 0) {
                assertThat(processes).as(said()).allMatch(Process::isAlive);
                exported.addAll(scrape(client, ingest));
                // Its own addresses are counted when somebody asks.
                scrape(client, dataset.resolve("/api/accounting"));
                exported.addAll(scrape(client, dataset));
                TimeUnit.MILLISECONDS.sleep(200);
            }
            assertThat(exported).as(said()).containsAll(wanted);
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    /// @return where it will answer
    private URI start(String service, EmbeddedBroker broker, EmbeddedStore store, Map<String, String> more)
            throws IOException {
        Path settings = Files.createDirectories(folder.resolve("settings-" + service));
        Files.writeString(
                settings.resolve("kafka.sasl.jaas.config"),
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + USER + "\" password=\""
                        + PASSWORD + "\";");
        Files.writeString(settings.resolve("store.secret-key"), STORE_KEY);
        for (var each : more.entrySet()) {
            Files.writeString(settings.resolve(each.getKey()), each.getValue());
        }
        Path tokens = folder.resolve("tokens");
        Files.writeString(tokens, TOKEN);
        Files.setPosixFilePermissions(tokens, PosixFilePermissions.fromString("rw-------"));
        int port = FreePorts.next();
        Map<String, String> environment = new HashMap<>(Map.of(
                "SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS", settings.toString(),
                "KAFKA_BOOTSTRAP_SERVERS", broker.guardedServers(),
                "KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT",
                "KAFKA_SASL_MECHANISM", "PLAIN",
                "STORE_ENDPOINT", store.endpoint().toString(),
                "STORE_ACCESS_KEY", "ingest",
                "VIDEO_WORK_FOLDER", folder.resolve("work").toString(),
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "DATASET_ACCESS_TOKEN_FILE", tokens.toString()));
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        Repository.home()
                                .resolve(service + "-service/target/quarkus-app/quarkus-run.jar")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(service + ".log").toFile());
        command.environment().putAll(environment);
        processes.add(command.start());
        return URI.create("http://127.0.0.1:" + port + "/q/metrics");
    }

    private static Set<String> scrape(HttpClient client, URI address) throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(address)
                            .header("Authorization", "Bearer " + TOKEN)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() != 200
                    ? Set.of()
                    : answer.body()
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.replaceFirst("[{ ].*", ""))
                            .collect(Collectors.toSet());
        } catch (IOException e) {
            // It has not started yet.
            return Set.of();
        }
    }

    private static Set<String> asked() throws IOException {
        Set<String> asked = new TreeSet<>();
        Path monitoring = Repository.k8s().resolve("components/monitoring");
        for (Path file : Repository.files(monitoring, ".json")) {
            Manifests.everywhere(
                            new com.fasterxml.jackson.databind.ObjectMapper().readTree(Repository.read(file)), "expr")
                    .values()
                    .forEach(query -> asked.addAll(PromQl.metrics(query.asText())));
        }
        Documents.read(monitoring.resolve("alarms.yaml"))
                .forEach(document -> Manifests.everywhere(document, "expr")
                        .values()
                        .forEach(query -> asked.addAll(PromQl.metrics(query.asText()))));
        return asked;
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("ingest.log")) + Files.readString(folder.resolve("dataset.log"));
    }
}
