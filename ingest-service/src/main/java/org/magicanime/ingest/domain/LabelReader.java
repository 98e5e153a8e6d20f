package org.magicanime.ingest.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Labels;
import org.magicanime.contracts.Style;

/// Reads what a film's owner said about it: user metadata `style`, `title`, `source`, `licence` first, else the key
/// `STYLE/TITLE/FILE`.
///
/// Whatever it says is text to show. Control and direction characters are removed, so that it cannot pretend to be
/// other text on a page or in a terminal.
final class LabelReader {
    private static final int LONGEST_TITLE = 256;
    private static final int LONGEST_SOURCE = 1024;
    private static final int LONGEST_LICENCE = 256;

    private LabelReader() {}

    static Labels read(String key, Map<String, String> metadata) {
        String[] parts = key.split("/", -1);
        String style = metadata.getOrDefault("style", parts.length >= 2 ? parts[0] : "");
        String titleInKey = parts.length >= 3 ? parts[parts.length - 2] : withoutExtension(parts[parts.length - 1]);
        String title = clean(metadata.getOrDefault("title", titleInKey), LONGEST_TITLE);
        return new Labels(
                Style.from(style.strip()),
                title == null ? "untitled" : title,
                clean(metadata.get("source"), LONGEST_SOURCE),
                clean(metadata.get("licence"), LONGEST_LICENCE));
    }

    private static String withoutExtension(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private static @Nullable String clean(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(LabelReader::isShown).limit(longest).forEach(kept::appendCodePoint);
        // A code point may be two chars; the limit of the contract is in chars.
        String shown = kept.length() > longest ? kept.substring(0, longest) : kept.toString();
        return shown.isBlank() ? null : shown.strip();
    }

    private static boolean isShown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
