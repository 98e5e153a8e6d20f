package org.magicanime.facecrop.media;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.facecrop.domain.FaceMedia.CropWork;
import org.magicanime.video.decode.OwnClip;

/// The files of one face clip that is being cut out. Both videos are coded in threads of their own while the next
/// frame is decoded and sampled.
final class FaceInWork implements AutoCloseable {
    private final OwnClip clip;
    private final CropWork work;
    private final ExecutorService coders;
    private @Nullable SquareVideo face;
    private @Nullable SquareVideo overlay;
    private Future<?> coding = CompletableFuture.completedFuture(null);
    private Future<?> codingOverlay = CompletableFuture.completedFuture(null);
    private long firstTick;
    private long endTick;

    /// @param coders for two threads or more
    FaceInWork(OwnClip clip, CropWork work, ExecutorService coders) {
        this.clip = clip;
        this.work = work;
        this.coders = coders;
    }

    CropWork work() {
        return work;
    }

    /// @param frame of the clip
    /// @param i number of it, counted from the face's first frame
    /// @param rgb what was cut out
    void add(AVFrame frame, int i, byte[] rgb) {
        SquareVideo plain = face;
        SquareVideo drawn = overlay;
        if (plain == null || drawn == null) {
            firstTick = frame.pts();
            plain = new SquareVideo(work.face(), clip, frame);
            face = plain;
            drawn = new SquareVideo(work.overlay(), clip, frame);
            overlay = drawn;
            plain.writePng(rgb, work.firstFrame());
        }
        endTick = frame.pts() + frame.duration();
        long tick = frame.pts() - firstTick;
        SquareVideo coded = plain;
        SquareVideo marked = drawn;
        await();
        coding = coders.submit(() -> coded.add(rgb, tick));
        codingOverlay = coders.submit(() -> {
            byte[] dotted = rgb.clone();
            LandmarkDots.draw(work.landmarks().get(i), dotted, FacesCropped.SIDE);
            marked.add(dotted, tick);
        });
    }

    /// Until both have the last frame.
    private void await() {
        try {
            coding.get();
            codingOverlay.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException("a face clip cannot be coded: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a face clip was coded", e);
        }
    }

    /// @throws IllegalStateException if there was no frame
    void finish() {
        if (face == null || overlay == null) {
            throw new IllegalStateException("a face clip has no frame");
        }
        await();
        face.finish(endTick - firstTick);
        overlay.finish(endTick - firstTick);
    }

    @Override
    public void close() {
        if (face != null) {
            face.close();
        }
        if (overlay != null) {
            overlay.close();
        }
    }
}
