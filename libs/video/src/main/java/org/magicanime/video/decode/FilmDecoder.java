package org.magicanime.video.decode;

import static org.bytedeco.ffmpeg.avcodec.AVCodecContext.FF_THREAD_FRAME;
import static org.bytedeco.ffmpeg.avcodec.AVCodecContext.FF_THREAD_SLICE;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
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
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.magicanime.video.UnreadableFilmException;
import org.magicanime.video.libav.Av;

/// Gives the frames of a film's video stream in output order.
///
/// Frame numbers are output order. Times are the decoder's best effort, made strictly increasing: a frame without a
/// time, or with one that does not increase, is one tick (at least; the stream's average frame duration where it is
/// known) after the one before. Errors of the decoder mark the next frame as damaged and do not end the film.
public final class FilmDecoder implements AutoCloseable {
    /// libavutil's AV_FRAME_FLAG_CORRUPT, a macro that the Java binding lacks.
    private static final int FLAG_CORRUPT = 1;

    private final MediaInput input;
    private final AVCodecContext video;
    private final AVPacket packet = Av.allocated(av_packet_alloc(), "a packet");
    private final long usualTicks;
    private boolean draining;
    private boolean packetWaits;
    private boolean damageSeen;
    private boolean pendingDamage;
    private boolean damagedFrame;
    private long lastTick = Long.MIN_VALUE;

    /// @param threads of the video decoder; 0 lets it choose
    public FilmDecoder(MediaInput input, int threads) {
        this.input = input;
        this.video = open(input, input.video(), threads);
        AVStream sound = input.sound();
        if (sound != null) {
            sound.discard(AVDISCARD_ALL);
        }
        this.usualTicks = usualTicks(input);
    }

    static AVCodecContext open(MediaInput input, AVStream stream, int threads) {
        AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
        if (codec == null || codec.isNull()) {
            throw new UnreadableFilmException("codec-not-allowed", "there is no decoder for the codec", null, null);
        }
        AVCodecContext context = Av.allocated(avcodec_alloc_context3(codec), "a decoder");
        Av.check(avcodec_parameters_to_context(context, stream.codecpar()), "reading codec parameters");
        context.thread_count(threads);
        context.max_pixels(input.mostCodedPixels());
        context.pkt_timebase(stream.time_base());
        int code = avcodec_open2(context, codec, (AVDictionary) null);
        if (code < 0) {
            avcodec_free_context(context);
            throw new UnreadableFilmException(
                    "decode-failed", "the decoder refuses the stream: " + Av.message(code), null, null);
        }
        return context;
    }

    private static long usualTicks(MediaInput input) {
        double perSecond = input.frameRate().asDouble();
        double ticks = perSecond > 0 ? 1 / (perSecond * input.timeBase().asDouble()) : 1;
        return Math.max(1, Math.round(ticks));
    }

    /// Whether frames are decoded ahead, beside the thread that asks for them.
    public boolean decodesAhead() {
        return (video.active_thread_type() & FF_THREAD_FRAME) != 0;
    }

    /// Whether several threads work at one frame, while the one that asks for it waits.
    public boolean decodesInSlices() {
        return !decodesAhead() && (video.active_thread_type() & FF_THREAD_SLICE) != 0;
    }

    /// Decodes the next frame into `frame`, whose `pts` is its time in ticks and whose `duration` is at least 1.
    ///
    /// @return false at the end of the film
    public boolean next(AVFrame frame) {
        while (true) {
            av_frame_unref(frame);
            int code = avcodec_receive_frame(video, frame);
            if (code >= 0) {
                settle(frame);
                return true;
            }
            if (code == AVERROR_EOF()) {
                return false;
            }
            if (code != Av.EAGAIN) {
                markDamage();
                if (draining) {
                    continue;
                }
            }
            feed();
        }
    }

    private void settle(AVFrame frame) {
        long tick = frame.best_effort_timestamp();
        long duration = Math.max(1, frame.duration() > 0 ? frame.duration() : usualTicks);
        if (lastTick != Long.MIN_VALUE && (tick == AV_NOPTS_VALUE || tick <= lastTick)) {
            tick = lastTick + usualTicks;
        } else if (tick == AV_NOPTS_VALUE) {
            tick = 0;
        }
        lastTick = tick;
        frame.pts(tick);
        frame.duration(duration);
        boolean corrupt = (frame.flags() & FLAG_CORRUPT) != 0 || frame.decode_error_flags() != 0;
        if (corrupt) {
            damageSeen = true;
        }
        damagedFrame = corrupt || pendingDamage;
        pendingDamage = false;
    }

    /// Whether the decoder reported an error in or right before the frame that {@link #next} gave last.
    public boolean isDamaged() {
        return damagedFrame;
    }

    /// Whether any error was reported so far.
    public boolean sawDamage() {
        return damageSeen;
    }

    private void markDamage() {
        damageSeen = true;
        pendingDamage = true;
    }

    private void feed() {
        while (true) {
            if (!packetWaits) {
                int code = input.read(packet);
                if (code < 0) {
                    if (!MediaInput.isEnd(code)) {
                        markDamage();
                    }
                    draining = true;
                    avcodec_send_packet(video, null);
                    return;
                }
                if ((packet.flags() & AV_PKT_FLAG_CORRUPT) != 0) {
                    markDamage();
                }
            }
            packetWaits = false;
            if (packet.stream_index() == input.video().index()) {
                int code = avcodec_send_packet(video, packet);
                if (code == Av.EAGAIN) {
                    packetWaits = true;
                    return;
                }
                av_packet_unref(packet);
                if (code < 0) {
                    markDamage();
                }
                return;
            }
            av_packet_unref(packet);
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avcodec_free_context(video);
    }
}
