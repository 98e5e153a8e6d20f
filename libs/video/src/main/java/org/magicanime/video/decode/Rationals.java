package org.magicanime.video.decode;

import org.bytedeco.ffmpeg.avutil.AVRational;
import org.magicanime.contracts.Rational;

/// Ratios as ffmpeg has them and as the project has them.
public final class Rationals {
    private Rationals() {}

    public static AVRational toFfmpeg(Rational ratio) {
        return new AVRational().num(Math.toIntExact(ratio.numerator())).den(Math.toIntExact(ratio.denominator()));
    }

    /// 0/1 for what is not positive.
    public static Rational of(AVRational ratio) {
        return ratio.num() <= 0 || ratio.den() <= 0 ? new Rational(0, 1) : new Rational(ratio.num(), ratio.den());
    }
}
