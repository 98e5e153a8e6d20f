package org.magicanime.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Rational;
import org.magicanime.video.CutClip;

/// One clip while its frames come in.
final class ClipInWork implements AutoCloseable {
    private final FrameSpan span;
    private final Path folder;
    private final Rational timeBase;
    private final ClipEncoder encoder;
    private final ClipCheck check;
    private final int codedWidth;
    private final int codedHeight;
    private final long[] ticks;
    private final long firstTick;
    private int frames;
    private int checked;

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
        boolean sideways = input.rotation() % 180 != 0;
        this.encoder = new ClipEncoder(upright, timeBase, input.frameRate(), encoderName, settings);
        this.check = new ClipCheck(
                encoder.context(),
                sideways ? source.height() : source.width(),
                sideways ? source.width() : source.height());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PngFile.write(source, input.rotation(), folder.resolve("first.png"));
    }

    FrameSpan span() {
        return span;
    }

    void add(AVFrame source, AVFrame upright) {
        ticks[frames++] = source.pts() - firstTick;
        AVFrame kept = Av.allocated(av_frame_clone(upright), "a frame");
        encoder.add(upright, source.pts() - firstTick);
        while (checked < encoder.packets().size()) {
            check.add(kept, encoder.packets().get(checked++));
        }
    }

    /// @param endTick when the frame after the clip begins, or the last one ends
    /// @return null if a frame is less like its source than `leastSsim`
    @Nullable
    CutClip finish(long endTick, @Nullable SoundTrack track, double leastSsim) {
        encoder.finish();
        check.finish();
        if (frames != span.frames()
                || check.frames() != frames
                || encoder.packets().size() != frames) {
            throw new IllegalStateException(
                    "the encoder made " + encoder.packets().size() + " packets and " + check.frames() + " frames of "
                            + frames + " of " + span.frames());
        }
        if (check.least() < leastSsim) {
            return null;
        }
        ticks[frames] = endTick - firstTick;
        Path clip = folder.resolve("clip.mp4");
        if (track == null || !track.exists()) {
            ClipFiles.writeMp4(clip, encoder, timeBase, ticks, null, new byte[0]);
            return cut(clip, null, 0, 0, 0);
        }
        long firstSample = sample(firstTick, track);
        byte[] samples = track.read(firstSample, Math.max(firstSample, sample(endTick, track)));
        ClipFiles.writeMp4(clip, encoder, timeBase, ticks, track, samples);
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
        encoder.close();
    }
}
