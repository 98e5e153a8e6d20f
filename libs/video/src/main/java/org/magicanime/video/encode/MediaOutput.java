package org.magicanime.video.encode;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;
import org.magicanime.video.decode.FfmpegException;
import org.magicanime.video.decode.NativeLibraries;

/// A media file that is being written. Add all streams, then write packets, then finish. The owner closes it; a file
// that
/// was not finished is of no use.
final class MediaOutput implements AutoCloseable {
    private final Path path;
    private final Map<String, String> options;
    private final AVFormatContext context = new AVFormatContext(null);
    private final List<AVRational> encoderTimeBases = new ArrayList<>();
    private final AVPacket outgoing = av_packet_alloc();
    private boolean begun;

    /// @param container muxer's name, such as `mp4`
    /// @param options options of the muxer, by name
    MediaOutput(Path path, String container, Map<String, String> options) {
        NativeLibraries.require();
        this.path = path;
        this.options = options;
        FfmpegException.check(
                avformat_alloc_output_context2(context, null, container, null), "make a file of the kind " + container);
        // No version, date or random number in the file: the same frames give the same bytes.
        context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        AVIOContext file = new AVIOContext(null);
        FfmpegException.check(avio_open(file, "file:" + path.toAbsolutePath(), AVIO_FLAG_WRITE), "write " + path);
        context.pb(file);
    }

    /// Whether encoders must put their parameter sets into the container.
    boolean wantsGlobalHeader() {
        return (context.oformat().flags() & AVFMT_GLOBALHEADER) != 0;
    }

    /// @return the number of the stream, for {@link #write}
    int add(AVCodecContext encoder) {
        AVStream stream = avformat_new_stream(context, null);
        FfmpegException.check(avcodec_parameters_from_context(stream.codecpar(), encoder), "describe a stream");
        stream.time_base(encoder.time_base());
        stream.avg_frame_rate(encoder.framerate());
        stream.sample_aspect_ratio(encoder.sample_aspect_ratio());
        AVRational own = new AVRational()
                .num(encoder.time_base().num())
                .den(encoder.time_base().den());
        encoderTimeBases.add(own);
        return stream.index();
    }

    /// Tells players to turn the pictures of a stream.
    ///
    /// @param degrees clockwise
    void rotate(int stream, int degrees) {
        int[] matrix = new int[9];
        av_display_rotation_set(matrix, degrees);
        var parameters = context.streams(stream).codecpar();
        AVPacketSideData sideData = new AVPacketSideData(null);
        try (IntPointer count = new IntPointer(1L)) {
            count.put(0);
            AVPacketSideData entry = av_packet_side_data_new(
                    sideData, count, AV_PKT_DATA_DISPLAYMATRIX, (long) matrix.length * Integer.BYTES, 0);
            if (entry == null) {
                throw new OutOfMemoryError("No memory for a display matrix");
            }
            entry.data()
                    .capacity((long) matrix.length * Integer.BYTES)
                    .asByteBuffer()
                    .order(ByteOrder.nativeOrder())
                    .asIntBuffer()
                    .put(matrix);
            parameters.coded_side_data(sideData);
            parameters.nb_coded_side_data(count.get());
        }
    }

    /// Writes a packet, interleaved with those of the other streams.
    ///
    /// @param packet in its encoder's time base; left as it is
    void write(int stream, AVPacket packet) {
        begin();
        FfmpegException.check(av_packet_ref(outgoing, packet), "keep a packet");
        outgoing.stream_index(stream);
        av_packet_rescale_ts(
                outgoing, encoderTimeBases.get(stream), context.streams(stream).time_base());
        FfmpegException.check(av_interleaved_write_frame(context, outgoing), "write to " + path);
    }

    /// Completes the file.
    void finish() {
        begin();
        FfmpegException.check(av_write_trailer(context), "finish " + path);
        AVIOContext file = context.pb();
        context.pb(null);
        FfmpegException.check(avio_close(file), "close " + path);
    }

    @Override
    public void close() {
        av_packet_free(outgoing);
        if (context.pb() != null && !context.pb().isNull()) {
            avio_close(context.pb());
        }
        avformat_free_context(context);
    }

    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        AVDictionary dictionary = new AVDictionary(null);
        options.forEach((key, value) -> av_dict_set(dictionary, key, value, 0));
        try {
            FfmpegException.check(avformat_write_header(context, dictionary), "begin " + path);
            if (!dictionary.isNull() && av_dict_count(dictionary) > 0) {
                throw new IllegalArgumentException("The container does not know the option "
                        + av_dict_iterate(dictionary, null).key().getString());
            }
        } finally {
            av_dict_free(dictionary);
        }
    }
}
