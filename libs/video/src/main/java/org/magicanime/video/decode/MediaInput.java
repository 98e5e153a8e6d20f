package org.magicanime.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_NONE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_frame_rate;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Rational;
import org.magicanime.video.ProbeLimits;
import org.magicanime.video.UnreadableFilmException;
import org.magicanime.video.libav.Av;

/// An opened local file: one video stream, at most one sound stream, everything else left alone.
///
/// Only the formats and codecs that the limits name can be reached, only the `file` protocol, and no file that another
/// file names. Not safe for use by several threads.
public final class MediaInput implements AutoCloseable {
    private static final String PROBE_BYTES = "5000000";
    private static final String ANALYZE_MICROSECONDS = "5000000";
    private static final ProbeLimits OWN_SOUND = ProbeLimits.DEFAULT.ofSound(Set.of("flac"), Set.of("flac"));

    private final AVFormatContext context;
    private final @Nullable AVStream video;
    private final @Nullable AVStream sound;
    private final long mostCodedPixels;

    private MediaInput(
            AVFormatContext context, @Nullable AVStream video, @Nullable AVStream sound, long mostCodedPixels) {
        this.mostCodedPixels = mostCodedPixels;
        this.context = context;
        this.video = video;
        this.sound = sound;
    }

    /// @throws UnreadableFilmException `not-a-video`, `format-not-allowed`, `too-many-streams`, `no-video-stream`,
    ///     `codec-not-allowed` or `too-many-pixels`
    public static MediaInput open(Path file, ProbeLimits limits) {
        AVFormatContext context = openContext(file, limits);
        try {
            return choose(context, limits);
        } catch (RuntimeException | Error e) {
            avformat_close_input(context);
            throw e;
        }
    }

    /// A sound file of our own, without pictures.
    ///
    /// @throws IllegalStateException if it is none
    static MediaInput openOwnSound(Path file) {
        try {
            AVFormatContext context = openContext(file, OWN_SOUND);
            AVStream sound = first(context, AVMEDIA_TYPE_AUDIO);
            if (sound == null) {
                avformat_close_input(context);
                throw new IllegalStateException("the file " + file.getFileName() + " has no sound");
            }
            return new MediaInput(context, null, sound, mostCodedPixels(OWN_SOUND));
        } catch (UnreadableFilmException e) {
            throw new IllegalStateException("the sound cannot be read: " + e.getMessage(), e);
        }
    }

    private static AVFormatContext openContext(Path file, ProbeLimits limits) {
        AVFormatContext context = Av.allocated(avformat_alloc_context(), "an input");
        AVDictionary options = new AVDictionary(null);
        Set<String> codecs = new TreeSet<>(limits.videoCodecs());
        codecs.addAll(limits.soundCodecs());
        av_dict_set(options, "protocol_whitelist", "file", 0);
        av_dict_set(options, "format_whitelist", String.join(",", new TreeSet<>(limits.formats())), 0);
        av_dict_set(options, "codec_whitelist", String.join(",", codecs), 0);
        av_dict_set(options, "max_streams", Integer.toString(limits.maxStreams() + 1), 0);
        av_dict_set(options, "probesize", PROBE_BYTES, 0);
        av_dict_set(options, "analyzeduration", ANALYZE_MICROSECONDS, 0);
        av_dict_set(options, "enable_drefs", "0", 0);
        int code = avformat_open_input(context, "file:" + file.toAbsolutePath(), null, options);
        av_dict_free(options);
        if (code >= 0) {
            return context;
        }
        // The context is freed by the failed call.
        String format = FormatGuess.of(file);
        if (format != null && Collections.disjoint(List.of(format.split(",")), limits.formats())) {
            throw new UnreadableFilmException(
                    "format-not-allowed",
                    "the file is of the format '" + format + "', which is not allowed",
                    null,
                    null);
        }
        throw new UnreadableFilmException(
                "not-a-video", "the file cannot be opened as a film: " + Av.message(code), null, null);
    }

    private static MediaInput choose(AVFormatContext context, ProbeLimits limits) {
        refuseTooManyStreams(context, limits);
        AVStream video = first(context, AVMEDIA_TYPE_VIDEO);
        // The header of some formats does not name the codec; reading on does.
        if (video != null && video.codecpar().codec_id() != AV_CODEC_ID_NONE) {
            checkVideo(video, limits);
        }
        for (int i = 0; i < context.nb_streams(); i++) {
            AVStream stream = context.streams(i);
            boolean wanted = stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO
                    || stream.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO;
            if (!wanted || isPicture(stream)) {
                stream.discard(AVDISCARD_ALL);
            }
        }
        int code = readOn(context, mostCodedPixels(limits));
        if (code < 0) {
            throw new UnreadableFilmException(
                    "not-a-video", "the streams of the file cannot be read: " + Av.message(code), null, null);
        }
        refuseTooManyStreams(context, limits);
        video = first(context, AVMEDIA_TYPE_VIDEO);
        if (video == null) {
            throw new UnreadableFilmException("no-video-stream", "the file has no video stream", null, null);
        }
        checkVideo(video, limits);
        if (video.codecpar().width() <= 0 || video.codecpar().height() <= 0) {
            throw new UnreadableFilmException(
                    "not-a-video", "the size of the pictures cannot be read from the file", null, null);
        }
        AVStream sound = first(context, AVMEDIA_TYPE_AUDIO);
        if (sound != null) {
            String codec = name(sound);
            if (!limits.soundCodecs().contains(codec)) {
                throw notAllowed("sound", codec);
            }
        }
        for (int i = 0; i < context.nb_streams(); i++) {
            AVStream stream = context.streams(i);
            boolean chosen = stream.index() == video.index() || (sound != null && stream.index() == sound.index());
            if (!chosen) {
                stream.discard(AVDISCARD_ALL);
            }
        }
        return new MediaInput(context, video, sound, mostCodedPixels(limits));
    }

