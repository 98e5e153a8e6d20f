package org.magicanime.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.dataset.domain.LastStage;
import org.magicanime.local.Fates.Fate;
import org.magicanime.stage.DeadLetter;
import org.magicanime.video.WorkFolders;

/// Drops damaged films, and good ones in their middle, and follows each to its outcome.
final class FuzzSession {
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(30);
    private static final Duration TIDYING = Duration.ofSeconds(20);
    private static final long MOST_MIB_OF_SERVICES = 1024;
    private static final long MOST_MIB_OF_A_READER = 2048;

    private final LocalSystem system;
    private final MinioArtifactStore store;
    private final Ledger ledger;
    private final Path scratch;
    private final Progress progress;
    private final FuzzCommand options;
    private final Fates fates;
    private final Map<String, Dropped> open = new LinkedHashMap<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<Double> goodSeconds = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private long lastOutcome = System.nanoTime();

    /// @param scratch a folder for films that are drawn and for films whose reader crashed
    FuzzSession(
            LocalSystem system,
            MinioArtifactStore store,
            Ledger ledger,
            Path scratch,
            Progress progress,
            FuzzCommand options) {
        this.system = system;
        this.store = store;
        this.ledger = ledger;
        this.scratch = scratch;
        this.progress = progress;
        this.options = options;
        this.fates = new Fates(ledger, LastStage.SEGMENT);
    }

    private record Dropped(String key, String how, ObjectOrigin origin, long at) {
        boolean isGood() {
            return how.isEmpty();
        }
    }

    /// @return whether everything was as it should be
    boolean run() throws Exception {
        List<FuzzFilms.Film> films = FuzzFilms.draw(scratch);
        films.forEach(
                film -> progress.message("small film %s: %d bytes".formatted(film.ending(), film.bytes().length)));
        List<byte[]> good = new ArrayList<>();
        for (int number = 0; number < options.good + 2; number++) {
            Path file = scratch.resolve("good.mp4");
            FuzzFilms.drawGood(file, number);
            good.add(Files.readAllBytes(file));
        }
        try (PeakMemory memory = new PeakMemory(() -> system.pid("services"))) {
            // The first one also waits for classes to be loaded and libraries to be unpacked.
            drop("fuzz/good/first.mp4", "", good.removeFirst());
            awaitRoom(1);
            drop("fuzz/good/alone.mp4", "", good.removeFirst());
            awaitRoom(1);
            double alone = goodSeconds.removeLast();
            goodSeconds.clear();
            outcomes.clear();
            progress.message("a good film alone: %.1f s".formatted(alone));
            long began = System.nanoTime();
            dropAll(films, good);
            awaitRoom(1);
            double seconds = (System.nanoTime() - began) / 1e9;
            progress.end();
            judge(alone);
            judge(memory);
            report(seconds, memory);
        }
        return faults.isEmpty();
    }

    private void dropAll(List<FuzzFilms.Film> films, List<byte[]> good) throws IOException {
        Random random = new Random(options.seed);
        int between = options.count / (good.size() + 1);
        int next = 0;
        for (int number = 0; number < options.count; number++) {
            if (next < good.size() && number >= (next + 1) * between) {
                drop("fuzz/good/%d.mp4".formatted(next), "", good.get(next));
                next++;
            }
            FuzzFilms.Film film = films.get(number % films.size());
            Damage damage = Damage.of(film.bytes(), random);
            drop("fuzz/damaged/%05d%s".formatted(number, film.ending()), damage.how(), damage.bytes());
            awaitRoom(options.waiting);
        }
    }

    private void drop(String key, String how, byte[] bytes) throws IOException {
        Path file = Files.write(scratch.resolve("dropped"), bytes);
        ObjectOrigin origin = store.drop(LocalSystem.INGEST, key, file);
        open.put(key, new Dropped(key, how, origin, System.nanoTime()));
        Files.delete(file);
    }

    /// Waits until fewer damaged films than these are on their way. Good ones count only at the end.
    private void awaitRoom(int most) throws IOException {
        while (true) {
            ledger.readOn();
            for (Dropped each : List.copyOf(open.values())) {
                Fate fate = fates.of(each.origin);
                if (fate != Fate.WAITING && fate != Fate.IN_WORK) {
                    open.remove(each.key);
                    note(each, fate);
                    lastOutcome = System.nanoTime();
                }
            }
            progress.show(outcomes + ", on their way: " + open.size());
            long waiting = most == 1
                    ? open.size()
                    : open.values().stream().filter(each -> !each.isGood()).count();
            if (waiting < most) {
                return;
            }
            if (System.nanoTime() - lastOutcome > LONGEST_SILENCE.toNanos()) {
                throw new IllegalStateException("nothing had an outcome for " + LONGEST_SILENCE.toMinutes()
                        + " minutes; on their way: " + open.keySet());
            }
        }
    }

