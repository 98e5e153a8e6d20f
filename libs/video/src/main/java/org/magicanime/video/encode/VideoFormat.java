package org.magicanime.video.encode;

import java.util.Map;
import org.magicanime.contracts.Rational;
import org.magicanime.video.decode.Colours;

/// What an encoder makes of pictures.
///
/// @param encoder libavcodec's name, such as `libopenh264`
/// @param pixelFormat ffmpeg's name, such as `yuv420p`
/// @param width pixels
/// @param height pixels
/// @param timeBase seconds per tick of the frames' times
/// @param frameRate frames per second, for the encoder's rate control; times come from the frames
/// @param pixelAspect width of a pixel / its height; 0/1 if not known
/// @param colours tags to write
/// @param options options of the encoder, by name
/// @param threads 1 where the same frames must give the same bytes
record VideoFormat(
        String encoder,
        String pixelFormat,
        int width,
        int height,
        Rational timeBase,
        Rational frameRate,
        Rational pixelAspect,
        Colours colours,
        Map<String, String> options,
        int threads) {}
