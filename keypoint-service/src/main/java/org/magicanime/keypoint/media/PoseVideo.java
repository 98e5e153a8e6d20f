package org.magicanime.keypoint.media;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.magicanime.keypoint.domain.WholeBody;
import org.magicanime.video.decode.OwnClip;
import org.magicanime.video.encode.VideoFile;
import org.magicanime.video.libav.Colours;

/// `pose.mp4`: skeletons on black.
final class PoseVideo implements AutoCloseable {
    private final VideoFile video;
    private final SkeletonCanvas canvas;
    private final SkeletonPainter painter;
    private final SkeletonLayer layer;
    private final BlackGround ground;

    /// @param width pixels of a frame as shown
    /// @param height likewise
    /// @param like a frame of the clip
    PoseVideo(Path file, int width, int height, OwnClip clip, AVFrame like) {
        video = new VideoFile(file, like.width(), like.height(), clip, like, Colours.BT709);
        canvas = new SkeletonCanvas(video.width(), video.height());
        painter = new SkeletonPainter(canvas, 1, width, height);
        layer = new SkeletonLayer(canvas, video.colours());
        ground = new BlackGround(canvas);
        BlackGround.fill(video.picture());
    }

    /// @param tick when the frame is shown
    void add(WholeBody body, long tick) {
        canvas.clear();
        painter.draw(body);
        AVFrame picture = video.picture();
        ground.restore(picture);
        layer.over(picture);
        video.add(tick);
    }

    void finish(long endTick) {
        video.finish(endTick);
    }

    @Override
    public void close() {
        video.close();
    }
}
