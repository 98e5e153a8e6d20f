package org.magicanime.local;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.magicanime.video.WorkFolders;
import org.magicanime.video.sandbox.SandboxConfig;
import org.magicanime.video.sandbox.SandboxedFilmReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Says what a machine lacks.
@Command(
        name = "doctor",
        description = "Looks at this machine and says what is missing, with the remedy.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final long LEAST_DISK = 5L << 30;
    private static final long LEAST_MEMORY = 3L << 30;

    @Mixin
    CommonOptions options = new CommonOptions();

    private boolean broken;

    @Override
    public Integer call() throws Exception {
        say(true, "JDK", System.getProperty("java.vendor") + " " + System.getProperty("java.version"), "");
        say(true, "cores", Integer.toString(Runtime.getRuntime().availableProcessors()), "");
        long memory = memory();
        say(memory < 0 || memory >= LEAST_MEMORY, "memory", gib(memory), "3 GiB or more are needed for all services");
        Path state = Files.createDirectories(options.state);
        long disk = Files.getFileStore(state).getUsableSpace();
        say(
                disk >= LEAST_DISK,
                "disk at " + state,
                gib(disk),
                "clips need about the size of the films, and their copies");
        say(canListen(), "loopback ports", "can be opened", "something forbids listening on 127.0.0.1");
        boolean free = StateFolder.tryTake(state).map(DoctorCommand::release).orElse(false);
        say(true, "state folder", free ? "free" : "in use by a running magicanime", "");
        database();
        films(state);
        return broken ? 1 : 0;
    }

    /// PostgreSQL refuses to run as root.
    private void database() throws IOException {
        boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        boolean unshare = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "unshare")));
        say(
                !root || unshare,
                "database",
                root ? "PostgreSQL in a user namespace" : "PostgreSQL",
                "as root it needs 'unshare' of the package 'util-linux'");
    }

    private void films(Path state) {
        try (WorkFolders folders = WorkFolders.below(state.resolve("work"));
                SandboxedFilmReader reader =
                        new SandboxedFilmReader(SandboxConfig.in(state.resolve("natives")), folders)) {
            say(true, "ffmpeg and OpenCV", "load", "");
            String protection = reader.description();
            say(true, "protection", protection, "");
            if (protection.contains("without bubblewrap")) {
                System.out.println("      for strangers' films install the package 'bubblewrap'");
            }
        } catch (RuntimeException e) {
            say(
                    false,
                    "ffmpeg and OpenCV",
                    String.valueOf(e.getMessage()),
                    "the native libraries exist for Linux on x86-64");
        }
    }

    private void say(boolean good, String what, String seen, String remedy) {
        broken |= !good;
        System.out.printf(
                "%-5s %-24s %s%s%n", good ? "ok" : "BAD", what, seen, good || remedy.isEmpty() ? "" : "; " + remedy);
    }

    private static boolean release(StateFolder folder) {
        folder.close();
        return true;
    }

    private static boolean canListen() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static String gib(long bytes) {
        return bytes < 0 ? "unknown" : "%.1f GiB".formatted(bytes / (double) (1L << 30));
    }

    /// Available memory in bytes; -1 where the system does not say.
    private static long memory() {
        try {
            return Files.readAllLines(Path.of("/proc/meminfo")).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            return -1;
        }
    }
}