    private void note(Dropped film, Fate fate) throws IOException {
        double seconds = (System.nanoTime() - film.at) / 1e9;
        ItemRejected rejected = fates.rejection(film.origin);
        String outcome = fate.toString().toLowerCase(Locale.ROOT)
                + (fate == Fate.REJECTED && rejected != null ? " " + rejected.stage() + " " + rejected.code() : "");
        outcomes.merge(outcome, 1, Integer::sum);
        if (film.isGood()) {
            goodSeconds.add(seconds);
            if (fate != Fate.DONE) {
                faults.add("the good film " + film.key + " ended as " + outcome);
            }
        }
        if (fate == Fate.DEAD) {
            noteDead(film);
        }
    }

    /// A decoder may crash or not end; everything else must be an answer.
    private void noteDead(Dropped film) throws IOException {
        String reason = ledger.deadLetters().stream()
                .filter(letter -> film.key.equals(withoutBucket(letter.key())) || isOf(film, letter.key()))
                .map(DeadLetter::reason)
                .findFirst()
                .orElse("");
        Path saved = scratch.resolve(film.key.substring(film.key.lastIndexOf('/') + 1));
        Files.deleteIfExists(saved);
        store.get(film.origin, Long.MAX_VALUE, saved);
        String words = "dead: %s (%s): %s; saved as %s".formatted(film.key, film.how, reason, saved);
        progress.message(words);
        if (!reason.startsWith("the film reader ")) {
            faults.add(words);
        }
    }

    private boolean isOf(Dropped film, @Nullable String key) {
        VideoIngested told = fates.film(film.origin);
        return told != null && told.videoId().equals(key);
    }

    private static String withoutBucket(@Nullable String key) {
        return key == null ? "" : key.substring(key.indexOf('/') + 1);
    }

    private void judge(double alone) {
        for (int number = 0; number < goodSeconds.size(); number++) {
            double delay = goodSeconds.get(number) - alone;
            progress.message("good film %d in their middle: %.1f s, %.1f s more than alone"
                    .formatted(number, goodSeconds.get(number), delay));
            if (delay > options.longestDelay) {
                faults.add("good film %d was delayed by %.1f s".formatted(number, delay));
            }
        }
    }

    private void judge(PeakMemory memory) throws Exception {
        if (memory.ownMiB() > MOST_MIB_OF_SERVICES) {
            faults.add("the services had " + memory.ownMiB() + " MiB resident");
        }
        if (memory.childMiB() > MOST_MIB_OF_A_READER) {
            faults.add("a film reader had " + memory.childMiB() + " MiB resident");
        }
        long end = System.nanoTime() + TIDYING.toNanos();
        List<String> left = leftOver();
        // What is told before a stage tidies up is seen before.
        while (!left.isEmpty() && System.nanoTime() < end) {
            ledger.readOn();
            left = leftOver();
        }
        faults.addAll(left);
    }

    private List<String> leftOver() throws IOException {
        ledger.readAll();
        List<String> left = new ArrayList<>(new Audit(ledger, store, scratch).findings());
        try (Stream<Path> files = Files.walk(system.workFolder())) {
            files.filter(file -> Files.isRegularFile(file) && !file.endsWith(WorkFolders.LOCK))
                    .forEach(file -> left.add("left in the work folder: " + file));
        } catch (UncheckedIOException e) {
            left.add("the work folder is being used: " + e.getMessage());
        }
        return left;
    }

    private void report(double seconds, PeakMemory memory) {
        outcomes.forEach((outcome, count) -> System.out.printf("%6d  %s%n", count, outcome));
        System.out.printf(
                "seed %d: %d films, at most %d on their way, in %.0f s (%.2f films/s)%n",
                options.seed, options.count, options.waiting, seconds, options.count / seconds);
        System.out.printf(
                "peak memory: services %d MiB, largest film reader %d MiB%n", memory.ownMiB(), memory.childMiB());
        faults.forEach(fault -> System.out.println("FAULT: " + fault));
        System.out.println(faults.isEmpty() ? "all as it should be" : faults.size() + " faults");
    }
}
