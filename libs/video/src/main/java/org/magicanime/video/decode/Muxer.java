package org.magicanime.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;

/// Writes encoded packets into a file, without dates or names of programs in it.
final class Muxer implements AutoCloseable {
    /// libavformat's AVFMT_FLAG_BITEXACT, a macro that the Java binding lacks.
    private static final int BITEXACT = 0x0400;

    private final AVFormatContext context = new AVFormatContext(null);

    /// @param format libavformat's name: `mp4`, `flac`, `matroska` …
    Muxer(Path file, String format) {
        // The muxer opens the file a second time to move the index to its beginning.
        String url = "file:" + file.toAbsolutePath();
        Av.check(avformat_alloc_output_context2(context, null, format, url), "setting up the format " + format);
        context.flags(context.flags() | BITEXACT);
        AVIOContext io = new AVIOContext(null);
        Av.check(avio_open(io, url, AVIO_FLAG_WRITE), "creating " + file.getFileName());
        context.pb(io);
    }

    /// @return the stream's number
    int addStream(AVCodecContext encoder, AVRational timeBase) {
        AVStream stream = Av.allocated(avformat_new_stream(context, null), "a stream");
        Av.check(avcodec_parameters_from_context(stream.codecpar(), encoder), "describing a stream");
        stream.codecpar().codec_tag(0);
        stream.time_base(timeBase);
        stream.avg_frame_rate(encoder.framerate());
        stream.sample_aspect_ratio(encoder.sample_aspect_ratio());
        return stream.index();
    }

    AVStream stream(int number) {
        return context.streams(number);
    }

    void begin(Map<String, String> settings) {
        AVDictionary options = new AVDictionary(null);
        settings.forEach((name, value) -> av_dict_set(options, name, value, 0));
        int code = avformat_write_header(context, options);
        av_dict_free(options);
        Av.check(code, "writing the head of a file");
    }

    /// Takes the packet's content over.
    void write(int stream, AVPacket packet, AVRational timeBase) {
        av_packet_rescale_ts(packet, timeBase, context.streams(stream).time_base());
        packet.stream_index(stream);
        Av.check(av_interleaved_write_frame(context, packet), "writing a packet");
    }

    void finish() {
        Av.check(av_write_trailer(context), "writing the end of a file");
    }

    @Override
    public void close() {
        AVIOContext io = context.pb();
        if (io != null && !io.isNull()) {
            avio_closep(io);
            context.pb(new AVIOContext(null));
        }
        avformat_free_context(context);
    }
}
