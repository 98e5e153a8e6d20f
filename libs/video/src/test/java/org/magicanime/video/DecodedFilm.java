package org.magicanime.video;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/// A small file decoded by a plain loop over libav, apart from the code under test.
///
/// @param pictures what is shown, in order
/// @param timeBase seconds per tick
/// @param samples interleaved, as decoded: 16-bit values, or 24-bit values in the high bits of 32
record DecodedFilm(List<Picture> pictures, double timeBase, int rate, int channels, List<Integer> samples) {
    /// @param luma 8 bits a sample
    record Picture(
            int width,
            int height,
            byte[] luma,
            byte[] blue,
            byte[] red,
            long tick,
            long ticks,
            int matrix,
            int range) {}

    static DecodedFilm of(Path file) {
        AVFormatContext context = avformat_alloc_context();
        check(avformat_open_input(context, file.toString(), null, (AVDictionary) null));
        check(avformat_find_stream_info(context, (AVDictionary) null));
        List<Picture> pictures = new ArrayList<>();
        List<Integer> samples = new ArrayList<>();
        int[] sound = new int[2];
        double timeBase = 0;
        for (int i = 0; i < context.nb_streams(); i++) {
            AVStream stream = context.streams(i);
            if (stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO) {
                timeBase = av_q2d(stream.time_base());
            }
        }
        AVCodecContext[] decoders = new AVCodecContext[context.nb_streams()];
        for (int i = 0; i < decoders.length; i++) {
            AVStream stream = context.streams(i);
            decoders[i] = avcodec_alloc_context3(
                    avcodec_find_decoder(stream.codecpar().codec_id()));
            check(avcodec_parameters_to_context(decoders[i], stream.codecpar()));
            decoders[i].pkt_timebase(stream.time_base());
            check(avcodec_open2(decoders[i], decoders[i].codec(), (AVDictionary) null));
        }
        AVPacket packet = av_packet_alloc();
        AVFrame frame = av_frame_alloc();
        while (av_read_frame(context, packet) >= 0) {
            int stream = packet.stream_index();
            check(avcodec_send_packet(decoders[stream], packet));
            av_packet_unref(packet);
            take(decoders[stream], frame, pictures, samples, sound);
        }
        for (AVCodecContext decoder : decoders) {
            check(avcodec_send_packet(decoder, null));
            take(decoder, frame, pictures, samples, sound);
            avcodec_free_context(decoder);
        }
        av_packet_free(packet);
        av_frame_free(frame);
        avformat_close_input(context);
        return new DecodedFilm(pictures, timeBase, sound[0], sound[1], samples);
    }

    private static void take(
            AVCodecContext decoder, AVFrame frame, List<Picture> pictures, List<Integer> samples, int[] sound) {
        while (avcodec_receive_frame(decoder, frame) >= 0) {
            if (decoder.codec_type() == AVMEDIA_TYPE_VIDEO) {
                pictures.add(new Picture(
                        frame.width(),
                        frame.height(),
                        plane(frame, 0, frame.width(), frame.height()),
                        plane(frame, 1, (frame.width() + 1) / 2, (frame.height() + 1) / 2),
                        plane(frame, 2, (frame.width() + 1) / 2, (frame.height() + 1) / 2),
                        frame.best_effort_timestamp(),
                        frame.duration(),
                        frame.colorspace(),
                        frame.color_range()));
            } else if (frame.format() == AV_SAMPLE_FMT_S16 || frame.format() == AV_SAMPLE_FMT_S32) {
                sound[0] = frame.sample_rate();
                sound[1] = frame.ch_layout().nb_channels();
                addSamples(frame, samples);
            }
        }
    }

    private static byte[] plane(AVFrame frame, int plane, int width, int height) {
        byte[] bytes = new byte[width * height];
        if (frame.data(plane) == null || frame.format() != AV_PIX_FMT_YUV420P) {
            return bytes;
        }
        for (int y = 0; y < height; y++) {
            frame.data(plane).position((long) y * frame.linesize(plane)).get(bytes, y * width, width);
        }
        return bytes;
    }

    private static void addSamples(AVFrame frame, List<Integer> samples) {
        int bytes = frame.format() == AV_SAMPLE_FMT_S16 ? 2 : 4;
        int count = frame.nb_samples() * frame.ch_layout().nb_channels();
        ByteBuffer buffer = new BytePointer(frame.data(0))
                .capacity((long) count * bytes)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder());
        for (int i = 0; i < count; i++) {
            samples.add(bytes == 2 ? buffer.getShort(2 * i) : buffer.getInt(4 * i));
        }
    }

    private static void check(int result) {
        if (result < 0) {
            throw new AssertionError("libav says " + result);
        }
    }
}
