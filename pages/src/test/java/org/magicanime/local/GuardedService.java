package org.magicanime.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.magicanime.testkit.FreePorts;

/// A second process of the ledger's service, bound to all interfaces and with a token.
final class GuardedService implements AutoCloseable {
    private static final long ENDING_SECONDS = 30;

    private final Process process;
    private final String token = made();
    private final URI http;

    GuardedService(LocalSystem system, Path folder) throws IOException {
        Path tokens = Files.writeString(folder.resolve("tokens"), token);
        Files.setPosixFilePermissions(tokens, PosixFilePermissions.fromString("rw-------"));
        http = URI.create("http://127.0.0.1:" + FreePorts.next());
        ProcessBuilder service = new ProcessBuilder(JavaCommands.ofQuarkus(
                        LocalSystem.home().resolve("dataset-service/target/quarkus-app/quarkus-run.jar")))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("guarded.log").toFile());
        service.environment()
                .putAll(Map.ofEntries(
                        Map.entry("QUARKUS_HTTP_HOST", "0.0.0.0"),
                        Map.entry("QUARKUS_HTTP_PORT", Integer.toString(http.getPort())),
                        Map.entry("DATASET_ACCESS_TOKEN_FILE", tokens.toString()),
                        Map.entry("KAFKA_BOOTSTRAP_SERVERS", system.kafka()),
                        Map.entry(
                                "STORE_ENDPOINT",
                                system.storeConfig().endpoint().toString()),
                        Map.entry("STORE_ACCESS_KEY", system.storeConfig().accessKey()),
                        Map.entry("STORE_SECRET_KEY", system.storeConfig().secretKey()),
                        Map.entry("DATASET_DATABASE_URL", system.ledger().url()),
                        Map.entry("DATASET_DATABASE_USER", system.ledger().user()),
                        Map.entry("DATASET_DATABASE_PASSWORD", system.ledger().password())));
        process = service.start();
    }

    private static String made() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    String token() {
        return token;
    }

    URI http() {
        return http;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
