package org.magicanime.video.encode;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Rational;
import org.magicanime.video.libav.Colours;

/// How a drawn film is written. Begin with {@link #h264} or {@link #lossless} and change what is needed.
///
/// @param container ffmpeg's muxer, such as `mp4`, `matroska`, `webm`, `avi`, `gif`, `mpegts`
/// @param videoCodec ffmpeg's encoder, such as `libopenh264`, `libvpx`, `libvpx-vp9`, `ffv1`, `mpeg4`, `gif`
/// @param pixelFormat ffmpeg's name, such as `yuv420p`
/// @param width pixels
/// @param height pixels
/// @param timeBase seconds per tick of the frames' times
/// @param colours what is tagged, and what RGB pictures are converted to
/// @param rotation degrees clockwise that players are told to turn the pictures
/// @param videoOptions options of the video encoder, by name
/// @param sound null for a silent film
public record FilmFormat(
        String container,
        String videoCodec,
        String pixelFormat,
        int width,
        int height,
        Rational timeBase,
        Colours colours,
        int rotation,
        Map<String, String> videoOptions,
        @Nullable SoundFormat sound) {

    /// @param codec ffmpeg's encoder, such as `pcm_s16le`, `flac`, `aac`, `libopus`, `libmp3lame`
    /// @param sampleFormat what the encoder takes, such as `s16` (PCM, FLAC), `fltp` (AAC), `flt` (Opus)
    /// @param rate samples per second
    /// @param channels 1 or 2
    public record SoundFormat(String codec, String sampleFormat, int rate, int channels) {
        public static final SoundFormat PCM_STEREO = new SoundFormat("pcm_s16le", "s16", 48_000, 2);
        public static final SoundFormat AAC_STEREO = new SoundFormat("aac", "fltp", 48_000, 2);
    }

    public FilmFormat {
        videoOptions = Map.copyOf(videoOptions);
    }

    /// H.264 in MP4, good quality, BT.709.
    ///
    /// @param framesPerSecond ticks are frames
    public static FilmFormat h264(int width, int height, int framesPerSecond) {
        return new FilmFormat(
                "mp4",
                "libopenh264",
                "yuv420p",
                width,
                height,
                new Rational(1, framesPerSecond),
                Colours.BT709,
                0,
                Map.of("rc_mode", "quality", "b", "8000000", "qmin", "10", "qmax", "24"),
                null);
    }

    /// FFV1 in Matroska: the decoder gives exactly the planes that were written.
    ///
    /// @param framesPerSecond ticks are frames
    public static FilmFormat lossless(int width, int height, int framesPerSecond) {
        return h264(width, height, framesPerSecond)
                .withContainer("matroska")
                .withVideoCodec("ffv1", "yuv420p", Map.of());
    }

    public FilmFormat withContainer(String name) {
        return new FilmFormat(
                name, videoCodec, pixelFormat, width, height, timeBase, colours, rotation, videoOptions, sound);
    }

    public FilmFormat withVideoCodec(String encoder, String pixels, Map<String, String> options) {
        return new FilmFormat(container, encoder, pixels, width, height, timeBase, colours, rotation, options, sound);
    }

    public FilmFormat withTimeBase(Rational secondsPerTick) {
        return new FilmFormat(
                container,
                videoCodec,
                pixelFormat,
                width,
                height,
                secondsPerTick,
                colours,
                rotation,
                videoOptions,
                sound);
    }

    public FilmFormat withColours(Colours tags) {
        return new FilmFormat(
                container, videoCodec, pixelFormat, width, height, timeBase, tags, rotation, videoOptions, sound);
    }

    public FilmFormat withRotation(int degreesClockwise) {
        return new FilmFormat(
                container,
                videoCodec,
                pixelFormat,
                width,
                height,
                timeBase,
                colours,
                degreesClockwise,
                videoOptions,
                sound);
    }

    public FilmFormat withSound(SoundFormat format) {
        return new FilmFormat(
                container, videoCodec, pixelFormat, width, height, timeBase, colours, rotation, videoOptions, format);
    }
}
