package org.magicanime.video.encode;

import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.magicanime.contracts.Rational;
import org.magicanime.video.CutOptions;
import org.magicanime.video.decode.OwnClip;
import org.magicanime.video.libav.Av;
import org.magicanime.video.libav.Colours;
import org.magicanime.video.libav.Frames;

/// An MP4 that is being written, with H.264 and no sound. The same pictures give the same bytes.
///
/// The owner fills the one picture, adds it, fills it again. The file is complete after {@link #finish}.
public final class VideoFile implements AutoCloseable {
    private static final String KEY_FRAME_EVERY = "48";

    private final Path file;
    private final Encoder encoder;
    private final AVFrame picture;
    private final Colours colours;
    private final KeptPackets packets = new KeptPackets();
    private final List<Long> ticks = new ArrayList<>();

    /// @param width pixels, even
    /// @param height likewise
    /// @param clip whose times the frames have
    /// @param like a frame of it, for the shape of its pixels
    public VideoFile(Path file, int width, int height, OwnClip clip, AVFrame like, Colours colours) {
        this.file = file;
        this.colours = colours;
        Rational pixelAspect = Av.rational(like.sample_aspect_ratio());
        encoder = Encoder.video(
                new VideoFormat(
                        CutOptions.DEFAULT.encoder(),
                        AV_PIX_FMT_YUV420P,
                        width,
                        height,
                        clip.timeBase(),
                        clip.frameRate(),
                        pixelAspect,
                        colours,
                        settings()),
                true);
        picture = Frames.picture(AV_PIX_FMT_YUV420P, width, height);
        colours.tag(picture);
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(CutOptions.DEFAULT.encoderOptions());
        settings.putIfAbsent("g", KEY_FRAME_EVERY);
        return settings;
    }

    public int width() {
        return picture.width();
    }

    public int height() {
        return picture.height();
    }

    public Colours colours() {
        return colours;
    }

    /// 8-bit 4:2:0, with the pixels of the frame that was added last.
    public AVFrame picture() {
        // An encoder may still hold the last one.
        Av.check(av_frame_make_writable(picture), "making a picture");
        return picture;
    }

    /// Adds the picture.
    ///
    /// @param tick when it is shown, in the clip's time base
    public void add(long tick) {
        ticks.add(tick);
        picture.pts(tick);
        picture.pict_type(AV_PICTURE_TYPE_NONE);
        encoder.encode(picture, packets::add);
    }

    /// @param endTick when the last picture ends
    public void finish(long endTick) {
        encoder.encode(null, packets::add);
        if (packets.size() != ticks.size()) {
            throw new IllegalStateException(
                    "the encoder made " + packets.size() + " packets of " + ticks.size() + " frames");
        }
        ticks.add(endTick);
        for (int i = 0; i < packets.size(); i++) {
            packets.get(i).duration(ticks.get(i + 1) - ticks.get(i));
        }
        try (MediaOutput output = new MediaOutput(file, "mp4", Map.of("movflags", "+faststart", "brand", "mp42"))) {
            int stream = output.add(encoder.context());
            for (int i = 0; i < packets.size(); i++) {
                output.write(stream, packets.get(i));
            }
            output.finish();
        }
    }

    @Override
    public void close() {
        packets.close();
        av_frame_free(picture);
        encoder.close();
    }
}
