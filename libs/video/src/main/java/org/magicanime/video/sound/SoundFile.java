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
    private static final Set<String> FORMATS = Set.of("flac", "mp3", "wav");

    private SoundFile() {}

    /// All of its sound, its channels mixed down to one as ffmpeg does it (each layout's own matrix, so
    /// scaled that it does not clip), at its own rate.
    ///
    /// @param file whose name ends in its format: some frames of MP3 look like other formats
    /// @throws IllegalStateException if it is damaged or has no sound stream
    public static Sound read(Path file) {
        AVFormatContext input = open(file);
        try {
            return decode(input, file);
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

    private static Sound decode(AVFormatContext input, Path file) {
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
            try (Gathering gathering = new Gathering()) {
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
                return gathering.sound();
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
        private @Nullable Mixer mixer;

        void take(AVCodecContext decoder, AVFrame frame, Path file) {
            while (true) {
                int code = avcodec_receive_frame(decoder, frame);
                if (code == Av.EAGAIN || code == AVERROR_EOF()) {
                    return;
                }
                check(code, file);
                if (mixer == null) {
                    mixer = Mixer.toOneChannel(frame);
                }
                mixer.add(frame);
                av_frame_unref(frame);
            }
        }

        Sound sound() {
            return mixer == null ? new Sound(0, 0, new float[0]) : mixer.finish();
        }

        @Override
        public void close() {
            if (mixer != null) {
                mixer.close();
            }
        }
    }
}
