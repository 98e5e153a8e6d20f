package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedProcessTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final List<SupervisedProcess> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(process -> process.stop(LONGEST));
    }

    @Test
    void ctrlCInATerminalReachesTheLauncherAlone() throws Exception {
        SupervisedProcess process = start("echo ready; cat");

        assertThat(processGroup(process.pid()))
                .isNotEqualTo(processGroup(ProcessHandle.current().pid()));
    }

    @Test
    void aProcessThatIsToldToStopStillHasItsStandardInputWhileItStops() throws Exception {
        // The end of the standard input says that the launcher is gone; it must not be said by the way.
        SupervisedProcess process =
                start("trap 'if read -t 1 line || [ $? -gt 128 ]; then echo open; else echo closed; fi; exit 0' TERM; "
                        + "echo ready; while :; do read -t 60 line; done");

        process.stop(LONGEST);

        assertThat(Files.readAllLines(log())).last().isEqualTo("open");
    }

    @Test
    void aProcessThatIsKilledIsStartedAgainAndItsDeathIsNotNoted() throws Exception {
        SupervisedProcess process = start("echo ready; cat");
        ProcessHandle first = ProcessHandle.of(process.pid()).orElseThrow();

        first.destroyForcibly();

        first.onExit().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        awaitLines(2);
        assertThat(process.pid()).isNotEqualTo(first.pid());
        assertThat(folder.resolve("obituaries"))
                .satisfiesAnyOf(
                        obituaries -> assertThat(obituaries).doesNotExist(),
                        obituaries -> assertThat(obituaries).isEmptyDirectory());
    }

    @Test
    void aProcessThatEndsByItselfIsStartedAgainAndItsDeathIsNoted() throws Exception {
        start("echo ready; [ -e again ] && cat; touch again; exit 7");

        awaitLines(2);

        assertThat(folder.resolve("obituaries"))
                .isDirectoryContaining(file -> file.toString().endsWith(".died"));
    }

    private SupervisedProcess start(String script) throws IOException {
        SupervisedProcess process = new SupervisedProcess(
                "test",
                List.of("bash", "-c", "cd " + folder + "; " + script),
                Map.of(),
                log(),
                folder.resolve("obituaries"),
                message -> {},
                () -> {});
        started.add(process);
        process.start();
        awaitLines(1);
        return process;
    }

    private Path log() {
        return folder.resolve("test.log");
    }

    private void awaitLines(int lines) throws IOException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!Files.exists(log()) || Files.readAllLines(log()).size() < lines) {
            assertThat(System.nanoTime()).as("lines do not come").isLessThan(end);
            LockSupport.parkNanos(10_000_000);
        }
    }

    /// The fifth field of what the kernel says; the second is the name, in brackets.
    private static String processGroup(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[2];
    }
}
