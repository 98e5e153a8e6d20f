package org.magicanime.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Rational;
import org.magicanime.video.libav.Av;

/// Decodes only the sound of a film, on an input of its own, so that it can run at its own pace.
final class SoundDecoder implements AutoCloseable {
    private final MediaInput input;
    private final @Nullable AVStream stream;
    private final @Nullable AVCodecContext decoder;
    private final AVPacket packet = Av.allocated(av_packet_alloc(), "a packet");
    private final AVFrame frame = Av.allocated(av_frame_alloc(), "a sound frame");
    private boolean ended;

    /// @param input belongs to this, which reads nothing but its sound
    SoundDecoder(MediaInput input) {
        this.input = input;
        if (input.hasPictures()) {
            input.video().discard(AVDISCARD_ALL);
        }
        stream = input.sound();
        decoder = stream == null ? null : FilmDecoder.open(input, stream, 1);
    }

    Rational timeBase() {
        return stream == null ? new Rational(0, 1) : Av.rational(stream.time_base());
    }

    /// Decodes one packet and hands over what comes out. A damaged packet gives nothing, which the line of samples
    /// fills with silence.
    ///
    /// @return false at the end
    boolean next(Consumer<AVFrame> consumer) {
        if (decoder == null || stream == null || ended) {
            return false;
        }
        if (input.read(packet) < 0) {
            ended = true;
            avcodec_send_packet(decoder, null);
        } else if (packet.stream_index() == stream.index()) {
            avcodec_send_packet(decoder, packet);
        }
        av_packet_unref(packet);
        while (avcodec_receive_frame(decoder, frame) >= 0) {
            if (frame.nb_samples() > 0 && frame.sample_rate() > 0) {
                consumer.accept(frame);
            }
            av_frame_unref(frame);
        }
        return true;
    }

    @Override
    public void close() {
        av_packet_free(packet);
        av_frame_free(frame);
        if (decoder != null) {
            avcodec_free_context(decoder);
        }
        input.close();
    }
}
