package org.magicanime.video.encode;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.magicanime.video.decode.FfmpegException;
import org.magicanime.video.decode.NativeLibraries;
import org.magicanime.video.decode.Rationals;

/// One libavcodec encoder. Belongs to one thread; the owner closes it.
final class Encoder implements AutoCloseable {
    private final String name;
    private final AVCodecContext context;
    private final AVPacket packet = av_packet_alloc();

    private Encoder(String name, AVCodecContext context) {
        this.name = name;
        this.context = context;
    }

    /// @param globalHeader whether parameter sets go into the container (MP4, Matroska) and not into the packets
    static Encoder video(VideoFormat format, boolean globalHeader) {
        NativeLibraries.require();
        AVCodec codec = codec(format.encoder());
        AVCodecContext context = avcodec_alloc_context3(codec);
        context.pix_fmt(pixelFormat(format.pixelFormat()));
        context.width(format.width());
        context.height(format.height());
        context.time_base(Rationals.toFfmpeg(format.timeBase()));
        context.framerate(Rationals.toFfmpeg(format.frameRate()));
        context.sample_aspect_ratio(Rationals.toFfmpeg(format.pixelAspect()));
        context.thread_count(format.threads());
        format.colours().tag(context);
        return open(format.encoder(), codec, context, format.options(), globalHeader);
    }

    /// @param sampleFormat ffmpeg's number
    /// @param rawBits bits that count in each sample; 0 for all
    static Encoder sound(
            String name,
            int sampleFormat,
            int rawBits,
            int rate,
            int channels,
            Map<String, String> options,
            boolean globalHeader) {
        NativeLibraries.require();
        AVCodec codec = codec(name);
        AVCodecContext context = avcodec_alloc_context3(codec);
        context.sample_fmt(sampleFormat);
        context.bits_per_raw_sample(rawBits);
        context.sample_rate(rate);
        av_channel_layout_default(context.ch_layout(), channels);
        context.time_base(new org.bytedeco.ffmpeg.avutil.AVRational().num(1).den(rate));
        context.thread_count(1);
        return open(name, codec, context, options, globalHeader);
    }

    static int pixelFormat(String name) {
        int format = av_get_pix_fmt(name);
        if (format < 0) {
            throw new IllegalArgumentException("No pixel format is called " + name);
        }
        return format;
    }

    AVCodecContext context() {
        return context;
    }

    /// Encodes a frame, or with null what is still inside, and hands on the packets that come of it.
    void encode(@Nullable AVFrame frame, PacketSink sink) {
        FfmpegException.check(avcodec_send_frame(context, frame), "encode a frame with " + name);
        while (true) {
            int result = avcodec_receive_packet(context, packet);
            if (result == AVERROR_EAGAIN() || result == AVERROR_EOF) {
                return;
            }
            FfmpegException.check(result, "encode a frame with " + name);
            sink.accept(packet);
            av_packet_unref(packet);
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avcodec_free_context(context);
    }

    private static AVCodec codec(String name) {
        AVCodec codec = avcodec_find_encoder_by_name(name);
        if (codec == null) {
            throw new IllegalArgumentException("This build of ffmpeg has no encoder called " + name);
        }
        return codec;
    }

    private static Encoder open(
            String name, AVCodec codec, AVCodecContext context, Map<String, String> options, boolean globalHeader) {
        // Without the flag encoders write their version, and bytes would change with it.
        context.flags(context.flags() | AV_CODEC_FLAG_BITEXACT | (globalHeader ? AV_CODEC_FLAG_GLOBAL_HEADER : 0));
        AVDictionary dictionary = new AVDictionary(null);
        options.forEach((key, value) -> av_dict_set(dictionary, key, value, 0));
        try {
            FfmpegException.check(avcodec_open2(context, codec, dictionary), "open the encoder " + name);
            if (!dictionary.isNull() && av_dict_count(dictionary) > 0) {
                throw new IllegalArgumentException("The encoder " + name + " does not know the option "
                        + av_dict_iterate(dictionary, null).key().getString());
            }
            return new Encoder(name, context);
        } catch (RuntimeException e) {
            avcodec_free_context(context);
            throw e;
        } finally {
            av_dict_free(dictionary);
        }
    }
}
