package org.magicanime.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.KnownStore;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.artifact.StoreBusyException;
import org.magicanime.dataset.domain.LastStage;
import org.magicanime.dataset.web.access.Access;
import org.magicanime.eval.domain.RequestFile;
import org.magicanime.local.dataset.LedgerAccess;
import org.magicanime.stage.Topics;
import org.magicanime.testkit.EmbeddedDatabase;
import org.magicanime.testkit.FreePorts;

/// All processes of one machine: broker, store, database, and the services, supervised.
final class LocalSystem implements AutoCloseable {
    static final String INGEST = "ingest";
    static final String ARTIFACTS = "artifacts";
    static final String DATASETS = "datasets";
    static final String EVALUATIONS = "evaluations";
    private static final String OBJECT_CREATED = "object.created.v1";
    private static final String SUBMISSION_CREATED = "submission.created.v1";
    private static final Duration STARTING = Duration.ofSeconds(90);
    private static final Duration DRAINING = Duration.ofSeconds(30);
    private static final Duration STOPPING = Duration.ofSeconds(15);
    private static final List<String> SERVICES =
            List.of("ingest", "segment", "keypoint", "face-crop", "audio", "caption", "eval", "dataset");
    private static final List<String> SERVERS = List.of("broker", "store", "database");

    private final StateFolder state;
    private final Consumer<String> messages;
    private final List<SupervisedProcess> processes = new ArrayList<>();
    private final KnownStore storeConfig;
    private final boolean ownStore;
    private final String kafka;
    private final LedgerAccess ledger;
    private final URI http;
    private final LastStage until;
    private final PoseModels poseModels = poseModels();

    private LocalSystem(
            StateFolder state,
            Consumer<String> messages,
            KnownStore storeConfig,
            boolean ownStore,
            String kafka,
            LedgerAccess ledger,
            URI http,
            LastStage until) {
        this.until = until;
        this.ownStore = ownStore;
        this.state = state;
        this.messages = messages;
        this.storeConfig = storeConfig;
        this.kafka = kafka;
        this.ledger = ledger;
        this.http = http;
    }

    /// How much is started.
    enum Extent {
        TOPICS_AND_OBJECTS,
        AND_LEDGER,
        /// Events are written down, and nobody acts on them.
        AND_LEDGER_SERVICE,
        AND_SERVICES
    }

    /// Starts everything.
    static LocalSystem start(StateFolder state, CommonOptions options, Consumer<String> messages)
            throws InterruptedException {
        return start(state, options, Extent.AND_SERVICES, messages);
    }

