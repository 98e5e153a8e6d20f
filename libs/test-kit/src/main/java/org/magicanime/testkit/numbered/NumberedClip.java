package org.magicanime.testkit.numbered;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Rational;
import org.magicanime.video.CutClip;
import org.magicanime.video.CutOptions;
import org.magicanime.video.cut.Cutting;
import org.magicanime.video.encode.FilmFormat;
import org.magicanime.video.encode.FilmFormat.SoundFormat;
import org.magicanime.video.encode.FilmWriter;

/// A drawn film whose frames carry their number in eight black or white bars of their upper half, on grey, cut as the
/// segment stage cuts.
///
/// @param ticks milliseconds at which the frames are shown, and at which the last one ends
/// @param loudFrame the only frame that can be heard; null for a film without sound
public record NumberedClip(
        int width, int height, long[] ticks, @Nullable Integer loudFrame) {
    public static final int SOUND_RATE = 48_000;
    private static final int BARS = 8;
    private static final int GREY = 0x808080;
    private static final long USUAL_TICKS = 40;

    public static NumberedClip steady(int width, int height, int frames) {
        long[] ticks = new long[frames + 1];
        Arrays.setAll(ticks, i -> i * USUAL_TICKS);
        return new NumberedClip(width, height, ticks, null);
    }

    /// No two frames that follow each other are shown equally long.
    public static NumberedClip unsteady(int width, int height, int frames) {
        long[] ticks = new long[frames + 1];
        for (int i = 1; i <= frames; i++) {
            ticks[i] = ticks[i - 1] + 20 + i * 7 % 50;
        }
        return new NumberedClip(width, height, ticks, null);
    }

    public NumberedClip withLoudFrame(int frame) {
        return new NumberedClip(width, height, ticks, frame);
    }

    public int frames() {
        return ticks.length - 1;
    }

    /// @return `clip.mp4`
    public Path write(Path folder) {
        Path film = folder.resolve("film.mkv");
        FilmFormat format = FilmFormat.lossless(width, height, 25).withTimeBase(new Rational(1, 1000));
        try (FilmWriter writer =
                new FilmWriter(film, loudFrame == null ? format : format.withSound(SoundFormat.PCM_STEREO))) {
            for (int frame = 0; frame < frames(); frame++) {
                writer.frame(picture(frame), ticks[frame], ticks[frame + 1] - ticks[frame]);
                if (loudFrame != null) {
                    writer.sound(sound(frame));
                }
            }
            writer.finish();
        }
        return cut(film, frames(), folder);
    }

    public static Path cut(Path film, int frames, Path folder) {
        List<CutClip> clips = new ArrayList<>();
        Cutting.cut(film, List.of(new FrameSpan(0, frames)), CutOptions.DEFAULT, folder, 1, clips::add);
        return clips.getFirst().clip();
    }

    private int[] picture(int frame) {
        int[] rgb = new int[width * height];
        Arrays.fill(rgb, GREY);
        for (int y = 0; y < height / 2; y++) {
            for (int x = 0; x < width; x++) {
                boolean bit = (frame >> x * BARS / width & 1) == 1;
                rgb[y * width + x] = bit ? 0xffffff : 0;
            }
        }
        return rgb;
    }

    private float[] sound(int frame) {
        int first = (int) (ticks[frame] * SOUND_RATE / 1000);
        int end = (int) (ticks[frame + 1] * SOUND_RATE / 1000);
        float[] samples = new float[2 * (end - first)];
        for (int i = 0; loudFrame != null && frame == loudFrame && i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * 1000 * (i / 2) / SOUND_RATE));
        }
        return samples;
    }

    /// Reads the number of a frame out of its picture, of any size.
    public static int numberIn(int width, int height, byte[] rgb) {
        int number = 0;
        for (int bar = 0; bar < BARS; bar++) {
            int x = (2 * bar + 1) * width / (2 * BARS);
            if ((rgb[(height / 4 * width + x) * 3 + 1] & 0xff) > 128) {
                number |= 1 << bar;
            }
        }
        return number;
    }
}
