package org.magicanime.video.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.video.CutClip;
import org.magicanime.video.CutOptions;
import org.magicanime.video.FilmMeasures;
import org.magicanime.video.FilmPictures;
import org.magicanime.video.FilmReader;
import org.magicanime.video.FilmReaderCrashedException;
import org.magicanime.video.FilmReaderKilledException;
import org.magicanime.video.MeasureOptions;
import org.magicanime.video.MeasureOptions.Downscale;
import org.magicanime.video.PictureOptions;
import org.magicanime.video.ProbeLimits;
import org.magicanime.video.ProbeReport;
import org.magicanime.video.ShrinkOptions;
import org.magicanime.video.WorkFolder;
import org.magicanime.video.WorkFolders;
import org.magicanime.video.child.Reply;
import org.magicanime.video.child.Request;
import org.magicanime.video.picture.PictureReading;

/// Reads each film in a process of its own.
public final class SandboxedFilmReader implements FilmReader, AutoCloseable {
    static final String STOPPING = "the service stops";
    private static final Logger LOG = Logger.getLogger(SandboxedFilmReader.class);
    private static final Duration PREPARING = Duration.ofMinutes(2);
    private static final int PREPARING_MIB = 12_288;
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final SandboxConfig config;
    private final WorkFolders workFolders;
    private final Sandbox sandbox;
    private final Set<Path> jars;
    private final PreparedStart start;
    private final Set<ChildRun> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("film-reader-clock").factory());
    private volatile @Nullable Thread preparing;
    private volatile boolean stopping;

    /// Prepares the native libraries if that was not done yet, and says in the log what protects this machine.
    public SandboxedFilmReader(SandboxConfig config, WorkFolders workFolders) {
        this(config, workFolders, ChildClassPath.jars());
    }

    /// @param jars the class path of film-reading processes
    SandboxedFilmReader(SandboxConfig config, WorkFolders workFolders, Set<Path> jars) {
        this.config = config;
        this.workFolders = workFolders;
        this.jars = jars;
        this.sandbox = new Sandbox(config, jars);
        LOG.info(sandbox.description());
        try {
            this.start = PreparedStart.in(config.nativeLibraries(), jars, new Preparing());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the native libraries cannot be unpacked into " + config.nativeLibraries(), e);
        }
    }

    /// {@link #prepare} while films are read already.
    public void prepareInBackground() {
        preparing = Thread.ofPlatform().daemon().name("film-reader-start").start(this::prepare);
    }

    /// Has later processes start more quickly: takes some ten seconds once for each set of jars, else nothing.
    public void prepare() {
        try {
            start.fillCache(jars, new Preparing());
        } catch (FilmReaderKilledException e) {
            LOG.debug("the start of film-reading processes is not prepared because the service stops");
        } catch (IOException | RuntimeException e) {
            LOG.warn("film-reading processes start without a class cache, which takes longer", e);
        }
    }

    /// One sentence about what protects this machine.
    public String description() {
        return sandbox.description();
    }

    @Override
    public ProbeReport probe(Path film, ProbeLimits limits) {
        AtomicReference<@Nullable ProbeReport> report = new AtomicReference<>();
        run(
                film,
                null,
                config.probeMemoryMiB(),
                config.probeTimeout(),
                brief(start.options(false)),
                new Request.Probe(film.toAbsolutePath().toString(), limits),
                reply -> {
                    if (reply instanceof Reply.Probed(ProbeReport probed)) {
                        report.set(probed);
                    }
                });
        return answered(report.get());
    }

    @Override
    public FilmMeasures measure(Path film, MeasureOptions options, LongConsumer progress) {
        AtomicReference<@Nullable FilmMeasures> measures = new AtomicReference<>();
        run(
                film,
                null,
                options.memoryMiB(),
                options.timeout(),
                // What is looked for in samples of luma is looked for by Java code, and without OpenCV.
                options.downscale() == Downscale.LUMA_64 ? start.options(false) : brief(start.options(true)),
                new Request.Measure(film.toAbsolutePath().toString(), options),
                reply -> {
                    if (reply instanceof Reply.Progress(long frames)) {
                        progress.accept(frames);
                    } else if (reply instanceof Reply.Measured(FilmMeasures measured)) {
                        measures.set(measured);
                    }
                });
        return answered(measures.get());
    }

    @Override
    public void cut(
            Path film,
            List<FrameSpan> spans,
            CutOptions options,
            boolean damaged,
            Path into,
            Consumer<CutClip> onClip) {
        run(
                film,
                into,
                options.memoryMiB(),
                options.timeout(),
                start.options(false),
                new Request.Cut(film.toAbsolutePath().toString(), spans, options, damaged ? 1 : 0),
                reply -> {
                    if (reply instanceof Reply.Clip clip) {
                        onClip.accept(files(clip, spans, into));
                    }
                });
    }

    @Override
    public FilmPictures pictures(Path film, PictureOptions options, Path into) {
        AtomicReference<@Nullable FilmPictures> pictures = new AtomicReference<>();
        run(
                film,
                into,
                options.memoryMiB(),
                options.timeout(),
                brief(start.options(false)),
                new Request.Pictures(film.toAbsolutePath().toString(), options.mostFrames()),
                reply -> {
                    if (reply instanceof Reply.PicturesWritten written) {
                        pictures.set(file(written, options, into));
                    }
                });
        return answered(pictures.get());
    }

    @Override
    public void shrink(Path film, ShrinkOptions options, Consumer<byte[]> onPictures) {
        run(
                film,
                null,
                options.memoryMiB(),
                options.timeout(),
                brief(start.options(false)),
                new Request.Shrink(
                        film.toAbsolutePath().toString(), options.width(), options.height(), options.damaged() ? 1 : 0),
                reply -> {
                    if (reply instanceof Reply.Shrunk(byte[] rgb)) {
                        if (rgb.length % options.bytes() != 0) {
                            throw new IllegalArgumentException("pictures of another size than was asked for");
                        }
                        onPictures.accept(rgb);
                    }
                });
    }

    /// The file must be what the child says of it.
    private static FilmPictures file(Reply.PicturesWritten written, PictureOptions options, Path into) {
        FilmPictures pictures = new FilmPictures(
                into.resolve(PictureReading.FILE),
                written.width(),
                written.height(),
                written.frames(),
                written.more(),
                written.damaged());
        try {
            if (pictures.frames() > options.mostFrames()
                    || !Files.isRegularFile(pictures.file(), LinkOption.NOFOLLOW_LINKS)
                    || Files.size(pictures.file()) != pictures.bytes()) {
                throw new IllegalArgumentException("the pictures are not those that it speaks of");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pictures;
    }

    /// The child names frames; which files those are is for us to know.
    private static CutClip files(Reply.Clip clip, List<FrameSpan> spans, Path into) {
        if (!spans.contains(clip.span())) {
            throw new IllegalArgumentException("a clip that nobody asked for");
        }
        Path folder = into.resolve(
                "%06d-%06d".formatted(clip.span().first(), clip.span().end()));
        return new CutClip(
                clip.span(),
                folder.resolve("clip.mp4"),
                clip.hasSound() ? folder.resolve("sound.flac") : null,
                folder.resolve("first.png"),
                clip.codedWidth(),
                clip.codedHeight(),
                clip.soundRate(),
                clip.firstSample(),
                clip.samples(),
                clip.leastSsim());
    }

    /// Nearly all work of these processes is done by native code: compiling Java code well takes longer than it saves.
    private static List<String> brief(List<String> options) {
        return Stream.concat(options.stream(), Stream.of("-XX:TieredStopAtLevel=1"))
                .toList();
    }

    private void run(
            @Nullable Path film,
            @Nullable Path into,
            int memoryMiB,
            Duration timeout,
            List<String> options,
            Request request,
            Consumer<Reply> consumer) {
        try (WorkFolder folder = workFolders.create();
                ChildRun child = start(film, into == null ? folder.path() : into, memoryMiB, timeout, options)) {
            running.add(child);
            try {
                if (stopping) {
                    throw new FilmReaderKilledException("no film is read because the service stops");
                }
                child.ask(request, consumer);
            } finally {
                running.remove(child);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the film reader cannot be started: " + e.getMessage(), e);
        }
    }

    private ChildRun start(@Nullable Path film, Path folder, int memoryMiB, Duration timeout, List<String> options)
            throws IOException {
        Duration cpu = timeout.multipliedBy(Runtime.getRuntime().availableProcessors());
        return new ChildRun(
                sandbox.command(
                        film == null ? null : film.toAbsolutePath(), folder.toAbsolutePath(), memoryMiB, cpu, options),
                timeout,
                clock);
    }

    /// Has processes prepare the start of those to come.
    private final class Preparing implements PreparedStart.Preparer {
        @Override
        public Reply.Unpacked unpack() {
            AtomicReference<Reply.@Nullable Unpacked> answer = new AtomicReference<>();
            run(null, null, PREPARING_MIB, PREPARING, List.of(), new Request.Unpack(), reply -> {
                if (reply instanceof Reply.Unpacked unpacked) {
                    answer.set(unpacked);
                }
            });
            return answered(answer.get());
        }

        @Override
        public String rehearse(List<String> options) throws IOException {
            try (WorkFolder folder = workFolders.create();
                    ChildRun child = start(null, folder.path(), PREPARING_MIB, PREPARING, options)) {
                running.add(child);
                try {
                    int status = stopping ? -1 : child.rehearse(new Request.Rehearse());
                    if (stopping) {
                        throw new FilmReaderKilledException("no start is rehearsed because the service stops");
                    }
                    return status == 0 ? "" : "the rehearsal ended with status " + status + child.words();
                } finally {
                    running.remove(child);
                }
            }
        }
    }

    private static <T> T answered(@Nullable T answer) {
        if (answer == null) {
            throw new FilmReaderCrashedException("the film reader ended without an answer");
        }
        return answer;
    }

    /// Ends all processes that still run.
    @Override
    public void close() {
        stopping = true;
        running.forEach(child -> child.kill(STOPPING));
        try {
            Thread thread = preparing;
            if (thread != null) {
                // It removes its folder.
                thread.join(LONGEST_END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clock.shutdownNow();
    }
}