    /// Starts broker and store, and the others if they are wanted.
    static LocalSystem start(StateFolder state, CommonOptions options, Extent extent, Consumer<String> messages)
            throws InterruptedException {
        options.replicas.forEach((service, count) -> {
            if (!SERVICES.contains(service) || count < 1) {
                throw new IllegalArgumentException("--replicas " + service + "=" + count + ": the services are "
                        + SERVICES + ", and there is at least one of each");
            }
        });
        Path tokenFile = options.tokenFile;
        if (tokenFile != null) {
            // A service would say the same, but only in its log, again and again.
            Access.of("127.0.0.1", Optional.of(tokenFile), InstantSource.system());
        }
        try {
            String kafka = options.kafka == null ? "127.0.0.1:" + FreePorts.next() : options.kafka;
            KnownStore store = options.store == null
                    ? ServerAccess.ownStore(URI.create("http://127.0.0.1:" + FreePorts.next()), state.credentials())
                    : ServerAccess.foreignStore(options.store);
            LedgerAccess ledger = options.database == null
                    ? ServerAccess.ownLedger(
                            "jdbc:postgresql://127.0.0.1:" + FreePorts.next() + "/" + EmbeddedDatabase.DATABASE,
                            state.credentials())
                    : ServerAccess.foreignLedger(options.database);
            URI http = URI.create("http://127.0.0.1:" + FreePorts.next());
            LocalSystem system =
                    new LocalSystem(state, messages, store, options.store == null, kafka, ledger, http, options.until);
            try {
                system.startServers(options.kafka == null, options.store == null);
                if (extent != Extent.TOPICS_AND_OBJECTS) {
                    system.startDatabase(options.database == null);
                }
                if (extent == Extent.AND_LEDGER_SERVICE) {
                    system.startLedgerService();
                } else if (extent == Extent.AND_SERVICES) {
                    system.startServices(options.replicas, tokenFile);
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
                    JavaCommands.ofMain(
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
                    JavaCommands.ofMain(
                            List.of("-Xmx256m"),
                            StoreMain.class,
                            state.folder("store").toString(),
                            Integer.toString(storeConfig.endpoint().getPort()),
                            kafka,
                            INGEST,
                            "",
                            OBJECT_CREATED,
                            EVALUATIONS,
                            "/" + RequestFile.NAME,
                            SUBMISSION_CREATED),
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
                store.ensureBucket(EVALUATIONS);
                return true;
            } catch (StoreBusyException e) {
                return false;
            }
        });
    }

    private void startDatabase(boolean own) throws InterruptedException {
        if (own) {
            start(
                    "database",
                    JavaCommands.ofMain(
                            // It unpacks PostgreSQL at the first start, and then only waits for it.
                            List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"),
                            DatabaseMain.class,
                            state.folder("database").toString(),
                            port(ledger.address())),
                    Map.of("DATABASE_PASSWORD", ledger.password()));
        }
        await("the database at " + ledger.address(), () -> isOpen(ledger.address()));
    }

    private void startServices(Map<String, Integer> replicas, @Nullable Path tokenFile) throws InterruptedException {
        Path home = home();
        String wrong = poseModels.wrong();
        if (wrong != null && until != LastStage.SEGMENT) {
            messages.accept("poses wait: " + wrong);
        }
        Map<String, String> env = serviceEnvironment();
        if (tokenFile != null) {
            env.put("DATASET_ACCESS_TOKEN_FILE", tokenFile.toAbsolutePath().toString());
        }
        Map<String, String> all = new HashMap<>(env);
        all.put("MAGICANIME_HTTP_PORT", Integer.toString(http.getPort()));
        start("services", JavaCommands.ofQuarkus(home.resolve("local/target/quarkus-app/quarkus-run.jar")), all);
        for (Map.Entry<String, Integer> more : replicas.entrySet()) {
            for (int i = 2; i <= more.getValue(); i++) {
                Map<String, String> one = new HashMap<>(env);
                // Replicas are looked at through the topics; nobody asks for their pages.
                one.put("QUARKUS_HTTP_PORT", "0");
                start(
                        more.getKey() + "-" + i,
                        JavaCommands.ofQuarkus(
                                home.resolve(more.getKey() + "-service/target/quarkus-app/quarkus-run.jar")),
                        one);
            }
        }
        await("the services at " + http, () -> isOpen("127.0.0.1:" + http.getPort()));
    }

    private void startLedgerService() throws InterruptedException {
        Map<String, String> env = serviceEnvironment();
        // What the ledger's benchmark tells goes that far.
        env.put("DATASET_LAST_STAGE", LastStage.KEYPOINT.toString());
        env.put("QUARKUS_HTTP_PORT", Integer.toString(http.getPort()));
        start(
                "dataset",
                JavaCommands.ofQuarkus(home().resolve("dataset-service/target/quarkus-app/quarkus-run.jar")),
                env);
        await("the ledger at " + http, () -> isOpen("127.0.0.1:" + http.getPort()));
    }

    private Map<String, String> serviceEnvironment() {
        Map<String, String> env = new HashMap<>();
        env.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        env.put("STORE_ENDPOINT", storeConfig.endpoint().toString());
        env.put("STORE_ACCESS_KEY", storeConfig.accessKey());
        env.put("STORE_SECRET_KEY", storeConfig.secretKey());
        env.put("DATASET_DATABASE_URL", ledger.url());
        env.put("DATASET_DATABASE_USER", ledger.user());
        env.put("DATASET_DATABASE_PASSWORD", ledger.password());
        env.put("DATASET_LAST_STAGE", lastStage().toString());
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
        if (until.compareTo(LastStage.FACE_CROP) < 0) {
            env.put("MP_MESSAGING_INCOMING_FACE_CROP_CLIP_POSED_ENABLED", "false");
        }
        if (until.compareTo(LastStage.AUDIO) < 0) {
            env.put("MP_MESSAGING_INCOMING_AUDIO_FACE_CROPPED_ENABLED", "false");
        }
        if (until.compareTo(LastStage.CAPTION) < 0) {
            env.put("MP_MESSAGING_INCOMING_CAPTION_CLIP_POSED_ENABLED", "false");
        }
        env.put("MAGICANIME_SUPERVISED", "true");
        return env;
    }

    /// The project's folder.
    static Path home() {
        return Path.of(System.getProperty("magicanime.home", ".")).toAbsolutePath();
    }

    /// After which a film is done: not after poses if one does not want them, nor without their models.
    LastStage lastStage() {
        return poseModels.wrong() == null ? until : LastStage.SEGMENT;
    }

    /// The same for services that somebody else started, with the same option.
    static LastStage lastStage(LastStage until) {
        return poseModels().wrong() == null ? until : LastStage.SEGMENT;
    }

    private static PoseModels poseModels() {
        return new PoseModels(home().resolve("models"));
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
        new Endpoints(kafka, storeConfig.endpoint(), http, ledger.url(), pids).write(state.file(Endpoints.FILE));
    }

    String kafka() {
        return kafka;
    }

    LedgerAccess ledger() {
        return ledger;
    }

    /// Where accounts and manifest can be asked for.
    URI http() {
        return http;
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
            process.stop(SERVERS.contains(process.name()) ? STOPPING : DRAINING);
        }
        try {
            Files.deleteIfExists(state.file(Endpoints.FILE));
        } catch (IOException e) {
            messages.accept("the file " + Endpoints.FILE + " stays behind: " + e.getMessage());
        }
    }
}
