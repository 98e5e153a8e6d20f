package org.magicanime.keypoint.media;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.magicanime.keypoint.domain.WholeBody;
import org.magicanime.video.decode.OwnClip;

/// The two videos of a span while the frames of its clip come by. The one on black needs no frame but its time, so
/// it is drawn on a thread of its own: encoding it costs more than all the rest.
final class DrawnBodies implements AutoCloseable {
    private final OwnClip clip;
    private final int width;
    private final int height;
    private final int first;
    private final List<WholeBody> bodies;
    private final Path poseFile;
    private final Path overlayFile;
    private final ExecutorService poseThread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("pose-video").factory());
    private CompletableFuture<Void> posed = CompletableFuture.completedFuture(null);
    private @Nullable PoseVideo pose;
    private @Nullable OverlayVideo overlay;
    private long firstTick;
    private long endTick;

    /// @param first frame of the clip that the first of the bodies belongs to
    DrawnBodies(
            OwnClip clip, int width, int height, int first, List<WholeBody> bodies, Path poseFile, Path overlayFile) {
        this.clip = clip;
        this.width = width;
        this.height = height;
        this.first = first;
        this.bodies = bodies;
        this.poseFile = poseFile;
        this.overlayFile = overlayFile;
    }

    /// @throws IllegalStateException if the clip ends before the bodies
    void write() {
        long end = (long) first + bodies.size();
        long frames = clip.forEach(end, this::take);
        PoseVideo donePose = pose;
        OverlayVideo doneOverlay = overlay;
        if (frames < end || donePose == null || doneOverlay == null) {
            throw new IllegalStateException("the clip has " + frames + " frames, but frames " + first + " to "
                    + (end - 1) + " were to be drawn");
        }
        await(posed);
        donePose.finish(endTick - firstTick);
        doneOverlay.finish(endTick - firstTick);
    }

    private void take(AVFrame frame, long number) {
        if (number < first) {
            return;
        }
        if (number == first) {
            firstTick = frame.pts();
            pose = new PoseVideo(poseFile, width, height, clip, frame);
            overlay = new OverlayVideo(overlayFile, width, height, clip, frame);
        }
        endTick = frame.pts() + frame.duration();
        draw(frame, bodies.get(Math.toIntExact(number - first)));
    }

    private void draw(AVFrame frame, WholeBody body) {
        PoseVideo onBlack = pose;
        OverlayVideo onPictures = overlay;
        if (onBlack != null && onPictures != null) {
            long tick = frame.pts() - firstTick;
            posed = posed.thenRunAsync(() -> onBlack.add(body, tick), poseThread);
            onPictures.add(frame, body, tick);
        }
    }

    /// Throws what the work threw.
    static void await(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        poseThread.close();
        if (pose != null) {
            pose.close();
        }
        if (overlay != null) {
            overlay.close();
        }
    }
}