    /// Reads what the header left open, for which libav decodes pictures: those that are larger than they may be, it
    /// refuses instead.
    private static int readOn(AVFormatContext context, long mostCodedPixels) {
        int streams = context.nb_streams();
        if (streams == 0) {
            return avformat_find_stream_info(context, (AVDictionary) null);
        }
        try (PointerPointer<AVDictionary> options = new PointerPointer<>(streams)) {
            for (int i = 0; i < streams; i++) {
                AVDictionary each = new AVDictionary(null);
                av_dict_set(each, "max_pixels", Long.toString(mostCodedPixels), 0);
                options.put(i, each);
            }
            int code = avformat_find_stream_info(context, options);
            for (int i = 0; i < streams; i++) {
                AVDictionary left = options.get(AVDictionary.class, i);
                if (left != null) {
                    av_dict_free(left);
                }
            }
            return code;
        }
    }

    /// Decoders count the padding as well: twice the limit leaves room for it.
    private static long mostCodedPixels(ProbeLimits limits) {
        return Math.min(limits.maxPixels(), Integer.MAX_VALUE) * 2;
    }

    private static void refuseTooManyStreams(AVFormatContext context, ProbeLimits limits) {
        if (context.nb_streams() > limits.maxStreams()) {
            throw new UnreadableFilmException(
                    "too-many-streams",
                    "the file has more streams than the limit",
                    (double) context.nb_streams(),
                    (double) limits.maxStreams());
        }
    }

    private static void checkVideo(AVStream video, ProbeLimits limits) {
        String codec = name(video);
        if (!limits.videoCodecs().contains(codec)) {
            throw notAllowed("pictures", codec);
        }
        long pixels = (long) video.codecpar().width() * video.codecpar().height();
        if (pixels > limits.maxPixels()) {
            throw new UnreadableFilmException(
                    "too-many-pixels",
                    "a frame has more pixels (width × height) than the limit",
                    (double) pixels,
                    (double) limits.maxPixels());
        }
    }

    private static UnreadableFilmException notAllowed(String what, String codec) {
        return new UnreadableFilmException(
                "codec-not-allowed", "the codec of the " + what + ", '" + codec + "', is not allowed", null, null);
    }

    private static @Nullable AVStream first(AVFormatContext context, int type) {
        for (int i = 0; i < context.nb_streams(); i++) {
            AVStream stream = context.streams(i);
            if (stream.codecpar().codec_type() == type && !isPicture(stream)) {
                return stream;
            }
        }
        return null;
    }

    private static boolean isPicture(AVStream stream) {
        return (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
    }

    /// Reads the next packet of the chosen streams.
    ///
    /// @return 0, or libav's error code; {@link #isEnd(int)} tells the end of the file from damage
    int read(AVPacket packet) {
        return av_read_frame(context, packet);
    }

    static boolean isEnd(int code) {
        return code == AVERROR_EOF();
    }

    AVFormatContext context() {
        return context;
    }

    /// @throws IllegalStateException if the file has only sound
    AVStream video() {
        if (video == null) {
            throw new IllegalStateException("the file has no pictures");
        }
        return video;
    }

    boolean hasPictures() {
        return video != null;
    }

    @Nullable
    AVStream sound() {
        return sound;
    }

    /// Width × height, padding included, beyond which a decoder is to refuse a picture.
    long mostCodedPixels() {
        return mostCodedPixels;
    }

    /// The demuxer's name, such as `matroska,webm`.
    public String container() {
        AVInputFormat format = context.iformat();
        return format.name().getString();
    }

    public String videoCodec() {
        return name(video());
    }

    public @Nullable String soundCodec() {
        return sound == null ? null : name(sound);
    }

    public int streams() {
        return context.nb_streams();
    }

    public Rational timeBase() {
        return Av.rational(video().time_base());
    }

    /// Average frames per second; 0/1 if the file does not say.
    public Rational frameRate() {
        Rational average = Av.rational(video().avg_frame_rate());
        return average.numerator() > 0 ? average : Av.rational(av_guess_frame_rate(context, video(), null));
    }

    /// Degrees clockwise by which pictures are to be turned: 0, 90, 180 or 270.
    public int rotation() {
        AVPacketSideData data = av_packet_side_data_get(
                video().codecpar().coded_side_data(),
                video().codecpar().nb_coded_side_data(),
                AV_PKT_DATA_DISPLAYMATRIX);
        if (data == null || data.isNull() || data.size() < 36) {
            return 0;
        }
        BytePointer bytes = data.data();
        double counterClockwise = av_display_rotation_get(new IntPointer((Pointer) bytes));
        if (Double.isNaN(counterClockwise)) {
            return 0;
        }
        return Math.floorMod((int) Math.rint(-counterClockwise / 90) * 90, 360);
    }

    private static String name(AVStream stream) {
        return avcodec_get_name(stream.codecpar().codec_id()).getString();
    }

    @Override
    public void close() {
        avformat_close_input(context);
    }
}
