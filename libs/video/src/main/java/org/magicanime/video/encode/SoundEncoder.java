package org.magicanime.video.encode;

import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
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
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.magicanime.video.libav.Av;
import org.magicanime.video.libav.Frames;

/// Encodes interleaved samples, any number at a time, with any of libavcodec's sound encoders. Sound is brought
/// from the form that it has to the form that the encoder takes: channels, rate and sample format.
public final class SoundEncoder implements AutoCloseable {
    private static final int WITHOUT_FRAME_SIZE = 4096;

    private final Encoder encoder;
    private final Consumer<AVPacket> sink;
    private final int frameSize;
    private final boolean resamples;
    private final SwrContext converter = new SwrContext(null);
    private final AVFrame frame = Frames.empty();
    private long nextSample;

    /// @param name libavcodec's, such as `flac`
    /// @param given the form of the samples that are written
    /// @param encoded the form that the encoder takes
    /// @param rawBits bits that count in each sample; 0 for all
    /// @param bitRate bits per second; 0 for the encoder's own
    /// @param globalHeader whether the container has the codec's headers
    /// @param sink hears each packet, which is emptied afterwards; its times count samples from 0
    public SoundEncoder(
            String name,
            SoundForm given,
            SoundForm encoded,
            int rawBits,
            long bitRate,
            boolean globalHeader,
            Consumer<AVPacket> sink) {
        this.encoder = Encoder.sound(name, encoded, rawBits, bitRate, globalHeader);
        this.sink = sink;
        int fixed = encoder.context().frame_size();
        this.frameSize = fixed > 0 ? fixed : WITHOUT_FRAME_SIZE;
        this.resamples = given.rate() != encoded.rate();
        Av.check(
                swr_alloc_set_opts2(
                        converter,
                        encoded.layout(),
                        encoded.format(),
                        encoded.rate(),
                        given.layout(),
                        given.format(),
                        given.rate(),
                        0,
                        null),
                "setting up the sound converter");
        Av.check(swr_init(converter), "setting up the sound converter");
    }

    public AVCodecContext context() {
        return encoder.context();
    }

    /// @param samples interleaved, in the given form, native byte order
    /// @param count samples per channel
    public void write(byte[] samples, int count) {
        try (BytePointer in = new BytePointer(Math.max(1, samples.length));
                PointerPointer<BytePointer> planes = new PointerPointer<>(1)) {
            in.put(samples, 0, samples.length);
            planes.put(0, in);
            // What is written goes into the converter's own buffer; frames of the encoder's size come out.
            Av.check(swr_convert(converter, (PointerPointer<?>) null, 0, planes, count), "converting sound");
        }
        // How much a resampler has ready is only known at the end; without one it is known to the sample.
        while (!resamples && swr_get_out_samples(converter, 0) >= frameSize) {
            encodeNext();
        }
    }

    /// Encodes what is left.
    public void finish() {
        while (swr_get_out_samples(converter, 0) > 0 && encodeNext()) {
            // until the converter is empty
        }
        encoder.encode(null, sink);
    }

    private boolean encodeNext() {
        AVCodecContext context = encoder.context();
        frame.nb_samples(frameSize);
        frame.format(context.sample_fmt());
        frame.sample_rate(context.sample_rate());
        Av.check(av_channel_layout_copy(frame.ch_layout(), context.ch_layout()), "setting channels");
        Av.check(av_frame_get_buffer(frame, 0), "allocating a sound frame");
        try {
            int got = Av.check(
                    swr_convert(converter, frame.extended_data(), frameSize, (PointerPointer<?>) null, 0),
                    "converting sound");
            if (got == 0) {
                return false;
            }
            frame.nb_samples(got);
            frame.pts(nextSample);
            nextSample += got;
            encoder.encode(frame, sink);
            return true;
        } finally {
            av_frame_unref(frame);
        }
    }

    @Override
    public void close() {
        av_frame_free(frame);
        swr_free(converter);
        encoder.close();
    }
}
