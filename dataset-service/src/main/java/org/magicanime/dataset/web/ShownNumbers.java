package org.magicanime.dataset.web;

import io.quarkus.qute.TemplateExtension;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers as people read them, the same in every country.
final class ShownNumbers {
    private static final int DIGITS = 4;
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    private ShownNumbers() {}

    /// 1,234,567
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// The same in a page: `{frames.counted}`.
    @TemplateExtension
    static String counted(Number number) {
        return count(number.longValue());
    }

    /// Four significant digits, without zeros at the end.
    static String value(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e6) {
            return Long.toString((long) number);
        }
        return new java.math.BigDecimal(number)
                .round(new java.math.MathContext(DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }

    /// Seconds in the unit that fits: `120 ms`, `3.4 s`, `12.0 min`, `2.5 h`; empty if it is not known.
    static String time(@Nullable Double seconds) {
        if (seconds == null) {
            return "";
        }
        if (seconds < 1) {
            return String.format(Locale.ROOT, "%.0f ms", seconds * 1000);
        }
        return seconds < MINUTE
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : seconds < HOUR
                        ? String.format(Locale.ROOT, "%.1f min", seconds / MINUTE)
                        : String.format(Locale.ROOT, "%.1f h", seconds / HOUR);
    }

    /// 0 to 100, as `12.3 %`.
    static String percent(double number) {
        return String.format(Locale.ROOT, "%.1f %%", number);
    }
}
