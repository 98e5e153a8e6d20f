package org.magicanime.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A child process that is started again when it dies. It ends by itself when this process is gone, because its
/// standard input then ends.
final class SupervisedProcess {
    private static final int KILLED = 128 + 9;
    private static final int TERMINATED = 128 + 15;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final Path obituaries;
    private final Consumer<String> messages;
    private final Runnable restarted;
    private @Nullable Process process;
    private String processId = "";
    private volatile boolean stopping;

    /// @param environment added to a small base of the launcher's own
    /// @param obituaries where it is noted that a process died by itself
    /// @param restarted called when a process was started again
    SupervisedProcess(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path log,
            Path obituaries,
            Consumer<String> messages,
            Runnable restarted) {
        this.restarted = restarted;
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.obituaries = obituaries;
        this.messages = messages;
    }

    String name() {
        return name;
    }

    synchronized long pid() {
        return process == null ? -1 : process.pid();
    }

    void start() {
        launch();
        Thread.ofPlatform().daemon().name("supervise-" + name).start(this::supervise);
    }

    private synchronized Process launch() {
        String id = UUID.randomUUID().toString();
        ProcessBuilder builder = new ProcessBuilder(apart(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> env = builder.environment();
        env.keySet().retainAll(List.of("PATH", "HOME", "USER", "TMPDIR", "LD_LIBRARY_PATH"));
        env.put("LANG", "C.UTF-8");
        env.putAll(environment);
        env.put("STAGE_PROCESS_ID", id);
        try {
            Process started = builder.start();
            process = started;
            processId = id;
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    /// In a session of its own, where that can be had: Ctrl-C in a terminal then reaches the launcher alone, which ends
    /// its processes one after the other, and no film reader.
    private static List<String> apart(List<String> command) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "setsid"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(setsid -> Stream.concat(Stream.of(setsid.toString()), command.stream())
                        .toList())
                .orElse(command);
    }

    private void supervise() {
        Duration pause = FIRST_PAUSE;
        while (true) {
            Process running = current();
            long began = System.nanoTime();
            long oomKills = OomKills.soFar();
            int status = join(running);
            if (stopping) {
                return;
            }
            boolean fromOutside = (status == KILLED || status == TERMINATED) && OomKills.soFar() == oomKills;
            if (!fromOutside) {
                noteDeath();
            }
            if (System.nanoTime() - began > Duration.ofMinutes(1).toNanos()) {
                pause = FIRST_PAUSE;
            }
            messages.accept("%s ended (%s) and is started again; its log: %s"
                    .formatted(name, fromOutside ? "killed from outside" : "status " + status, log));
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            synchronized (this) {
                if (stopping) {
                    return;
                }
                launch();
            }
            restarted.run();
        }
    }

    private synchronized Process current() {
        return java.util.Objects.requireNonNull(process);
    }

    /// Whatever the process worked on is suspect.
    private synchronized void noteDeath() {
        try {
            Files.createDirectories(obituaries);
            Files.writeString(obituaries.resolve(processId + ".died"), name + "\n");
        } catch (IOException e) {
            messages.accept("the death of " + name + " cannot be noted: " + e.getMessage());
        }
    }

    /// Ends the process in order, or by force after the time given.
    void stop(Duration patience) {
        Process running;
        synchronized (this) {
            stopping = true;
            running = process;
        }
        if (running == null) {
            return;
        }
        // Process.destroy would also close the process's standard input, which says that the launcher is gone: two ways
        // to end that meet are none in order.
        running.toHandle().destroy();
        try {
            if (!running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                messages.accept(name + " did not end within " + patience.toSeconds() + " s and is killed");
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int join(Process process) {
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                // Only the end of the process ends this thread.
                continue;
            }
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
