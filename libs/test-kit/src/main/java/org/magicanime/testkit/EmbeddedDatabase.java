package org.magicanime.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A real PostgreSQL server on a folder of this machine, on the loopback interface, with a password.
///
/// PostgreSQL refuses to run as root. There it runs in a user namespace of its own (`unshare`), in which it is nobody
/// and its files still belong to it.
public final class EmbeddedDatabase implements AutoCloseable {
    /// The one user, who owns everything.
    public static final String USER = "magicanime";

    /// The one database.
    public static final String DATABASE = "postgres";

    private static final Duration STARTING = Duration.ofSeconds(60);
    private static final Duration STOPPING = Duration.ofSeconds(20);
    private static final long LOOK_AGAIN_NANOS = 20_000_000;

    private final Process process;
    private final String url;

    private EmbeddedDatabase(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /// Starts a server and returns when it takes connections. One that a killed process left running on the same
    /// folder is ended first.
    ///
    /// @param folder programs, data and log; survives a restart, also after a kill
    /// @param port 0 for any free one
    /// @param password set when the folder is used for the first time
    public static EmbeddedDatabase start(Path folder, int port, String password)
            throws IOException, InterruptedException {
        Path programs = PostgresBinaries.unpacked(folder.resolve("programs"));
        Path data = folder.toAbsolutePath().resolve("data");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(programs, data, password);
        }
        endLeftOver(data);
        int listen = port == 0 ? FreePorts.next() : port;
        Process process = launch(
                List.of(
                        programs.resolve("bin/postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(listen),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "shared_buffers=64MB",
                        "-c",
                        "max_connections=40",
                        "-c",
                        "max_wal_size=512MB",
                        "-c",
                        "jit=off"),
                folder.resolve("postgresql.log"));
        await(process, data, folder.resolve("postgresql.log"));
        return new EmbeddedDatabase(process, "jdbc:postgresql://127.0.0.1:" + listen + "/" + DATABASE);
    }

    /// For JDBC, without user and password.
    public String url() {
        return url;
    }

    /// Returns when the server has ended, for whatever reason.
    ///
    /// @return its exit code
    public int join() throws InterruptedException {
        return process.waitFor();
    }

    /// Process id of the server.
    public long pid() {
        return process.pid();
    }

    /// Data appear completely or not at all: a folder that was begun is made anew.
    private static void initialise(Path programs, Path data, String password) throws IOException, InterruptedException {
        Path begun = data.resolveSibling("data-begun");
        PostgresBinaries.delete(begun);
        Path passwordFile = Files.createTempFile(
                Files.createDirectories(data.getParent()),
                "password",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Path log = data.resolveSibling("initdb.log");
        try {
            Files.writeString(passwordFile, password + "\n");
            int status = launch(
                            List.of(
                                    programs.resolve("bin/initdb").toString(),
                                    "-D",
                                    begun.toString(),
                                    "-U",
                                    USER,
                                    "--auth=scram-sha-256",
                                    "--pwfile=" + passwordFile,
                                    "--encoding=UTF8",
                                    "--locale=C",
                                    "--no-instructions"),
                            log)
                    .waitFor();
            if (status != 0) {
                throw new IOException("PostgreSQL's folder cannot be made: " + Files.readString(log));
            }
            Files.move(begun, data);
        } finally {
            Files.delete(passwordFile);
        }
    }

    /// Of a process that was killed, the server stays behind.
    private static void endLeftOver(Path data) throws IOException {
        Optional<ProcessHandle> server = leftOver(data);
        if (server.isPresent()) {
            signal(server.get().pid(), "QUIT");
            awaitEnd(server.get());
        }
    }

    /// The number may belong to another process by now.
    private static Optional<ProcessHandle> leftOver(Path data) throws IOException {
        List<String> lines = lockFile(data);
        return lines.isEmpty() || !lines.getFirst().matches("[0-9]{1,10}")
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst()))
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(data.toString()));
    }

    /// What the server says of itself, while there is one; it may go at any moment.
    private static List<String> lockFile(Path data) throws IOException {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid")).stream()
                    .map(String::strip)
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static void awaitEnd(ProcessHandle server) throws IOException {
        long end = System.nanoTime() + STOPPING.toNanos();
        while (server.isAlive()) {
            if (System.nanoTime() > end) {
                throw new IOException("the PostgreSQL server " + server.pid() + " that was left over does not end");
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private static Process launch(List<String> command, Path log) throws IOException {
        List<String> all = new ArrayList<>();
        if (isRoot()) {
            all.addAll(List.of("unshare", "--user"));
        }
        all.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static void await(Process process, Path data, Path log) throws IOException {
        long end = System.nanoTime() + STARTING.toNanos();
        while (!isReady(process, data)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IOException("PostgreSQL does not start; its log is " + log + ": " + tail(log));
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    /// The server says so in its file, after it has recovered from a kill.
    private static boolean isReady(Process process, Path data) throws IOException {
        List<String> lines = lockFile(data);
        return lines.size() >= 8
                && lines.getFirst().equals(Long.toString(process.pid()))
                && lines.get(7).equals("ready");
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log, UTF_8);
        return lines.isEmpty() ? "" : lines.getLast();
    }

    /// Ends connections and the server in order: SIGINT does not wait for clients to go, as SIGTERM does.
    @Override
    public void close() throws IOException, InterruptedException {
        signal(process.pid(), "INT");
        if (!process.waitFor(STOPPING.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static void signal(long pid, String name) throws IOException {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a signal was sent", e);
        }
    }
}
