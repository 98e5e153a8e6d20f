package org.magicanime.video.encode;

import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.magicanime.contracts.Rational;
import org.magicanime.video.libav.Av;
import org.magicanime.video.libav.Colours;

/// What an encoder makes of pictures.
///
/// @param encoder libavcodec's name, such as `libopenh264`
/// @param pixelFormat libavutil's number of what the encoder is given
/// @param width pixels
/// @param height pixels
/// @param timeBase seconds per tick of the frames' times
/// @param frameRate frames per second, for the encoder's rate control; times come from the frames
/// @param pixelAspect width of a pixel / its height; 0/1 if not known
/// @param colours tags to write
/// @param options options of the encoder, by name
public record VideoFormat(
        String encoder,
        int pixelFormat,
        int width,
        int height,
        Rational timeBase,
        Rational frameRate,
        Rational pixelAspect,
        Colours colours,
        Map<String, String> options) {

    /// With a frame's own size, shape and colours.
    public static VideoFormat like(
            AVFrame frame, Rational timeBase, Rational frameRate, String encoder, Map<String, String> options) {
        return new VideoFormat(
                encoder,
                frame.format(),
                frame.width(),
                frame.height(),
                timeBase,
                frameRate,
                Av.rational(frame.sample_aspect_ratio()),
                Colours.of(frame),
                options);
    }
}
