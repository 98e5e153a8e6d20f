package org.magicanime.video.cut;

import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Rational;
import org.magicanime.video.CutClip;
import org.magicanime.video.UnreadableFilmException;
import org.magicanime.video.decode.MediaInput;
import org.magicanime.video.decode.SoundTrack;
import org.magicanime.video.encode.Encoder;
import org.magicanime.video.encode.KeptPackets;
import org.magicanime.video.encode.PngFile;
import org.magicanime.video.encode.VideoFormat;
import org.magicanime.video.libav.Av;
import org.magicanime.video.libav.AvException;
import org.magicanime.video.libav.Frames;
import org.magicanime.video.libav.QuarterTurn;

/// One clip while its frames come in, on one thread, and while it is completed, on another one.
final class ClipInWork implements AutoCloseable {
    private static final String KEY_FRAME_EVERY = "48";

    private final FrameSpan span;
    private final AVFrame first;
    private final QuarterTurn turn;
    private final Path folder;
    private final Rational timeBase;
    private final Encoder encoder;
    private final KeptPackets packets = new KeptPackets();
    private final AVFrame picture = Frames.empty();
    private final ClipCheck check;
    private final int codedWidth;
    private final int codedHeight;
    private final long[] ticks;
    private final long firstTick;
    private int frames;

    /// @param source the first frame as decoded
    /// @param upright the same as it is encoded
    ClipInWork(
            FrameSpan span,
            MediaInput input,
            AVFrame source,
            AVFrame upright,
            String encoderName,
            Map<String, String> settings,
            Path into) {
        this.span = span;
        this.timeBase = input.timeBase();
        this.folder = into.resolve("%06d-%06d".formatted(span.first(), span.end()));
        this.ticks = new long[Math.toIntExact(span.frames()) + 1];
        this.firstTick = source.pts();
        this.codedWidth = upright.width();
        this.codedHeight = upright.height();
        this.turn = new QuarterTurn(input.rotation());
        this.encoder = encoder(upright, input, encoderName, settings);
        this.check = new ClipCheck(
                encoder.context(),
                turn.isSideways() ? source.height() : source.width(),
                turn.isSideways() ? source.width() : source.height());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.first = Av.allocated(av_frame_clone(source), "a frame");
    }

    private static Encoder encoder(AVFrame like, MediaInput input, String name, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(settings);
        all.putIfAbsent("g", KEY_FRAME_EVERY);
        try {
            return Encoder.video(VideoFormat.like(like, input.timeBase(), input.frameRate(), name, all), true);
        } catch (AvException e) {
            throw new UnreadableFilmException(
                    "not-encodable",
                    "the encoder refuses pictures of " + like.width() + "×" + like.height() + ": "
                            + Av.message(e.code()),
                    null,
                    null);
        }
    }

    FrameSpan span() {
        return span;
    }

    void add(AVFrame source, AVFrame upright) {
        long tick = source.pts() - firstTick;
        ticks[frames++] = tick;
        check.expect(Av.allocated(av_frame_clone(upright), "a frame"));
        Av.check(av_frame_ref(picture, upright), "referring to a frame");
        picture.pts(tick);
        picture.pict_type(AV_PICTURE_TYPE_NONE);
        encoder.encode(picture, this::keep);
        av_frame_unref(picture);
    }

    private void keep(AVPacket packet) {
        packets.add(packet);
        check.add(packets.get(packets.size() - 1));
    }

    /// To be called after the last frame.
    ///
    /// @param endTick when the frame after the clip begins, or the last one ends
    /// @return null if a frame is less like its source than `leastSsim`
    @Nullable
    CutClip finish(long endTick, @Nullable SoundTrack track, double leastSsim) {
        encoder.encode(null, this::keep);
        check.finish();
        if (frames != span.frames() || check.frames() != frames || packets.size() != frames) {
            throw new IllegalStateException("the encoder made " + packets.size() + " packets and " + check.frames()
                    + " frames of " + frames + " of " + span.frames());
        }
        if (check.least() < leastSsim) {
            return null;
        }
        PngFile.write(first, turn, folder.resolve("first.png"));
        ticks[frames] = endTick - firstTick;
        for (int i = 0; i < frames; i++) {
            packets.get(i).duration(ticks[i + 1] - ticks[i]);
        }
        Path clip = folder.resolve("clip.mp4");
        if (track == null || !track.exists()) {
            ClipFiles.writeMp4(clip, encoder.context(), packets, null, new byte[0]);
            return cut(clip, null, 0, 0, 0);
        }
        long firstSample = sample(firstTick, track);
        byte[] samples = track.read(firstSample, Math.max(firstSample, sample(endTick, track)));
        ClipFiles.writeMp4(clip, encoder.context(), packets, track, samples);
        Path sound = folder.resolve("sound.flac");
        ClipFiles.writeFlac(sound, track, samples);
        return cut(clip, sound, track.rate(), firstSample, samples.length / track.bytesPerSample());
    }

    private CutClip cut(Path clip, @Nullable Path sound, int rate, long firstSample, long samples) {
        return new CutClip(
                span,
                clip,
                sound,
                folder.resolve("first.png"),
                codedWidth,
                codedHeight,
                rate,
                firstSample,
                samples,
                check.least());
    }

    /// Clips that follow each other share this number, so that their sounds join without gap or overlap.
    private long sample(long tick, SoundTrack track) {
        return Math.round(tick * timeBase.asDouble() * track.rate());
    }

    @Override
    public void close() {
        check.close();
        packets.close();
        av_frame_free(first);
        av_frame_free(picture);
        encoder.close();
    }
}
