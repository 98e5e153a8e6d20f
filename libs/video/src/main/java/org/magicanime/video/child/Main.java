package org.magicanime.video.child;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.magicanime.video.CutClip;
import org.magicanime.video.FilmPictures;
import org.magicanime.video.UnreadableFilmException;
import org.magicanime.video.cut.Cutting;
import org.magicanime.video.decode.Probing;
import org.magicanime.video.measure.Measuring;
import org.magicanime.video.picture.PictureReading;
import org.magicanime.video.picture.Shrinking;

/// Reads one film. The working directory is the empty folder that it may write to. Ends at once when its parent is
/// gone.
public final class Main {
    /// Exit status when the parent went away.
    static final int ORPHANED = 90;

    /// Finished clips that may lie in the folder before the parent takes them.
    private static final int WAITING_CLIPS = 3;

    private static final long PROGRESS_NANOS = 200_000_000;

    private final DataOutputStream out;
    private final Semaphore room = new Semaphore(WAITING_CLIPS);
    private long lastProgress = System.nanoTime();

    private Main(DataOutputStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        // Whatever a library prints must not get between our own bytes.
        System.setOut(System.err);
        DataInputStream in = new DataInputStream(System.in);
        Request request = Request.read(in);
        Libraries.load();
        Main main = new Main(out);
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> main.hearParent(in));
        main.fulfil(request);
        if (request instanceof Request.Rehearse) {
            // An orderly end, at which the JVM writes down what it saw.
            System.exit(0);
        }
        // Native threads of a broken film must not keep the process alive.
        Runtime.getRuntime().halt(0);
    }

    /// Every byte is a clip that was taken; the end of the stream is the end of the parent.
    private void hearParent(DataInputStream in) {
        try {
            while (in.read() >= 0) {
                room.release();
            }
        } catch (IOException e) {
            // Likewise the parent's end.
        }
        Runtime.getRuntime().halt(ORPHANED);
    }

    private void fulfil(Request request) {
        try {
            switch (request) {
                case Request.Unpack() -> say(Libraries.unpack());
                case Request.Rehearse() -> Rehearsal.run(Path.of("").toAbsolutePath());
                case Request.Probe probe -> say(new Reply.Probed(Probing.probe(Path.of(probe.film()), probe.limits())));
                case Request.Measure measure ->
                    say(new Reply.Measured(
                            Measuring.measure(Path.of(measure.film()), measure.options(), this::progress)));
                case Request.Pictures pictures -> {
                    FilmPictures read = PictureReading.read(
                            Path.of(pictures.film()),
                            pictures.mostFrames(),
                            Path.of("").toAbsolutePath());
                    say(new Reply.PicturesWritten(
                            read.width(), read.height(), read.frames(), read.more(), read.damaged()));
                }
                case Request.Shrink shrink ->
                    Shrinking.shrink(
                            Path.of(shrink.film()),
                            shrink.width(),
                            shrink.height(),
                            shrink.threads(),
                            rgb -> say(new Reply.Shrunk(rgb)));
                case Request.Cut cut ->
                    Cutting.cut(
                            Path.of(cut.film()),
                            cut.spans(),
                            cut.options(),
                            Path.of("").toAbsolutePath(),
                            cut.threads(),
                            this::clip);
            }
            say(new Reply.Done());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableFilmException e) {
            say(new Reply.Unreadable(e.code(), String.valueOf(e.getMessage()), e.measured(), e.threshold()));
        }
    }

    private void progress(long frames) {
        long now = System.nanoTime();
        if (now - lastProgress > PROGRESS_NANOS) {
            lastProgress = now;
            say(new Reply.Progress(frames));
        }
    }

    private void clip(CutClip clip) {
        say(new Reply.Clip(
                clip.span(),
                clip.sound() != null,
                clip.codedWidth(),
                clip.codedHeight(),
                clip.soundRate(),
                clip.firstSample(),
                clip.samples(),
                clip.leastSsim()));
        room.acquireUninterruptibly();
    }

    private synchronized void say(Reply reply) {
        try {
            reply.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
