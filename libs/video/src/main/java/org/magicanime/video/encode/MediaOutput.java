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
import org.magicanime.video.libav.Av;

/// A media file that is being written, without dates or names of programs in it. Add all streams, then write
/// packets, then finish. The owner closes it; a file that was not finished is of no use.
public final class MediaOutput implements AutoCloseable {
    private final Path path;
    private final Map<String, String> options;
    private final AVFormatContext context = new AVFormatContext(null);
    private final List<AVRational> encoderTimeBases = new ArrayList<>();
    private final AVPacket outgoing = Av.allocated(av_packet_alloc(), "a packet");
    private boolean begun;

    /// @param container muxer's name, such as `mp4`
    /// @param options options of the muxer, by name
    public MediaOutput(Path path, String container, Map<String, String> options) {
        this.path = path;
        this.options = options;
        // The muxer opens the file a second time to move the index to its beginning.
        String url = "file:" + path.toAbsolutePath();
        Av.check(
                avformat_alloc_output_context2(context, null, container, url),
                "setting up a file of the kind " + container);
        // No version, date or random number in the file: the same frames give the same bytes.
        context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        AVIOContext file = new AVIOContext(null);
        Av.check(avio_open(file, url, AVIO_FLAG_WRITE), "creating " + path.getFileName());
        context.pb(file);
    }

    /// Whether encoders must put their parameter sets into the container.
    public boolean wantsGlobalHeader() {
        return (context.oformat().flags() & AVFMT_GLOBALHEADER) != 0;
    }

    /// @return the number of the stream, for {@link #write}
    public int add(AVCodecContext encoder) {
        AVStream stream = Av.allocated(avformat_new_stream(context, null), "a stream");
        Av.check(avcodec_parameters_from_context(stream.codecpar(), encoder), "describing a stream");
        stream.time_base(encoder.time_base());
        stream.avg_frame_rate(encoder.framerate());
        stream.sample_aspect_ratio(encoder.sample_aspect_ratio());
        AVRational own = new AVRational()
                .num(encoder.time_base().num())
                .den(encoder.time_base().den());
        encoderTimeBases.add(own);
        return stream.index();
    }

    /// A stream whose packets are taken from another file as they are.
    ///
    /// @return the number of the stream, for {@link #write}
    public int add(AVStream copied) {
        AVStream stream = Av.allocated(avformat_new_stream(context, null), "a stream");
        Av.check(avcodec_parameters_copy(stream.codecpar(), copied.codecpar()), "describing a stream");
        // The tag is the container's own.
        stream.codecpar().codec_tag(0);
        stream.time_base(copied.time_base());
        stream.avg_frame_rate(copied.avg_frame_rate());
        stream.sample_aspect_ratio(copied.sample_aspect_ratio());
        AVRational own = new AVRational()
                .num(copied.time_base().num())
                .den(copied.time_base().den());
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
                throw new OutOfMemoryError("libav could not allocate a display matrix");
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
    public void write(int stream, AVPacket packet) {
        begin();
        Av.check(av_packet_ref(outgoing, packet), "keeping a packet");
        outgoing.stream_index(stream);
        av_packet_rescale_ts(
                outgoing, encoderTimeBases.get(stream), context.streams(stream).time_base());
        Av.check(av_interleaved_write_frame(context, outgoing), "writing to " + path.getFileName());
    }

    /// Writes all packets of two streams in the order of their decoding times: libavformat itself interleaves
    /// only within limits.
    ///
    /// @param sound may have no packets, whatever the number of its stream
    public void write(int videoStream, KeptPackets video, int soundStream, KeptPackets sound) {
        int next = 0;
        for (int i = 0; i < video.size(); i++) {
            AVPacket picture = video.get(i);
            while (next < sound.size() && isNotAfter(soundStream, sound.get(next), videoStream, picture)) {
                write(soundStream, sound.get(next++));
            }
            write(videoStream, picture);
        }
        while (next < sound.size()) {
            write(soundStream, sound.get(next++));
        }
    }

    private boolean isNotAfter(int stream, AVPacket packet, int otherStream, AVPacket other) {
        return av_compare_ts(packet.dts(), encoderTimeBases.get(stream), other.dts(), encoderTimeBases.get(otherStream))
                <= 0;
    }

    /// Completes the file.
    public void finish() {
        begin();
        Av.check(av_write_trailer(context), "finishing " + path.getFileName());
        AVIOContext file = context.pb();
        context.pb(null);
        Av.check(avio_close(file), "closing " + path.getFileName());
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
            Av.check(avformat_write_header(context, dictionary), "beginning " + path.getFileName());
            if (!dictionary.isNull() && av_dict_count(dictionary) > 0) {
                throw new IllegalArgumentException("the container does not know the option '"
                        + av_dict_iterate(dictionary, null).key().getString() + "'");
            }
        } finally {
            av_dict_free(dictionary);
        }
    }
}
