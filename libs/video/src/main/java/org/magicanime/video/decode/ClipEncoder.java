package org.magicanime.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_clone;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.magicanime.contracts.Rational;
import org.magicanime.video.UnreadableFilmException;

/// Encodes the frames of one clip. One thread, bit-exact flags: the same frames and options give the same bytes.
final class ClipEncoder implements AutoCloseable {
    private static final String KEY_FRAME_EVERY = "48";

    private final AVCodecContext encoder;
    private final AVFrame picture = Av.allocated(av_frame_alloc(), "a frame");
    private final AVPacket packet = Av.allocated(av_packet_alloc(), "a packet");
    private final List<AVPacket> packets = new ArrayList<>();

    /// @param like a frame of the clip: its size and colours are the clip's
    /// @throws UnreadableFilmException `not-encodable` if the encoder refuses the size
    ClipEncoder(AVFrame like, Rational timeBase, Rational frameRate, String name, Map<String, String> settings) {
        AVCodec codec = avcodec_find_encoder_by_name(name);
        if (codec == null || codec.isNull()) {
            throw new IllegalArgumentException("this build of libavcodec has no encoder '" + name
                    + "'; libopenh264 is in every build, libx264 in the GPL one");
        }
        encoder = Av.allocated(avcodec_alloc_context3(codec), "an encoder");
        encoder.width(like.width());
        encoder.height(like.height());
        encoder.pix_fmt(AV_PIX_FMT_YUV420P);
        encoder.time_base(Av.rational(timeBase));
        encoder.framerate(Av.rational(frameRate.numerator() > 0 ? frameRate : new Rational(25, 1)));
        encoder.color_range(like.color_range());
        encoder.colorspace(like.colorspace());
        encoder.color_primaries(like.color_primaries());
        encoder.color_trc(like.color_trc());
        encoder.chroma_sample_location(like.chroma_location());
        encoder.sample_aspect_ratio(like.sample_aspect_ratio());
        encoder.thread_count(1);
        encoder.max_b_frames(0);
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_BITEXACT | AV_CODEC_FLAG_GLOBAL_HEADER);
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "g", KEY_FRAME_EVERY, 0);
        settings.forEach((option, value) -> av_dict_set(options, option, value, 0));
        int code = avcodec_open2(encoder, codec, options);
        av_dict_free(options);
        if (code < 0) {
            close();
            throw new UnreadableFilmException(
                    "not-encodable",
                    "the encoder refuses pictures of " + like.width() + "×" + like.height() + ": " + Av.message(code),
                    null,
                    null);
        }
    }

    AVCodecContext context() {
        return encoder;
    }

    /// @param tick the frame's time within the clip
    void add(AVFrame frame, long tick) {
        Av.check(av_frame_ref(picture, frame), "referring to a frame");
        picture.pts(tick);
        picture.pict_type(AV_PICTURE_TYPE_NONE);
        Av.check(avcodec_send_frame(encoder, picture), "encoding a frame");
        av_frame_unref(picture);
        receive();
    }

    /// All packets of the clip, in order; they belong to the encoder and end with it.
    List<AVPacket> packets() {
        return packets;
    }

    void finish() {
        Av.check(avcodec_send_frame(encoder, null), "ending a clip");
        receive();
    }

    private void receive() {
        while (true) {
            int code = avcodec_receive_packet(encoder, packet);
            if (code == Av.EAGAIN || code == AVERROR_EOF()) {
                return;
            }
            Av.check(code, "encoding a frame");
            packets.add(Av.allocated(av_packet_clone(packet), "a packet"));
            av_packet_unref(packet);
        }
    }

    @Override
    public void close() {
        packets.forEach(kept -> av_packet_free(kept));
        packets.clear();
        av_packet_free(packet);
        av_frame_free(picture);
        avcodec_free_context(encoder);
    }
}
