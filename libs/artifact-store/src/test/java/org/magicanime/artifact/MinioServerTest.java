package org.magicanime.artifact;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.testkit.FreePorts;

/// The adapter against a MinIO server: `-Pminio -Dminio.binary=…`.
@EnabledIfSystemProperty(named = "minio.binary", matches = ".+", disabledReason = "needs -Dminio.binary=PATH")
class MinioServerTest {
    @TempDir
    static Path folder;

    private static Process process;
    private static StoreServer server;

    @BeforeAll
    static void start() throws Exception {
        int port = FreePorts.next();
        String accessKey = secret(8);
        String secretKey = secret(16);
        ProcessBuilder command = new ProcessBuilder(
                System.getProperty("minio.binary"),
                "server",
                folder.resolve("data").toString(),
                "--address",
                "127.0.0.1:" + port);
        command.environment()
                .putAll(Map.of(
                        "MINIO_ROOT_USER", accessKey,
                        "MINIO_ROOT_PASSWORD", secretKey,
                        "MINIO_BROWSER", "off"));
        process = command.redirectErrorStream(true)
                .redirectOutput(folder.resolve("minio.log").toFile())
                .start();
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        awaitReady(endpoint);
        server = new StoreServer(endpoint, accessKey, secretKey);
    }

    private static String secret(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static void awaitReady(URI endpoint) throws Exception {
        HttpRequest ready =
                HttpRequest.newBuilder(endpoint.resolve("/minio/health/ready")).build();
        long deadline = System.nanoTime() + SECONDS.toNanos(30);
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (true) {
                try {
                    if (http.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (java.net.ConnectException e) {
                    if (System.nanoTime() > deadline || !process.isAlive()) {
                        throw new AssertionError(
                                "MinIO does not answer:\n"
                                        + java.nio.file.Files.readString(folder.resolve("minio.log")),
                                e);
                    }
                }
                process.waitFor(50, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
        }
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        process.destroy();
        if (!process.waitFor(10, SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    @Nested
    class Contract extends StoreContract {
        @Override
        StoreServer server() {
            return server;
        }
    }

    @Nested
    class Listings extends ListingContract {
        @Override
        StoreServer server() {
            return server;
        }
    }

    @Nested
    class Faults extends FaultContract {
        @Override
        StoreServer server() {
            return server;
        }
    }
}
