package org.magicanime.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
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
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/// Encodes interleaved samples with any of libavcodec's sound encoders.
final class SoundEncoder implements AutoCloseable {
    private static final int WITHOUT_FRAME_SIZE = 4096;

    private final AVCodecContext encoder;
    private final SwrContext converter = new SwrContext(null);
    private final AVPacket packet = Av.allocated(av_packet_alloc(), "a packet");

    /// @param form the encoder's input; `layout`, `format` and `rate` of what {@link #encode} is given
    SoundEncoder(String name, Form form, AVChannelLayout layout, int format, int rate) {
        var codec = avcodec_find_encoder_by_name(name);
        encoder = Av.allocated(avcodec_alloc_context3(codec), "an encoder");
        encoder.sample_fmt(form.format());
        encoder.sample_rate(form.rate());
        Av.check(av_channel_layout_copy(encoder.ch_layout(), form.layout()), "setting channels");
        encoder.time_base(new AVRational().num(1).den(form.rate()));
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_BITEXACT | AV_CODEC_FLAG_GLOBAL_HEADER);
        encoder.bits_per_raw_sample(form.bits());
        if (form.bitRate() > 0) {
            encoder.bit_rate(form.bitRate());
        }
        Av.check(avcodec_open2(encoder, codec, (AVDictionary) null), "opening the encoder " + name);
        Av.check(
                swr_alloc_set_opts2(
                        converter, form.layout(), form.format(), form.rate(), layout, format, rate, 0, null),
                "setting up the sound converter");
        Av.check(swr_init(converter), "setting up the sound converter");
    }

    /// @param bits of a sample, where the encoder asks for them; 0 otherwise
    /// @param bitRate bits per second; 0 for the encoder's own
    record Form(AVChannelLayout layout, int format, int rate, int bits, long bitRate) {}

    AVCodecContext context() {
        return encoder;
    }

    /// @param samples all samples of the file
    /// @param count samples per channel in `samples`
    /// @param each hears each packet, which is only valid during the call
    void encode(byte[] samples, int count, Consumer<AVPacket> each) {
        int frameSize = encoder.frame_size() > 0 ? encoder.frame_size() : WITHOUT_FRAME_SIZE;
        AVFrame frame = Av.allocated(av_frame_alloc(), "a sound frame");
        try (BytePointer in = new BytePointer(Math.max(1, samples.length));
                PointerPointer<BytePointer> planes = new PointerPointer<>(1)) {
            in.put(samples, 0, samples.length);
            planes.put(0, in);
            // Everything goes into the converter's own buffer first; then frames of the encoder's size come out.
            Av.check(swr_convert(converter, (PointerPointer<?>) null, 0, planes, count), "converting sound");
            long written = 0;
            while (swr_get_out_samples(converter, 0) > 0) {
                prepare(frame, frameSize);
                int got = Av.check(
                        swr_convert(converter, frame.extended_data(), frameSize, (PointerPointer<?>) null, 0),
                        "converting sound");
                if (got == 0) {
                    break;
                }
                frame.nb_samples(got);
                frame.pts(written);
                written += got;
                Av.check(avcodec_send_frame(encoder, frame), "encoding sound");
                receive(each);
                av_frame_unref(frame);
            }
        } finally {
            av_frame_free(frame);
        }
        Av.check(avcodec_send_frame(encoder, null), "ending sound");
        receive(each);
    }

    private void prepare(AVFrame frame, int frameSize) {
        av_frame_unref(frame);
        frame.nb_samples(frameSize);
        frame.format(encoder.sample_fmt());
        frame.sample_rate(encoder.sample_rate());
        Av.check(av_channel_layout_copy(frame.ch_layout(), encoder.ch_layout()), "setting channels");
        Av.check(av_frame_get_buffer(frame, 0), "allocating a sound frame");
    }

    private void receive(Consumer<AVPacket> each) {
        while (true) {
            int code = avcodec_receive_packet(encoder, packet);
            if (code == Av.EAGAIN || code == AVERROR_EOF()) {
                return;
            }
            Av.check(code, "encoding sound");
            each.accept(packet);
            av_packet_unref(packet);
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        swr_free(converter);
        avcodec_free_context(encoder);
    }
}
