package org.magicanime.testkit.numbered;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.magicanime.contracts.Rational;
import org.magicanime.video.ProbeLimits;
import org.magicanime.video.decode.FilmDecoder;
import org.magicanime.video.decode.MediaInput;
import org.magicanime.video.libav.Frames;
import org.magicanime.video.libav.PackedPixels;

/// A video as a player shows it.
public record ShownVideo(List<Frame> frames, Rational timeBase, Rational frameRate, boolean hasSound) {

    public record Frame(int width, int height, byte[] rgb, long tick, long ticks) {
        public int red(int x, int y) {
            return rgb[(y * width + x) * 3] & 0xff;
        }

        public int green(int x, int y) {
            return rgb[(y * width + x) * 3 + 1] & 0xff;
        }

        public int blue(int x, int y) {
            return rgb[(y * width + x) * 3 + 2] & 0xff;
        }

        public int number() {
            return NumberedClip.numberIn(width, height, rgb);
        }
    }

    public static ShownVideo of(Path file) {
        AVFrame frame = Frames.empty();
        try (MediaInput input = MediaInput.open(file, ProbeLimits.DEFAULT);
                FilmDecoder decoder = new FilmDecoder(input, 1);
                PackedPixels pixels = new PackedPixels(AV_PIX_FMT_RGB24)) {
            List<Frame> frames = new ArrayList<>();
            while (decoder.next(frame)) {
                AVFrame rgb = pixels.convert(frame);
                byte[] packed = new byte[rgb.width() * rgb.height() * 3];
                for (int y = 0; y < rgb.height(); y++) {
                    rgb.data(0).position((long) y * rgb.linesize(0)).get(packed, y * rgb.width() * 3, rgb.width() * 3);
                }
                rgb.data(0).position(0);
                frames.add(new Frame(rgb.width(), rgb.height(), packed, frame.pts(), frame.duration()));
            }
            return new ShownVideo(frames, input.timeBase(), input.frameRate(), input.soundCodec() != null);
        } finally {
            av_frame_free(frame);
        }
    }

    /// Seconds at which the frames are shown, counted from that of frame `first`.
    public List<Double> timesFrom(int first) {
        return frames.stream()
                .skip(first)
                .map(frame -> (frame.tick() - frames.get(first).tick()) * timeBase.asDouble())
                .toList();
    }
}
