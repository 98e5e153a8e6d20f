package org.magicanime.contracts;

import org.jspecify.annotations.Nullable;

/// What the person who dropped a film said about it. Text to show, never to act on.
///
/// @param style the style
/// @param title the title, up to 256 characters
/// @param source where the film is from, up to 1024 characters
/// @param licence the licence, up to 256 characters
public record Labels(
        Style style,
        String title,
        @Nullable String source,
        @Nullable String licence) {
    public Labels {
        Checks.present(style, "labels.style");
        Checks.text(title, "labels.title", 256);
        Checks.optionalText(source, "labels.source", 1024);
        Checks.optionalText(licence, "labels.licence", 256);
    }
}
