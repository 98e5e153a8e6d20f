package org.magicanime.video.sound;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.magicanime.video.libav.Av;
import org.magicanime.video.libav.Frames;

/// Reads a sound file that we encoded ourselves: FLAC, MP3 or WAV. Whatever is wrong with it is a fault
/// of ours and throws an IllegalStateException.
public final class SoundFile {
    /// What ffmpeg multiplies each of two channels by where it mixes them to one.
    public static final double OF_TWO = Math.sqrt(0.5);

    private static final Set<String> FORMATS = Set.of("flac", "mp3", "wav");

    private SoundFile() {}

    /// All of its sound, its channels mixed down to one as ffmpeg does it for floats (each layout's own matrix, not
    /// scaled: of two channels the sum times {@link #OF_TWO}), at its own rate.
    ///
    /// @param file whose name ends in its format: some frames of MP3 look like other formats
    /// @throws IllegalStateException if it is damaged or has no sound stream
    public static Sound read(Path file) {
        return decode(file, Mixer::toOneChannel, Mixer::finish, new Sound(0, 0, new float[0]));
    }

    /// All of its sound, each channel by itself, at its own rate.
    ///
    /// @param file as above
    /// @return `[channels, samples]`, −1 to 1; no channels if nothing can be heard
    /// @throws IllegalStateException if it is damaged or has no sound stream
    public static float[][] readChannels(Path file) {
        return decode(file, Mixer::toFloats, Mixer::finishChannels, new float[0][]);
    }

    private static <T> T decode(Path file, Function<AVFrame, Mixer> mixer, Function<Mixer, T> result, T nothing) {
        AVFormatContext input = open(file);
        try (Gathering gathering = new Gathering(mixer)) {
            decode(input, file, gathering);
            return gathering.result(result, nothing);
        } finally {
            avformat_close_input(input);
        }
    }

    private static AVFormatContext open(Path file) {
        String name = file.getFileName().toString();
        String format = name.substring(name.lastIndexOf('.') + 1);
        if (!FORMATS.contains(format)) {
            throw new IllegalArgumentException("a sound file of ours is none of " + FORMATS + ": " + name);
        }
        AVFormatContext input = new AVFormatContext(null);
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "protocol_whitelist", "file", 0);
        try {
            check(
                    avformat_open_input(input, "file:" + file.toAbsolutePath(), av_find_input_format(format), options),
                    file);
        } finally {
            av_dict_free(options);
        }
        return input;
    }

    private static void decode(AVFormatContext input, Path file, Gathering gathering) {
        check(avformat_find_stream_info(input, (AVDictionary) null), file);
        int number = check(av_find_best_stream(input, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0), file);
        AVStream stream = input.streams(number);
        AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
        if (codec == null || codec.isNull()) {
            throw new IllegalStateException("there is no decoder for the sound " + file.getFileName());
        }
        AVCodecContext decoder = Av.allocated(avcodec_alloc_context3(codec), "a decoder");
        AVPacket packet = Av.allocated(av_packet_alloc(), "a packet");
        AVFrame frame = Frames.empty();
        try {
            check(avcodec_parameters_to_context(decoder, stream.codecpar()), file);
            decoder.thread_count(1);
            decoder.pkt_timebase(stream.time_base());
            check(avcodec_open2(decoder, codec, (AVDictionary) null), file);
            boolean more = true;
            while (more) {
                int code = av_read_frame(input, packet);
                more = code >= 0;
                if (!more && code != AVERROR_EOF()) {
                    check(code, file);
                }
                if (!more || packet.stream_index() == number) {
                    check(avcodec_send_packet(decoder, more ? packet : null), file);
                    gathering.take(decoder, frame, file);
                }
                av_packet_unref(packet);
            }
        } finally {
            av_frame_free(frame);
            av_packet_free(packet);
            avcodec_free_context(decoder);
        }
    }

    private static int check(int code, Path file) {
        if (code < 0) {
            throw new IllegalStateException(
                    "the sound " + file.getFileName() + " cannot be decoded: " + Av.message(code));
        }
        return code;
    }

    /// What has been decoded so far.
    private static final class Gathering implements AutoCloseable {
        private final Function<AVFrame, Mixer> like;
        private @Nullable Mixer mixer;

        Gathering(Function<AVFrame, Mixer> like) {
            this.like = like;
        }

        void take(AVCodecContext decoder, AVFrame frame, Path file) {
            while (true) {
                int code = avcodec_receive_frame(decoder, frame);
                if (code == Av.EAGAIN || code == AVERROR_EOF()) {
                    return;
                }
                check(code, file);
                if (mixer == null) {
                    mixer = like.apply(frame);
                }
                mixer.add(frame);
                av_frame_unref(frame);
            }
        }

        <T> T result(Function<Mixer, T> result, T nothing) {
            return mixer == null ? nothing : result.apply(mixer);
        }

        @Override
        public void close() {
            if (mixer != null) {
                mixer.close();
            }
        }
    }
}
