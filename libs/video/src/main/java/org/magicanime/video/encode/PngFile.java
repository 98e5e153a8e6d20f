package org.magicanime.video.encode;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.magicanime.contracts.Rational;
import org.magicanime.video.libav.Colours;
import org.magicanime.video.libav.Frames;
import org.magicanime.video.libav.PackedPixels;
import org.magicanime.video.libav.QuarterTurn;

/// Writes a decoded frame as a PNG in RGB, upright.
public final class PngFile {
    private static final int RGB_BYTES = 3;

    private PngFile() {}

    public static void write(AVFrame frame, QuarterTurn turn, Path file) {
        boolean sideways = turn.isSideways();
        int width = sideways ? frame.height() : frame.width();
        int height = sideways ? frame.width() : frame.height();
        AVFrame upright = Frames.picture(AV_PIX_FMT_RGB24, width, height);
        try (PackedPixels pixels = new PackedPixels(AV_PIX_FMT_RGB24)) {
            turn.copy(pixels.convert(frame), upright, 0, frame.width(), frame.height(), width, height, RGB_BYTES);
            Files.write(file, encode(upright));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            av_frame_free(upright);
        }
    }

    private static byte[] encode(AVFrame rgb) {
        VideoFormat format = new VideoFormat(
                "png",
                AV_PIX_FMT_RGB24,
                rgb.width(),
                rgb.height(),
                new Rational(1, 1),
                new Rational(1, 1),
                new Rational(0, 1),
                Colours.NOT_SAID,
                Map.of());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (Encoder encoder = Encoder.video(format, false)) {
            for (AVFrame next : new AVFrame[] {rgb, null}) {
                encoder.encode(next, packet -> {
                    byte[] bytes = new byte[packet.size()];
                    packet.data().get(bytes);
                    png.writeBytes(bytes);
                });
            }
        }
        return png.toByteArray();
    }
}
