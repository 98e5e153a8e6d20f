package org.magicanime.video.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.magicanime.video.FilmReaderCrashedException;
import org.magicanime.video.FilmReaderKilledException;
import org.magicanime.video.UnreadableFilmException;
import org.magicanime.video.child.Reply;
import org.magicanime.video.child.Request;

/// One film-reading process from its start to its end, and what its end means.
final class ChildRun implements AutoCloseable {
    private static final int SIGNALLED = 128;
    private static final int SIGKILL = 9;
    private static final int SIGTERM = 15;
    private static final int TAIL = 4096;
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final Process process;
    private final long oomKillsBefore = oomKills();
    private final AtomicReference<@Nullable String> killedBecause = new AtomicReference<>();
    private final AtomicReference<String> lastWords = new AtomicReference<>("");
    private final ScheduledFuture<?> alarm;

    ChildRun(ProcessBuilder command, Duration timeout, ScheduledExecutorService clock) throws IOException {
        this.process = command.start();
        this.alarm = clock.schedule(
                () -> kill("it took longer than " + timeout.toSeconds() + " s"),
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
        Thread.ofPlatform().daemon().name("film-reader-stderr").start(this::readErrors);
    }

    /// Asks, and hands on everything that is said until the request is fulfilled.
    ///
    /// @param consumer hears every reply; for a clip, returning means that its files were taken
    void ask(Request request, Consumer<Reply> consumer) {
        // The streams end with the process, in close().
        OutputStream stdin = process.getOutputStream();
        DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
        try {
            write(request, stdin);
            while (true) {
                Reply reply = Reply.read(in);
                if (reply instanceof Reply.Done) {
                    return;
                }
                if (reply instanceof Reply.Unreadable(String code, String reason, Double measured, Double threshold)) {
                    throw new UnreadableFilmException(code, reason, measured, threshold);
                }
                consumer.accept(reply);
                if (reply instanceof Reply.Clip) {
                    acknowledge(stdin);
                }
            }
        } catch (EOFException e) {
            throw whyItEnded();
        } catch (IOException e) {
            kill("its answer cannot be read");
            throw whyItEnded();
        } catch (IllegalArgumentException e) {
            kill("it said something impossible: " + e.getMessage());
            throw whyItEnded();
        } finally {
            close();
        }
    }

    /// Asks a child that ends by itself and says nothing.
    ///
    /// @return its exit status; what it printed is in {@link #words()}
    int rehearse(Request request) throws IOException {
        write(request, process.getOutputStream());
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        return waitFor();
    }

    /// A child that is dead already does not hear; reading its answer then tells why.
    private static void write(Request request, OutputStream stdin) throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        request.write(new DataOutputStream(bytes));
        try {
            stdin.write(bytes.toByteArray());
            stdin.flush();
        } catch (IOException e) {
            return;
        }
    }

    /// After its last clip a child does not wait to be heard; whether it ended well, its next words tell.
    private static void acknowledge(OutputStream stdin) {
        try {
            stdin.write(1);
            stdin.flush();
        } catch (IOException e) {
            return;
        }
    }

    /// Ends the process and everything that it started.
    void kill(String because) {
        killedBecause.compareAndSet(null, because);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private RuntimeException whyItEnded() {
        int status = waitFor();
        String ours = killedBecause.get();
        if (ours != null) {
            return ours.equals(SandboxedFilmReader.STOPPING)
                    ? new FilmReaderKilledException("the film reader was ended because the service stops")
                    : new FilmReaderCrashedException("the film reader was ended because " + ours);
        }
        String seen = "the film reader ended with status " + status + words();
        boolean fromOutside = status == SIGNALLED + SIGKILL || status == SIGNALLED + SIGTERM;
        if (fromOutside && oomKills() == oomKillsBefore) {
            return new FilmReaderKilledException(seen + ": somebody killed it");
        }
        return new FilmReaderCrashedException(seen);
    }

    String words() {
        String words = lastWords.get();
        return words.isEmpty() ? "" : "; its last words: " + words;
    }

    private int waitFor() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    if (!process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                        kill("it closed its output and went on");
                    }
                    return process.waitFor();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Keeps the end of what the process printed, fit to be shown.
    private void readErrors() {
        byte[] tail = new byte[TAIL];
        int kept = 0;
        try (InputStream errors = process.getErrorStream()) {
            byte[] chunk = new byte[TAIL];
            for (int read = errors.read(chunk); read >= 0; read = errors.read(chunk)) {
                int stay = Math.min(kept, TAIL - read);
                System.arraycopy(tail, kept - stay, tail, 0, stay);
                System.arraycopy(chunk, 0, tail, stay, read);
                kept = stay + read;
                lastWords.set(new String(tail, 0, kept, UTF_8)
                        .replaceAll("[\\p{Cc}\\p{Cf}]+", " ")
                        .strip());
            }
        } catch (IOException e) {
            // The process is gone; what was heard is kept.
            return;
        }
    }

    /// How often the kernel killed something for lack of memory since it started; -1 where it does not say.
    private static long oomKills() {
        try {
            return Files.readAllLines(Path.of("/proc/vmstat")).stream()
                    .filter(line -> line.startsWith("oom_kill "))
                    .mapToLong(line -> Long.parseLong(line.substring("oom_kill ".length())))
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public void close() {
        alarm.cancel(false);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        // Who has the answer may rely on nobody using the film or its work files any more.
        waitFor();
    }
}
