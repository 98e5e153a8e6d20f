package org.magicanime.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PNG;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/// Writes a decoded frame as a PNG in RGB, upright.
final class PngFile {
    private PngFile() {}

    /// @param rotation degrees clockwise: 0, 90, 180 or 270
    static void write(AVFrame frame, int rotation, Path file) {
        try (BgrConverter converter = new BgrConverter(AV_PIX_FMT_RGB24)) {
            AVFrame rgb = converter.convert(frame);
            AVFrame upright = turned(rgb, rotation);
            try {
                Files.write(file, encode(upright));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                av_frame_free(upright);
            }
        }
    }

    private static AVFrame turned(AVFrame rgb, int rotation) {
        int width = rgb.width();
        int height = rgb.height();
        boolean sideways = rotation % 180 != 0;
        AVFrame turned = Av.allocated(av_frame_alloc(), "a frame");
        turned.format(AV_PIX_FMT_RGB24);
        turned.width(sideways ? height : width);
        turned.height(sideways ? width : height);
        Av.check(av_frame_get_buffer(turned, 32), "allocating a frame");
        byte[] from = new byte[width * height * 3];
        for (int y = 0; y < height; y++) {
            rgb.data(0).position((long) y * rgb.linesize(0)).get(from, y * width * 3, width * 3);
        }
        byte[] row = new byte[turned.width() * 3];
        for (int y = 0; y < turned.height(); y++) {
            for (int x = 0; x < turned.width(); x++) {
                int pixel =
                        switch (rotation) {
                            case 90 -> (height - 1 - x) * width + y;
                            case 180 -> (height - 1 - y) * width + (width - 1 - x);
                            case 270 -> x * width + (width - 1 - y);
                            default -> y * width + x;
                        };
                System.arraycopy(from, pixel * 3, row, x * 3, 3);
            }
            turned.data(0).position((long) y * turned.linesize(0)).put(row, 0, row.length);
        }
        return turned;
    }

    private static byte[] encode(AVFrame rgb) {
        AVCodecContext encoder =
                Av.allocated(avcodec_alloc_context3(avcodec_find_encoder(AV_CODEC_ID_PNG)), "an encoder");
        AVPacket packet = Av.allocated(av_packet_alloc(), "a packet");
        try {
            encoder.width(rgb.width());
            encoder.height(rgb.height());
            encoder.pix_fmt(AV_PIX_FMT_RGB24);
            encoder.time_base(new AVRational().num(1).den(1));
            encoder.thread_count(1);
            Av.check(avcodec_open2(encoder, avcodec_find_encoder(AV_CODEC_ID_PNG), (AVDictionary) null), "opening PNG");
            Av.check(avcodec_send_frame(encoder, rgb), "encoding a picture");
            Av.check(avcodec_send_frame(encoder, null), "encoding a picture");
            Av.check(avcodec_receive_packet(encoder, packet), "encoding a picture");
            byte[] bytes = new byte[packet.size()];
            packet.data().get(bytes);
            return bytes;
        } finally {
            av_packet_free(packet);
            avcodec_free_context(encoder);
        }
    }
}
