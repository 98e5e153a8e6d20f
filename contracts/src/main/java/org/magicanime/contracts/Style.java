package org.magicanime.contracts;

import java.util.Locale;

/// The paper's three styles (arXiv 2507.20368, Table I) and what nobody has said yet.
public enum Style {
    AMERICAN,
    CHINA,
    JAPAN,
    UNKNOWN;

    /// Reads the lower-case name; anything else is {@link #UNKNOWN}, because it is a stranger's text.
    public static Style from(String text) {
        for (Style style : values()) {
            if (style.toString().equals(text.toLowerCase(Locale.ROOT))) {
                return style;
            }
        }
        return UNKNOWN;
    }

    /// The name in events, keys and manifests.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
