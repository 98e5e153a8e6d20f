package org.magicanime.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.KnownStore;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.artifact.StoreBusyException;
import org.magicanime.local.CommonOptions.LastStage;
import org.magicanime.stage.Topics;
import org.magicanime.testkit.FreePorts;

/// All processes of one machine: broker, store, and the services, supervised.
final class LocalSystem implements AutoCloseable {
    static final String INGEST = "ingest";
    static final String ARTIFACTS = "artifacts";
    private static final String OBJECT_CREATED = "object.created.v1";
    private static final Duration STARTING = Duration.ofSeconds(90);
    private static final Duration DRAINING = Duration.ofSeconds(30);
    private static final Duration STOPPING = Duration.ofSeconds(15);
    private static final List<String> SERVICES = List.of("ingest", "segment", "keypoint");

    private final StateFolder state;
    private final Consumer<String> messages;
    private final List<SupervisedProcess> processes = new ArrayList<>();
    private final KnownStore storeConfig;
    private final boolean ownStore;
    private final String kafka;
    private final URI http;
    private final LastStage until;
    private final PoseModels poseModels = new PoseModels(home().resolve("models"));

    private LocalSystem(
            StateFolder state,
            Consumer<String> messages,
            KnownStore storeConfig,
            boolean ownStore,
            String kafka,
            URI http,
            LastStage until) {
        this.until = until;
        this.ownStore = ownStore;
        this.state = state;
        this.messages = messages;
        this.storeConfig = storeConfig;
        this.kafka = kafka;
        this.http = http;
    }

    /// Starts broker and store, and the services unless one only wants to look.
    static LocalSystem start(StateFolder state, CommonOptions options, boolean withServices, Consumer<String> messages)
            throws InterruptedException {
        options.replicas.forEach((service, count) -> {
            if (!SERVICES.contains(service) || count < 1) {
                throw new IllegalArgumentException("--replicas " + service + "=" + count + ": the services are "
                        + SERVICES + ", and there is at least one of each");
            }
        });
        try {
            String kafka = options.kafka == null ? "127.0.0.1:" + FreePorts.next() : options.kafka;
            KnownStore store = options.store == null
                    ? ownStore(URI.create("http://127.0.0.1:" + FreePorts.next()), state.credentials())
                    : foreignStore(options.store);
            URI http = URI.create("http://127.0.0.1:" + FreePorts.next());
            LocalSystem system =
                    new LocalSystem(state, messages, store, options.store == null, kafka, http, options.until);
            try {
                system.startServers(options.kafka == null, options.store == null);
                if (withServices) {
                    system.startServices(options.replicas);
                }
                system.writeEndpoints();
                return system;
            } catch (RuntimeException | InterruptedException e) {
                system.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no free port: " + e.getMessage(), e);
        }
    }

    private void startServers(boolean ownBroker, boolean ownStore) throws InterruptedException {
        if (ownBroker) {
            start(
                    "broker",
                    java(
                            // A few events a second: compiling the broker well costs more than it saves.
                            List.of("-Xmx384m", "-XX:TieredStopAtLevel=1"),
                            BrokerMain.class,
                            state.folder("broker").toString(),
                            port(kafka)),
                    Map.of());
        }
        if (ownStore) {
            start(
                    "store",
                    java(
                            List.of("-Xmx256m"),
                            StoreMain.class,
                            state.folder("store").toString(),
                            Integer.toString(storeConfig.endpoint().getPort()),
                            kafka,
                            INGEST,
                            OBJECT_CREATED),
                    Map.of("STORE_ACCESS_KEY", storeConfig.accessKey(), "STORE_SECRET_KEY", storeConfig.secretKey()));
        }
        await("the broker at " + kafka, () -> isOpen(kafka));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            Topics.catalogue().ensure(admin, (short) 1);
        }
        ArtifactStore store = store();
        await("the store at " + storeConfig.endpoint(), () -> {
            try {
                store.ensureBucket(INGEST);
                store.ensureBucket(ARTIFACTS);
                return true;
            } catch (StoreBusyException e) {
                return false;
            }
        });
    }

    private void startServices(Map<String, Integer> replicas) throws InterruptedException {
        Path home = home();
        String wrong = poseModels.wrong();
        if (wrong != null && until == LastStage.KEYPOINT) {
            messages.accept("poses wait: " + wrong);
        }
        Map<String, String> env = serviceEnvironment();
        Map<String, String> all = new HashMap<>(env);
        all.put("MAGICANIME_HTTP_PORT", Integer.toString(http.getPort()));
        start("services", quarkus(home.resolve("local/target/quarkus-app/quarkus-run.jar")), all);
        for (Map.Entry<String, Integer> more : replicas.entrySet()) {
            for (int i = 2; i <= more.getValue(); i++) {
                Map<String, String> one = new HashMap<>(env);
                // Replicas are looked at through the topics; nobody asks for their pages.
                one.put("QUARKUS_HTTP_PORT", "0");
                start(
                        more.getKey() + "-" + i,
                        quarkus(home.resolve(more.getKey() + "-service/target/quarkus-app/quarkus-run.jar")),
                        one);
            }
        }
        await("the services at " + http, () -> isOpen("127.0.0.1:" + http.getPort()));
    }

