package org.magicanime.video.encode;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.magicanime.video.decode.FfmpegException;
import org.magicanime.video.decode.Frames;

/// Encodes samples of any number at a time into the frames that a codec wants.
///
/// Samples are whole numbers of 32 bits whatever the codec: 16-bit sound is shifted left by 16, 24-bit by 8, and
// floating
/// point 1.0 is 2³¹. Encoders of 16 bits round to nearest, so what was 16 bits before comes out unchanged.
final class SoundEncoder implements AutoCloseable {
    private static final int ANY_FRAME_SIZE = 1024;
    private final Encoder encoder;
    private final PacketSink sink;
    private final int channels;
    private final int frameSize;
    private final int[] waiting;
    private int waitingSamples;
    private long nextSample;

    /// @param encoderName such as `flac`
    /// @param sampleFormat ffmpeg's name of a sample format that the encoder takes, such as `s16` or `fltp`
    /// @param rawBits bits of each sample that count; 0 for all
    /// @param firstSample time of the first sample, in samples
    SoundEncoder(
            String encoderName,
            String sampleFormat,
            int rawBits,
            int rate,
            int channels,
            long firstSample,
            Map<String, String> options,
            boolean globalHeader,
            PacketSink sink) {
        encoder = Encoder.sound(
                encoderName, av_get_sample_fmt(sampleFormat), rawBits, rate, channels, options, globalHeader);
        this.sink = sink;
        this.channels = channels;
        int fixed = encoder.context().frame_size();
        frameSize = fixed > 0 ? fixed : ANY_FRAME_SIZE;
        waiting = new int[frameSize * channels];
        nextSample = firstSample;
    }

    AVCodecContext context() {
        return encoder.context();
    }

    /// @param interleaved channel after channel, sample after sample
    void write(int[] interleaved, int samples) {
        int from = 0;
        while (from < samples) {
            int count = Math.min(samples - from, frameSize - waitingSamples);
            System.arraycopy(interleaved, from * channels, waiting, waitingSamples * channels, count * channels);
            waitingSamples += count;
            from += count;
            if (waitingSamples == frameSize) {
                encodeWaiting();
            }
        }
    }

    /// Encodes what is left.
    void finish() {
        if (waitingSamples > 0) {
            encodeWaiting();
        }
        encoder.encode(null, sink);
    }

    @Override
    public void close() {
        encoder.close();
    }

    private void encodeWaiting() {
        AVCodecContext context = encoder.context();
        AVFrame frame = Frames.empty();
        try {
            frame.format(context.sample_fmt());
            frame.sample_rate(context.sample_rate());
            frame.nb_samples(waitingSamples);
            av_channel_layout_copy(frame.ch_layout(), context.ch_layout());
            FfmpegException.check(av_frame_get_buffer(frame, 0), "get memory for sound");
            fill(frame, context.sample_fmt());
            frame.pts(nextSample);
            frame.duration(waitingSamples);
            nextSample += waitingSamples;
            waitingSamples = 0;
            encoder.encode(frame, sink);
        } finally {
            av_frame_free(frame);
        }
    }

    private void fill(AVFrame frame, int sampleFormat) {
        boolean planar = av_sample_fmt_is_planar(sampleFormat) != 0;
        int planes = planar ? channels : 1;
        int bytes = av_get_bytes_per_sample(sampleFormat);
        for (int plane = 0; plane < planes; plane++) {
            int step = planar ? channels : 1;
            int count = planar ? waitingSamples : waitingSamples * channels;
            ByteBuffer target = new BytePointer(frame.extended_data(plane))
                    .capacity((long) count * bytes)
                    .asByteBuffer()
                    .order(ByteOrder.nativeOrder());
            for (int i = 0, from = plane; i < count; i++, from += step) {
                put(target, waiting[from], sampleFormat);
            }
        }
    }

    private static void put(ByteBuffer target, int sample, int sampleFormat) {
        switch (sampleFormat) {
            case AV_SAMPLE_FMT_U8, AV_SAMPLE_FMT_U8P -> target.put((byte) ((rounded(sample, 24)) + 128));
            case AV_SAMPLE_FMT_S16, AV_SAMPLE_FMT_S16P -> target.putShort((short) rounded(sample, 16));
            case AV_SAMPLE_FMT_S32, AV_SAMPLE_FMT_S32P -> target.putInt(sample);
            case AV_SAMPLE_FMT_FLT, AV_SAMPLE_FMT_FLTP -> target.putFloat(sample / 0x1p31f);
            default -> throw new IllegalArgumentException("No sound is written in sample format " + sampleFormat);
        }
    }

    private static int rounded(int sample, int shift) {
        long half = 1L << (shift - 1);
        return (int) Math.min((sample + half) >> shift, Integer.MAX_VALUE >> shift);
    }
}
