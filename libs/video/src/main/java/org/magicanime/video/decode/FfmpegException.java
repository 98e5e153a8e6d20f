package org.magicanime.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;

/// An ffmpeg library refused to do what it should always be able to do; this is not about the film.
public final class FfmpegException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param doing what was tried, such as `open the encoder libopenh264`
    /// @param error negative AVERROR code
    public FfmpegException(String doing, int error) {
        super("Cannot " + doing + ": " + text(error) + " (" + error + ")");
    }

    public FfmpegException(String message) {
        super(message);
    }

    /// Passes on a result that is not negative.
    ///
    /// @throws FfmpegException if it is negative
    public static int check(int result, String doing) {
        if (result < 0) {
            throw new FfmpegException(doing, result);
        }
        return result;
    }

    /// ffmpeg's own words for an error code.
    public static String text(int error) {
        byte[] text = new byte[128];
        av_strerror(error, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }
}
