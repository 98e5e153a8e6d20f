package org.magicanime.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.VideoFacts;
import org.magicanime.video.ProbeLimits;
import org.magicanime.video.ProbeReport;
import org.magicanime.video.UnreadableFilmException;
import org.magicanime.video.libav.Av;

/// Looks at a film without decoding it. What a file declares is held to the limits before what it contains is counted,
/// and what is counted likewise.
public final class Probing {
    private final MediaInput input;
    private final ProbeLimits limits;
    private final double secondsPerTick;
    private long packets;
    private long soundPackets;
    private long firstTick = Long.MAX_VALUE;
    private long endTick = Long.MIN_VALUE;
    private boolean damaged;

    private Probing(MediaInput input, ProbeLimits limits) {
        this.input = input;
        this.limits = limits;
        this.secondsPerTick = input.timeBase().asDouble();
    }

    /// @throws UnreadableFilmException with the code of the first limit that the film breaks
    public static ProbeReport probe(Path film, ProbeLimits limits) {
        ContainerStructure.check(film);
        try (MediaInput input = MediaInput.open(film, limits)) {
            Probing probing = new Probing(input, limits);
            probing.checkDeclared();
            probing.count();
            probing.checkCounted();
            return probing.report();
        }
    }

    private void checkDeclared() {
        long duration = input.context().duration();
        if (duration != AV_NOPTS_VALUE) {
            checkDuration((double) duration / AV_TIME_BASE);
        }
        checkFrameRate(input.frameRate().asDouble());
        checkFrames(input.video().nb_frames());
    }

    private void count() {
        AVPacket packet = Av.allocated(av_packet_alloc(), "a packet");
        try {
            int code = input.read(packet);
            for (; code >= 0; code = input.read(packet)) {
                if (packet.stream_index() == input.video().index()) {
                    note(packet);
                } else {
                    soundPackets++;
                }
                av_packet_unref(packet);
            }
            damaged = !MediaInput.isEnd(code);
        } finally {
            av_packet_free(packet);
        }
    }

    private void note(AVPacket packet) {
        packets++;
        long tick = packet.pts() != AV_NOPTS_VALUE ? packet.pts() : packet.dts();
        if (tick != AV_NOPTS_VALUE) {
            firstTick = Math.min(firstTick, tick);
            endTick = Math.max(endTick, tick + Math.max(0, packet.duration()));
        }
        if (packets % 1024 == 0) {
            checkFrames(packets);
        }
    }

    private void checkCounted() {
        if (packets == 0) {
            throw new UnreadableFilmException("no-frames", "the video stream has no pictures", null, null);
        }
        long declared = input.video().nb_frames();
        if (damaged || packets < declared) {
            throw new UnreadableFilmException(
                    "truncated",
                    "the file ends early: it has fewer pictures than it declares",
                    (double) packets,
                    declared > 0 ? (double) declared : null);
        }
        if (input.video().codecpar().format() == AV_PIX_FMT_NONE) {
            throw new UnreadableFilmException(
                    "not-a-video", "none of the first pictures can be decoded within the limits", null, null);
        }
        checkFrames(packets);
        checkDuration(seconds());
        // Less than a second tells nothing: times of few frames are rounded.
        if (seconds() > 1) {
            checkFrameRate(packets / seconds());
        }
    }

    private double seconds() {
        return endTick > firstTick ? (endTick - firstTick) * secondsPerTick : 0;
    }

    private void checkDuration(double seconds) {
        double most = limits.maxDuration().toMillis() / 1000.0;
        if (seconds > most) {
            throw new UnreadableFilmException(
                    "too-long", "the film is longer than the limit, in seconds", seconds, most);
        }
    }

    private void checkFrameRate(double rate) {
        if (rate > limits.maxFrameRate()) {
            throw new UnreadableFilmException(
                    "frame-rate-too-high",
                    "the film has more frames per second than the limit",
                    rate,
                    limits.maxFrameRate());
        }
    }

    private void checkFrames(long frames) {
        if (frames > limits.maxFrames()) {
            throw new UnreadableFilmException(
                    "too-many-frames", "the film has more pictures than the limit", (double) frames, (double)
                            limits.maxFrames());
        }
    }

    private ProbeReport report() {
        AVCodecParameters parameters = input.video().codecpar();
        BytePointer format = av_get_pix_fmt_name(parameters.format());
        boolean sideways = input.rotation() % 180 != 0;
        Rational rate = input.frameRate();
        return new ProbeReport(
                new VideoFacts(
                        input.container(),
                        input.videoCodec(),
                        format == null || format.isNull() ? "unknown" : format.getString(),
                        sideways ? parameters.height() : parameters.width(),
                        sideways ? parameters.width() : parameters.height(),
                        input.rotation(),
                        rate,
                        packets,
                        seconds(),
                        input.soundCodec()),
                input.streams(),
                soundPackets);
    }
}
