package org.magicanime.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16P;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_U8;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_U8P;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_uninit;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import org.magicanime.video.ProbeLimits;
import org.magicanime.video.libav.Av;

/// A film's sound as one line of samples, read forwards.
///
/// Sample n is heard at n/rate seconds of the film's clock. Sound frames that follow each other within 20 ms count
/// as joined, because containers round their times; a larger gap is silence, and of a larger overlap the later
/// frame loses its beginning. Sources of up to 16 bits stay 16 bits; everything else becomes 32 bits, of which 24
/// are kept in files.
public final class SoundTrack implements AutoCloseable {
    private static final int JOINED_PER_SECOND = 50;

    private final SoundDecoder decoder;
    private @Nullable SwrContext converter;
    private int[] converterForm = new int[0];
    private final AVChannelLayout layout = new AVChannelLayout();
    private int rate;
    private int sampleBytes;
    private int channels;
    private boolean started;
    /// What was decoded and may still be read, ascending, without overlap.
    private final Deque<Piece> pieces = new ArrayDeque<>();
    private long end;

    /// @param start number of the first sample
    /// @param samples interleaved
    private record Piece(long start, byte[] samples) {}

    public SoundTrack(Path film) {
        this(MediaInput.open(film, ProbeLimits.DEFAULT));
    }

    /// The sound of a clip, which we encoded ourselves: sample 0 is the file's first.
    ///
    /// @param flac `sound.flac`
    /// @throws IllegalStateException if it cannot be read
    public static SoundTrack ofClip(Path flac) {
        return new SoundTrack(MediaInput.openOwnSound(flac));
    }

    private SoundTrack(MediaInput input) {
        decoder = new SoundDecoder(input);
        // The first frame tells rate, channels and depth.
        while (!started && decoder.next(this::add)) {
            // goes on until sound was heard
        }
    }

    /// Whether any sound could be decoded.
    public boolean exists() {
        return started;
    }

    public int rate() {
        return rate;
    }

    public int channels() {
        return channels;
    }

    public AVChannelLayout layout() {
        return layout;
    }

    /// Bits of a sample in files: 16 or 24.
    public int bits() {
        return sampleBytes == 2 ? 16 : 24;
    }

    public int sampleFormat() {
        return sampleBytes == 2 ? AV_SAMPLE_FMT_S16 : AV_SAMPLE_FMT_S32;
    }

    public int bytesPerSample() {
        return sampleBytes * channels;
    }

    /// The samples from `from` to `to` (exclusive), interleaved, native byte order; silence where there is no sound.
    /// Never reads backwards: `from` must not be smaller than that of the call before.
    public byte[] read(long from, long to) {
        while (end < to && decoder.next(this::add)) {
            forget(from);
        }
        forget(from);
        byte[] samples = new byte[Math.toIntExact((to - from) * bytesPerSample())];
        for (Piece piece : pieces) {
            long first = Math.max(from, piece.start());
            long last = Math.min(to, endOf(piece));
            if (first < last) {
                System.arraycopy(
                        piece.samples(),
                        Math.toIntExact((first - piece.start()) * bytesPerSample()),
                        samples,
                        Math.toIntExact((first - from) * bytesPerSample()),
                        Math.toIntExact((last - first) * bytesPerSample()));
            }
        }
        return samples;
    }

    private void forget(long before) {
        while (!pieces.isEmpty() && endOf(pieces.getFirst()) <= before) {
            pieces.removeFirst();
        }
    }

    private long endOf(Piece piece) {
        return piece.start() + piece.samples().length / bytesPerSample();
    }

    private void add(AVFrame frame) {
        if (!started) {
            begin(frame);
        }
        byte[] samples = convert(frame);
        long start = position(frame, end);
        if (started && Math.abs(start - end) <= rate / JOINED_PER_SECOND) {
            start = end;
        }
        int skip = started ? Math.toIntExact(Math.min(samples.length, Math.max(0, end - start) * bytesPerSample())) : 0;
        started = true;
        if (skip < samples.length) {
            Piece piece = new Piece(
                    start + skip / bytesPerSample(),
                    skip == 0 ? samples : Arrays.copyOfRange(samples, skip, samples.length));
            pieces.addLast(piece);
            end = endOf(piece);
        }
    }

    private long position(AVFrame frame, long otherwise) {
        long tick = frame.best_effort_timestamp();
        return tick == AV_NOPTS_VALUE
                ? otherwise
                : Math.round(tick * decoder.timeBase().asDouble() * rate);
    }

    private void begin(AVFrame frame) {
        rate = frame.sample_rate();
        channels = frame.ch_layout().nb_channels();
        int format = frame.format();
        boolean small = format == AV_SAMPLE_FMT_S16
                || format == AV_SAMPLE_FMT_S16P
                || format == AV_SAMPLE_FMT_U8
                || format == AV_SAMPLE_FMT_U8P;
        sampleBytes = small ? 2 : 4;
        Av.check(av_channel_layout_copy(layout, frame.ch_layout()), "reading the channel layout");
    }

    private byte[] convert(AVFrame frame) {
        SwrContext swr = converterFor(frame);
        int most = Av.check(swr_get_out_samples(swr, frame.nb_samples()), "converting sound");
        byte[] samples = new byte[most * bytesPerSample()];
        try (BytePointer out = new BytePointer(samples.length);
                PointerPointer<BytePointer> planes = new PointerPointer<>(1)) {
            planes.put(0, out);
            int got = Av.check(
                    swr_convert(swr, planes, most, frame.extended_data(), frame.nb_samples()), "converting sound");
            out.get(samples, 0, got * bytesPerSample());
            return Arrays.copyOf(samples, got * bytesPerSample());
        }
    }

    /// Sound may change its form in the middle of a film; it is brought to the form that it began with.
    private SwrContext converterFor(AVFrame frame) {
        int[] form = {frame.sample_rate(), frame.format(), frame.ch_layout().nb_channels()};
        SwrContext known = converter;
        if (known != null && Arrays.equals(form, converterForm)) {
            return known;
        }
        if (known != null) {
            swr_free(known);
        }
        SwrContext made = new SwrContext(null);
        Av.check(
                swr_alloc_set_opts2(
                        made,
                        layout,
                        sampleFormat(),
                        rate,
                        frame.ch_layout(),
                        frame.format(),
                        frame.sample_rate(),
                        0,
                        null),
                "setting up the sound converter");
        Av.check(swr_init(made), "setting up the sound converter");
        converter = made;
        converterForm = form;
        return made;
    }

    @Override
    public void close() {
        decoder.close();
        if (converter != null) {
            swr_free(converter);
        }
        av_channel_layout_uninit(layout);
    }
}
