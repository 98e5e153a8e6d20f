package org.magicanime.contracts;

import java.util.Locale;

/// Who worded a caption.
public enum CaptionSource {
    /// Code, from measured values alone.
    MEASURED,
    /// A vision-language model, held against what was measured.
    MODEL;

    /// As it is written in events.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
