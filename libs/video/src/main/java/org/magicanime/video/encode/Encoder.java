package org.magicanime.video.encode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_FRAME_DURATION;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_count;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_iterate;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Rational;
import org.magicanime.video.libav.Av;

/// One libavcodec encoder. Belongs to one thread at a time; the owner closes it.
public final class Encoder implements AutoCloseable {
    private static final Rational USUAL_FRAME_RATE = new Rational(25, 1);

    private final String name;
    private final AVCodecContext context;
    private final AVPacket packet = Av.allocated(av_packet_alloc(), "a packet");

    private Encoder(String name, AVCodecContext context) {
        this.name = name;
        this.context = context;
    }

    /// Packets leave in the order of their frames and last as long as they do.
    ///
    /// @param globalHeader whether parameter sets go into the container (MP4, Matroska) and not into the packets
    /// @throws org.magicanime.video.libav.AvException if the encoder refuses the format, such as its size
    /// @throws IllegalArgumentException if there is no such encoder, or it does not know an option
    public static Encoder video(VideoFormat format, boolean globalHeader) {
        AVCodec codec = codec(format.encoder());
        AVCodecContext context = Av.allocated(avcodec_alloc_context3(codec), "an encoder");
        context.pix_fmt(format.pixelFormat());
        context.width(format.width());
        context.height(format.height());
        context.time_base(Av.rational(format.timeBase()));
        context.framerate(Av.rational(format.frameRate().numerator() > 0 ? format.frameRate() : USUAL_FRAME_RATE));
        context.sample_aspect_ratio(Av.rational(format.pixelAspect()));
        context.max_b_frames(0);
        context.flags(context.flags() | AV_CODEC_FLAG_FRAME_DURATION);
        format.colours().tag(context);
        return open(format.encoder(), codec, context, format.options(), globalHeader);
    }

    /// @param rawBits bits that count in each sample; 0 for all
    /// @param bitRate bits per second; 0 for the encoder's own
    static Encoder sound(String name, SoundForm form, int rawBits, long bitRate, boolean globalHeader) {
        AVCodec codec = codec(name);
        AVCodecContext context = Av.allocated(avcodec_alloc_context3(codec), "an encoder");
        context.sample_fmt(form.format());
        context.sample_rate(form.rate());
        Av.check(av_channel_layout_copy(context.ch_layout(), form.layout()), "setting channels");
        context.bits_per_raw_sample(rawBits);
        context.time_base(new AVRational().num(1).den(form.rate()));
        if (bitRate > 0) {
            context.bit_rate(bitRate);
        }
        return open(name, codec, context, Map.of(), globalHeader);
    }

    public AVCodecContext context() {
        return context;
    }

    /// Encodes a frame, or with null what is still inside, and hands on the packets that come of it.
    ///
    /// @param sink hears each packet, which is emptied afterwards; its times are in the encoder's time base
    public void encode(@Nullable AVFrame frame, Consumer<AVPacket> sink) {
        Av.check(avcodec_send_frame(context, frame), "encoding with " + name);
        while (true) {
            int code = avcodec_receive_packet(context, packet);
            if (code == Av.EAGAIN || code == AVERROR_EOF()) {
                return;
            }
            Av.check(code, "encoding with " + name);
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
        if (codec == null || codec.isNull()) {
            throw new IllegalArgumentException("this build of libavcodec has no encoder '" + name
                    + "'; libopenh264 is in every build, libx264 in the GPL one");
        }
        return codec;
    }

    private static Encoder open(
            String name, AVCodec codec, AVCodecContext context, Map<String, String> options, boolean globalHeader) {
        context.thread_count(1);
        // Without the flag encoders write their version, and bytes would change with it.
        context.flags(context.flags() | AV_CODEC_FLAG_BITEXACT | (globalHeader ? AV_CODEC_FLAG_GLOBAL_HEADER : 0));
        AVDictionary dictionary = new AVDictionary(null);
        options.forEach((key, value) -> av_dict_set(dictionary, key, value, 0));
        try {
            Av.check(avcodec_open2(context, codec, dictionary), "opening the encoder " + name);
            if (!dictionary.isNull() && av_dict_count(dictionary) > 0) {
                throw new IllegalArgumentException("the encoder '" + name + "' does not know the option '"
                        + av_dict_iterate(dictionary, null).key().getString() + "'");
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
