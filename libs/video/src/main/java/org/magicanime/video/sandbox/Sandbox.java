package org.magicanime.video.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.magicanime.video.sandbox.SandboxConfig.Bubblewrap;

/// Builds the command line of a film-reading process: the limits of `prlimit` and the namespaces of `bwrap` where they
/// exist, and a small JVM.
final class Sandbox {
    private static final String MAIN = "org.magicanime.video.child.Main";
    private static final long LARGEST_FILE = 8L << 30;
    private static final int OPEN_FILES = 256;
    /// Seconds; the wall clock's limit should come first.
    private static final int CPU_GRACE = 10;
    private static final Duration TRIAL = Duration.ofSeconds(20);

    private final Path java = Path.of(System.getProperty("java.home"));
    private final Set<Path> jars;
    private final Path nativeLibraries;
    private final @Nullable Path prlimit;
    private final @Nullable Path bwrap;

    /// @param jars the class path of the process
    Sandbox(SandboxConfig config, Set<Path> jars) {
        this.jars = jars;
        this.nativeLibraries = config.nativeLibraries().toAbsolutePath();
        this.prlimit = find("prlimit").orElse(null);
        this.bwrap = config.bubblewrap() == Bubblewrap.OFF
                ? null
                : find("bwrap").filter(this::works).orElse(null);
        if (bwrap == null && config.bubblewrap() == Bubblewrap.REQUIRED) {
            throw new IllegalStateException(
                    "bubblewrap is required and is not there or does not work: install the package 'bubblewrap' and "
                            + "allow unprivileged user namespaces, or set bubblewrap to AUTO");
        }
    }

    /// One sentence for the log.
    String description() {
        return "films are read in a process of their own, "
                + (bwrap == null
                        ? "without bubblewrap (not there, switched off, or not working)"
                        : "inside bubblewrap (no network, no files but the film)")
                + ", "
                + (prlimit == null ? "without prlimit (not there)" : "with limits on memory, CPU time and files");
    }

    /// @param film null for a process that prepares the start of the others, and may write to their folder
    /// @param folder the process's working directory, the only one that it may write to
    /// @param options of the JVM, besides those that every such process has
    ProcessBuilder command(@Nullable Path film, Path folder, int memoryMiB, Duration cpu, List<String> options) {
        List<String> command = new ArrayList<>();
        if (prlimit != null) {
            command.addAll(List.of(
                    prlimit.toString(),
                    "--as=" + ((long) memoryMiB << 20),
                    // The kernel's first word is SIGXCPU, which tells itself from a kill by somebody; its last is
                    // SIGKILL.
                    "--cpu=" + (cpu.toSeconds() + CPU_GRACE) + ":" + (cpu.toSeconds() + 2 * CPU_GRACE),
                    "--fsize=" + LARGEST_FILE,
                    "--nofile=" + OPEN_FILES,
                    "--core=0",
                    "--"));
        }
        if (bwrap != null) {
            command.addAll(namespaces(film, folder));
        }
        command.addAll(jvm(options));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("LANG", "C.UTF-8");
        environment.put("OPENBLAS_NUM_THREADS", "1");
        environment.put("MALLOC_ARENA_MAX", "2");
        return builder;
    }

    private List<String> namespaces(@Nullable Path film, Path folder) {
        List<String> command = new ArrayList<>(List.of(
                String.valueOf(bwrap), "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"));
        for (String system : List.of("/usr", "/lib", "/lib64", "/etc/ld.so.cache")) {
            command.addAll(List.of("--ro-bind-try", system, system));
        }
        command.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"));
        readOnly(command, java);
        jars.forEach(jar -> readOnly(command, jar));
        if (film != null) {
            readOnly(command, nativeLibraries);
            readOnly(command, film);
        } else {
            command.addAll(List.of("--bind", nativeLibraries.toString(), nativeLibraries.toString()));
        }
        command.addAll(List.of("--bind", folder.toString(), folder.toString(), "--chdir", folder.toString()));
        return command;
    }

    private static void readOnly(List<String> command, Path path) {
        command.addAll(List.of("--ro-bind", path.toString(), path.toString()));
    }

    private List<String> jvm(List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                java.resolve("bin/java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                // Standard output carries our own bytes; what the JVM has to say goes beside it.
                "-XX:+DisplayVMOutputToStderr",
                "-Xlog:disable",
                "-Xlog:all=warning:stderr:level,tags",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.cachedir=" + nativeLibraries,
                "-Dorg.bytedeco.javacpp.maxbytes=0",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-Djava.io.tmpdir=."));
        command.addAll(options);
        command.addAll(List.of(
                "-cp", jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)), MAIN));
        return command;
    }

    /// Namespaces may be forbidden although the program is there, as in many containers.
    private boolean works(Path program) {
        try {
            Process trial = new ProcessBuilder(
                            program.toString(),
                            "--unshare-all",
                            "--cap-drop",
                            "ALL",
                            "--ro-bind",
                            "/",
                            "/",
                            "--proc",
                            "/proc",
                            "--dev",
                            "/dev",
                            "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!trial.waitFor(TRIAL.toSeconds(), TimeUnit.SECONDS)) {
                trial.destroyForcibly();
                return false;
            }
            return trial.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Optional<Path> find(String program) {
        for (String folder : String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1)) {
            Path candidate = Path.of(folder.isEmpty() ? "." : folder, program);
            if (Files.isExecutable(candidate)) {
                return Optional.of(candidate.toAbsolutePath());
            }
        }
        return Optional.empty();
    }
}
