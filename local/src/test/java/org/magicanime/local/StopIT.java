package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.local.Fates.Fate;

/// What a stop does to a film that is in work, with the launcher's own processes.
class StopIT {
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final String SEGMENT_MARKS = "attempts/segment/";

    @TempDir
    Path folder;

    private StateFolder state;
    private LocalSystem system;
    private Ledger ledger;

    @BeforeEach
    void start() throws Exception {
        state = StateFolder.take(folder.resolve("state"));
        open();
    }

    @AfterEach
    void stop() {
        ledger.close();
        system.close();
        state.close();
    }

    @Test
    void aFilmInWorkIsFinishedOrLeftToTheNextProcessAndIsDoneOnce() throws Exception {
        ObjectOrigin film = dropAndAwaitWork();
        ProcessHandle services = ProcessHandle.of(system.pid("services")).orElseThrow();

        services.destroy();

        services.onExit().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        assertThat(log()).anyMatch(line -> line.contains("drain: waiting"));
        assertThat(log())
                .anyMatch(line -> line.contains("segment: done") || line.contains("left for the next process"));
        awaitDone(film);
        assertThat(log().stream().filter(line -> line.contains("segment: done")))
                .hasSize(1);

        // The system's own end is such a stop, too.
        ObjectOrigin other = dropAndAwaitWork();
        ledger.close();
        system.close();

        assertThat(log().getLast()).contains("stopped in");
        assertThat(marksOnDisk()).isEmpty();
        open();
        awaitDone(other);
        assertThat(log().stream().filter(line -> line.contains("segment: done")))
                .hasSize(2);
        assertThat(ledger.deadLetters()).isEmpty();
    }

    private void open() throws Exception {
        system = LocalSystem.start(state, new CommonOptions(), message -> {});
        ledger = new Ledger(system.kafka());
    }

    /// A mark in the store says that a process has begun with the film.
    private ObjectOrigin dropAndAwaitWork() throws Exception {
        Path film = folder.resolve("film.mp4");
        FuzzFilms.drawGood(film, ledger.films().size());
        try (var store = system.store()) {
            ObjectOrigin origin = store.drop(
                    LocalSystem.INGEST, "x/y/%d.mp4".formatted(ledger.films().size()), film);
            boolean[] begun = {false};
            await(() -> {
                store.list(LocalSystem.ARTIFACTS, SEGMENT_MARKS, mark -> begun[0] = true);
                return begun[0];
            });
            return origin;
        }
    }

    private void awaitDone(ObjectOrigin origin) {
        Fates fates = new Fates(ledger, system.lastStage());
        await(() -> fates.of(origin) != Fate.WAITING && fates.of(origin) != Fate.IN_WORK);
        assertThat(fates.of(origin)).isEqualTo(Fate.DONE);
        // What a stage has told it tidies up and notes in the log at once, but afterwards.
        await(() -> marksOnDisk().isEmpty()
                && linesWith("segment: done") >= ledger.films().size());
    }

    private List<Path> marksOnDisk() {
        Path marks = state.folder("store").resolve(LocalSystem.ARTIFACTS).resolve("attempts");
        try (var files = Files.walk(Files.createDirectories(marks))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private long linesWith(String words) {
        return log().stream().filter(line -> line.contains(words)).count();
    }

    private List<String> log() {
        try {
            return Files.readAllLines(state.folder("logs").resolve("services.log"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            // waits for new events, at most 200 ms
            ledger.readOn();
            if (System.nanoTime() > end) {
                throw new AssertionError("nothing came within " + LONGEST + "; services.log says:\n"
                        + String.join("\n", log().subList(Math.max(0, log().size() - 40), log().size())));
            }
        }
    }
}
