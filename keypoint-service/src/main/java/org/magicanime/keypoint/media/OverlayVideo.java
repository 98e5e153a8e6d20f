package org.magicanime.keypoint.media;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.magicanime.keypoint.domain.WholeBody;
import org.magicanime.video.decode.OwnClip;
import org.magicanime.video.encode.VideoFile;
import org.magicanime.video.libav.AreaScaler;
import org.magicanime.video.libav.Colours;

/// `pose-over.mp4`: skeletons on the pictures of the clip, made smaller for people to look at.
final class OverlayVideo implements AutoCloseable {
    private static final int LONGEST_SIDE = 640;
    /// What libopenh264 encodes.
    private static final int LEAST_SIDE = 16;

    private final int width;
    private final int height;
    private final boolean smaller;
    private final VideoFile video;
    private final AreaScaler scaler = new AreaScaler();
    private final SkeletonCanvas canvas;
    private final SkeletonPainter painter;
    private final SkeletonLayer layer;

    /// @param width pixels of a frame as shown
    /// @param height likewise
    /// @param like a frame of the clip
    OverlayVideo(Path file, int width, int height, OwnClip clip, AVFrame like) {
        this.width = width;
        this.height = height;
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(width, height));
        smaller = scale < 1;
        video = new VideoFile(
                file,
                smaller ? evenSide(width * scale) : like.width(),
                smaller ? evenSide(height * scale) : like.height(),
                clip,
                like,
                Colours.of(like));
        canvas = new SkeletonCanvas(video.width(), video.height());
        painter = new SkeletonPainter(canvas, scale, width * scale, height * scale);
        layer = new SkeletonLayer(canvas, video.colours());
    }

    private static int evenSide(double pixels) {
        return Math.max(LEAST_SIDE, 2 * (int) Math.round(pixels / 2));
    }

    /// @param frame is cropped
    /// @param tick when it is shown
    void add(AVFrame frame, WholeBody body, long tick) {
        if (smaller) {
            frame.width(width);
            frame.height(height);
        }
        AVFrame picture = video.picture();
        scaler.scale(frame, picture);
        canvas.clear();
        painter.draw(body);
        layer.over(picture);
        video.add(tick);
    }

    void finish(long endTick) {
        video.finish(endTick);
    }

    @Override
    public void close() {
        scaler.close();
        video.close();
    }
}
