package org.magicanime.video.libav;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Rational;

/// Small bridges to libav*.
public final class Av {
    /// AVERROR(EAGAIN), a macro that the Java binding lacks: errno 11 on Linux, 35 on macOS.
    public static final int EAGAIN = System.getProperty("os.name", "").startsWith("Mac") ? -35 : -11;

    static {
        // What libav* logs carries the film's own text; errors come back as codes.
        av_log_set_level(AV_LOG_QUIET);
    }

    private Av() {}

    /// @throws AvException if the code is an error
    public static int check(int code, String doing) {
        if (code < 0) {
            throw new AvException(doing, code);
        }
        return code;
    }

    /// @throws OutOfMemoryError if there is nothing behind the pointer
    public static <P extends Pointer> P allocated(@Nullable P pointer, String what) {
        if (pointer == null || pointer.isNull()) {
            throw new OutOfMemoryError("libav could not allocate " + what);
        }
        return pointer;
    }

    /// libav's own words for an error code.
    public static String message(int code) {
        byte[] text = new byte[128];
        av_strerror(code, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }

    /// 0/1 for what is not a ratio, or negative.
    public static Rational rational(AVRational value) {
        return value.den() <= 0 || value.num() < 0 ? new Rational(0, 1) : new Rational(value.num(), value.den());
    }

    public static AVRational rational(Rational value) {
        return new AVRational().num(Math.toIntExact(value.numerator())).den(Math.toIntExact(value.denominator()));
    }
}
