package org.magicanime.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/// A real Kafka broker (KRaft, broker and controller in one) on a folder of this machine, on the loopback interface.
///
/// A port that is in use makes Kafka end the whole process: outside of tests, run it in a process of its own.
public final class EmbeddedBroker implements AutoCloseable {
    private static final String NODE = "1";

    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private final String guardedServers;

    private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers, String guardedServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
        this.guardedServers = guardedServers;
    }

    /// Starts a broker and returns when it takes connections.
    ///
    /// @param folder where its log is kept; survives a restart, also after a kill
    /// @param port 0 for any free one
    public static EmbeddedBroker start(Path folder, int port) throws IOException {
        return start(folder, port, Map.of());
    }

    /// Starts a broker that can be reached by two ways: directly at {@link #bootstrapServers}, and through a proxy. A
    /// client that begins at the proxy's port stays behind the proxy, because the broker names itself by that port
    /// there.
    ///
    /// @param proxied the port that the proxy goes to, on which the broker will listen too
    /// @param way the proxy
    public static EmbeddedBroker startBehind(Path folder, int proxied, FaultProxy way) throws IOException {
        return start(
                folder,
                0,
                Map.of(
                        "listeners", ",PROXIED://127.0.0.1:" + proxied,
                        "advertised.listeners", ",PROXIED://127.0.0.1:" + way.port(),
                        "listener.security.protocol.map", ",PROXIED:PLAINTEXT"));
    }

    /// Starts a broker that can also be reached at {@link #guardedServers}, where it wants a user's password
    /// (SASL PLAIN).
    ///
    /// @param user the only one
    public static EmbeddedBroker startGuarded(Path folder, String user, String password) throws IOException {
        int guarded = FreePorts.next();
        EmbeddedBroker broker = start(
                folder,
                0,
                Map.of(
                        "listeners", ",GUARDED://127.0.0.1:" + guarded,
                        "advertised.listeners", ",GUARDED://127.0.0.1:" + guarded,
                        "listener.security.protocol.map", ",GUARDED:SASL_PLAINTEXT",
                        "listener.name.guarded.sasl.enabled.mechanisms", "PLAIN",
                        "listener.name.guarded.plain.sasl.jaas.config",
                                "org.apache.kafka.common.security.plain.PlainLoginModule required user_" + user + "=\""
                                        + password + "\";"));
        return new EmbeddedBroker(broker.server, broker.bootstrapServers, "127.0.0.1:" + guarded);
    }

    private static EmbeddedBroker start(Path folder, int port, Map<String, String> appended) throws IOException {
        ServerLog.quiet();
        Path data = folder.resolve("data");
        int listen = port == 0 ? FreePorts.next() : port;
        int control = FreePorts.next();
        format(data);
        Map<String, String> properties = properties(data, listen, control);
        appended.forEach((name, more) -> properties.merge(name, more, String::concat));
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, "127.0.0.1:" + listen, "");
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /// Where a password is wanted; empty if nowhere.
    public String guardedServers() {
        return guardedServers;
    }

    private static void format(Path data) throws IOException {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(data);
        Formatter formatter = new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setNodeId(Integer.parseInt(NODE))
                .setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setMetadataLogDirectory(data.toString())
                .addDirectory(data.toString())
                .setControllerListenerName("CONTROLLER")
                .setIgnoreFormatted(true);
        try {
            formatter.run();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the broker's folder " + data + " cannot be formatted: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> properties(Path data, int port, int controllerPort) {
        Map<String, String> p = new HashMap<>();
        p.put("process.roles", "broker,controller");
        p.put("node.id", NODE);
        p.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        p.put("controller.listener.names", "CONTROLLER");
        p.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        p.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        p.put("inter.broker.listener.name", "PLAINTEXT");
        p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.put("log.dirs", data.toString());
        p.put("auto.create.topics.enable", "false");
        p.put("offsets.topic.replication.factor", "1");
        p.put("offsets.topic.num.partitions", "4");
        p.put("transaction.state.log.replication.factor", "1");
        p.put("transaction.state.log.min.isr", "1");
        p.put("transaction.state.log.num.partitions", "2");
        p.put("share.coordinator.state.topic.replication.factor", "1");
        p.put("share.coordinator.state.topic.min.isr", "1");
        // A consumer that was killed is taken over soon.
        p.put("group.min.session.timeout.ms", "3000");
        p.put("group.initial.rebalance.delay.ms", "0");
        // What was committed is never forgotten: a film dropped next month must not be taken twice.
        p.put("offsets.retention.minutes", "5256000");
        p.put("log.cleaner.dedupe.buffer.size", String.valueOf(4 << 20));
        p.put("num.network.threads", "2");
        p.put("num.io.threads", "4");
        p.put("background.threads", "2");
        // A restart after a kill waits for the old broker's session: 5 s instead of 12 s.
        p.put("broker.session.timeout.ms", "3000");
        p.put("broker.heartbeat.interval.ms", "1000");
        // Nobody follows this controller: no record twice a second that says only that it lives.
        p.put("metadata.max.idle.interval.ms", "0");
        return p;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