    private Map<String, String> serviceEnvironment() {
        Map<String, String> env = new HashMap<>();
        env.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        env.put("STORE_ENDPOINT", storeConfig.endpoint().toString());
        env.put("STORE_ACCESS_KEY", storeConfig.accessKey());
        env.put("STORE_SECRET_KEY", storeConfig.secretKey());
        env.put("STAGE_OBITUARIES", state.folder("obituaries").toString());
        env.put("VIDEO_WORK_FOLDER", workFolder().toString());
        env.put("VIDEO_NATIVE_LIBRARIES", state.folder("natives").toString());
        env.put("INFERENCE_MODELS_FOLDER", poseModels.folder().toString());
        if (!poseModels.personDetectors().isEmpty()) {
            env.put("KEYPOINT_PERSON_DETECTORS", String.join(",", poseModels.personDetectors()));
        }
        if (until == LastStage.SEGMENT) {
            env.put("MP_MESSAGING_INCOMING_KEYPOINT_CLIP_CUT_ENABLED", "false");
        }
        env.put("MAGICANIME_SUPERVISED", "true");
        return env;
    }

    /// The project's folder.
    static Path home() {
        return Path.of(System.getProperty("magicanime.home", ".")).toAbsolutePath();
    }

    /// Whether clips are searched for poses: not if one does not want it, nor without the models.
    boolean findsPoses() {
        return until == LastStage.KEYPOINT && poseModels.wrong() == null;
    }

    private void start(String name, List<String> command, Map<String, String> environment) {
        SupervisedProcess process = new SupervisedProcess(
                name,
                command,
                environment,
                state.folder("logs").resolve(name + ".log"),
                state.folder("obituaries"),
                messages,
                this::writeEndpoints);
        processes.add(process);
        process.start();
    }

    private static List<String> java(List<String> options, Class<?> main, String... args) {
        List<String> command = new ArrayList<>(javaCommand(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        return command;
    }

    private static List<String> quarkus(Path jar) {
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is not there; build it with ./magicanime");
        }
        List<String> command = new ArrayList<>(javaCommand(List.of("-Xmx384m")));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static List<String> javaCommand(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                // the launcher's class path has Quarkus's log manager on it
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        return command;
    }

    private void await(String what, BooleanSupplier ready) throws InterruptedException {
        long end = System.nanoTime() + STARTING.toNanos();
        while (!ready.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(what + " does not answer after " + STARTING.toSeconds()
                        + " s; the logs are in " + state.folder("logs"));
            }
            Thread.sleep(50);
        }
    }

    private static boolean isOpen(String address) {
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                    500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String port(String address) {
        return address.substring(address.lastIndexOf(':') + 1);
    }

    private synchronized void writeEndpoints() {
        Map<String, Long> pids = new LinkedHashMap<>();
        pids.put("launcher", ProcessHandle.current().pid());
        processes.forEach(process -> pids.put(process.name(), process.pid()));
        new Endpoints(kafka, storeConfig.endpoint(), http, pids).write(state.file(Endpoints.FILE));
    }

    String kafka() {
        return kafka;
    }

    URI storeEndpoint() {
        return storeConfig.endpoint();
    }

    /// Where a person finds the clips, in words.
    String clipsPlace() {
        return ownStore
                ? state.file("store").resolve(ARTIFACTS).resolve("clips").toString()
                : storeConfig.endpoint() + ", bucket '" + ARTIFACTS + "', clips/";
    }

    /// @throws java.util.NoSuchElementException if there is no process of that name
    long pid(String name) {
        return processes.stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    /// Where the services keep films for as long as they work on them.
    Path workFolder() {
        return state.folder("work");
    }

    KnownStore storeConfig() {
        return storeConfig;
    }

    MinioArtifactStore store() {
        return MinioArtifactStore.connect(storeConfig);
    }

    /// Ends the services first, so that they can still tell and store what they finish.
    @Override
    public void close() {
        for (SupervisedProcess process : processes.reversed()) {
            boolean service =
                    !process.name().equals("broker") && !process.name().equals("store");
            process.stop(service ? DRAINING : STOPPING);
        }
        try {
            Files.deleteIfExists(state.file(Endpoints.FILE));
        } catch (IOException e) {
            messages.accept("the file " + Endpoints.FILE + " stays behind: " + e.getMessage());
        }
    }

    static KnownStore ownStore(URI endpoint, Properties credentials) {
        return new KnownStore(endpoint, credentials.getProperty("access-key"), credentials.getProperty("secret-key"));
    }

    static KnownStore foreignStore(URI endpoint) {
        return new KnownStore(
                endpoint, required("MAGICANIME_STORE_ACCESS_KEY"), required("MAGICANIME_STORE_SECRET_KEY"));
    }

    private static String required(String variable) {
        @Nullable String value = System.getenv(variable);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("--store needs the environment variable " + variable);
        }
        return value;
    }
}
