package org.magicanime.video.sound;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_uninit;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.magicanime.video.libav.Av;

/// Brings sound to floats, to one channel or with the channels that it has, and to another rate, with
/// libswresample. The first sample that comes out is heard when the first one that went in is.
final class Mixer implements AutoCloseable {
    private static final int FIRST_ROOM = 1 << 16;

    private final SwrContext converter = new SwrContext(null);
    private final int rate;
    private final int channels;
    private final int mixedChannels;
    /// Interleaved.
    private float[] samples = new float[FIRST_ROOM];
    private int count;

    private Mixer(AVChannelLayout from, int format, int fromRate, AVChannelLayout mixed, int rate) {
        this.rate = rate;
        this.channels = from.nb_channels();
        this.mixedChannels = mixed.nb_channels();
        try {
            Av.check(
                    swr_alloc_set_opts2(converter, mixed, AV_SAMPLE_FMT_FLT, rate, from, format, fromRate, 0, null),
                    "setting up the sound converter");
            Av.check(swr_init(converter), "setting up the sound converter");
        } catch (RuntimeException e) {
            swr_free(converter);
            throw e;
        }
    }

    /// Of frames of this form; their rate stays.
    static Mixer toOneChannel(AVFrame like) {
        AVChannelLayout one = new AVChannelLayout();
        av_channel_layout_default(one, 1);
        try {
            return new Mixer(like.ch_layout(), like.format(), like.sample_rate(), one, like.sample_rate());
        } finally {
            av_channel_layout_uninit(one);
        }
    }

    /// Of frames of this form; their rate and their channels stay.
    static Mixer toFloats(AVFrame like) {
        return new Mixer(like.ch_layout(), like.format(), like.sample_rate(), like.ch_layout(), like.sample_rate());
    }

    /// Of one channel of floats.
    static Mixer resampling(int from, int to) {
        AVChannelLayout one = new AVChannelLayout();
        av_channel_layout_default(one, 1);
        try {
            return new Mixer(one, AV_SAMPLE_FMT_FLT, from, one, to);
        } finally {
            av_channel_layout_uninit(one);
        }
    }

    void add(AVFrame frame) {
        convert(frame.extended_data(), frame.nb_samples());
    }

    void add(float[] given) {
        try (FloatPointer in = new FloatPointer(Math.max(1, given.length));
                PointerPointer<FloatPointer> planes = new PointerPointer<>(1)) {
            in.put(given, 0, given.length);
            planes.put(0, in);
            convert(planes, given.length);
        }
    }

    /// All that came out, of a mixer to one channel.
    Sound finish() {
        convert(null, 0);
        return new Sound(rate, channels, Arrays.copyOf(samples, count));
    }

    /// Likewise, each channel by itself: `[channels, samples]`.
    float[][] finishChannels() {
        convert(null, 0);
        float[][] each = new float[mixedChannels][count / mixedChannels];
        for (int i = 0; i < count; i++) {
            each[i % mixedChannels][i / mixedChannels] = samples[i];
        }
        return each;
    }

    private void convert(@org.jspecify.annotations.Nullable PointerPointer<?> planes, int given) {
        int most = Av.check(swr_get_out_samples(converter, given), "converting sound");
        if (most == 0) {
            return;
        }
        try (FloatPointer out = new FloatPointer((long) most * mixedChannels);
                PointerPointer<FloatPointer> outPlanes = new PointerPointer<>(1)) {
            outPlanes.put(0, out);
            int got = mixedChannels
                    * Av.check(swr_convert(converter, outPlanes, most, planes, given), "converting sound");
            if (count + got > samples.length) {
                samples = Arrays.copyOf(samples, Math.max(2 * samples.length, count + got));
            }
            out.get(samples, count, got);
            count += got;
        }
    }

    @Override
    public void close() {
        swr_free(converter);
    }
}
