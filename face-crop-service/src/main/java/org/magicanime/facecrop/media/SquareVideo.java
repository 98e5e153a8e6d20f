package org.magicanime.facecrop.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.video.decode.OwnClip;
import org.magicanime.video.encode.PngFile;
import org.magicanime.video.encode.VideoFile;
import org.magicanime.video.libav.AreaScaler;
import org.magicanime.video.libav.Colours;
import org.magicanime.video.libav.Frames;
import org.magicanime.video.libav.QuarterTurn;

/// A video of a face clip's size that is made from RGB pictures, in the colours that its source names.
final class SquareVideo implements AutoCloseable {
    private static final int RGB_BYTES = 3;

    private final VideoFile video;
    private final AVFrame rgb = Frames.picture(AV_PIX_FMT_RGB24, FacesCropped.SIDE, FacesCropped.SIDE);
    private final AreaScaler converter = new AreaScaler();

    /// @param like a frame of the clip
    SquareVideo(Path file, OwnClip clip, AVFrame like) {
        video = new VideoFile(file, FacesCropped.SIDE, FacesCropped.SIDE, clip, like, Colours.of(like));
    }

    /// @param picture RGB, rows from above
    /// @param tick when it is shown, in the clip's time base
    void add(byte[] picture, long tick) {
        fill(picture);
        converter.scale(rgb, video.picture());
        video.add(tick);
    }

    void writePng(byte[] picture, Path file) {
        fill(picture);
        PngFile.write(rgb, new QuarterTurn(0), file);
    }

    private void fill(byte[] picture) {
        BytePointer to = rgb.data(0);
        int row = FacesCropped.SIDE * RGB_BYTES;
        for (int y = 0; y < FacesCropped.SIDE; y++) {
            to.position((long) y * rgb.linesize(0)).put(picture, y * row, row);
        }
    }

    /// @param endTick when the last picture ends
    void finish(long endTick) {
        video.finish(endTick);
    }

    @Override
    public void close() {
        converter.close();
        av_frame_free(rgb);
        video.close();
    }
}
