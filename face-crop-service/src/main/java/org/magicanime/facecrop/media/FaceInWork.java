package org.magicanime.facecrop.media;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.facecrop.domain.FaceMedia.CropWork;
import org.magicanime.video.decode.OwnClip;

/// The files of one face clip that is being cut out.
final class FaceInWork implements AutoCloseable {
    private final OwnClip clip;
    private final CropWork work;
    private @Nullable SquareVideo face;
    private @Nullable SquareVideo overlay;
    private long firstTick;
    private long endTick;

    FaceInWork(OwnClip clip, CropWork work) {
        this.clip = clip;
        this.work = work;
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
        plain.add(rgb, frame.pts() - firstTick);
        byte[] marked = rgb.clone();
        LandmarkDots.draw(work.landmarks().get(i), marked, FacesCropped.SIDE);
        drawn.add(marked, frame.pts() - firstTick);
    }

    /// @throws IllegalStateException if there was no frame
    void finish() {
        if (face == null || overlay == null) {
            throw new IllegalStateException("a face clip has no frame");
        }
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
