package org.magicanime.dataset.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The part of a file that a request asks for (RFC 9110, section 14). Several parts at once, and units other than
/// bytes,
/// are answered with the whole file, as the RFC allows.
///
/// @param first offset of the first byte
/// @param length bytes
/// @param whole whether the answer is the whole file
record ByteRange(long first, long length, boolean whole) {
    private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    /// @param header the request's `Range`
    /// @param size of the file
    /// @return null if the file has no such part
    static @Nullable ByteRange of(@Nullable String header, long size) {
        Matcher asked = ONE.matcher(header == null ? "" : header.replace(" ", ""));
        if (!asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
            return new ByteRange(0, size, true);
        }
        if (asked.group(1).isEmpty()) {
            long length = Math.min(size, Long.parseLong(asked.group(2)));
            return length == 0 ? null : new ByteRange(size - length, length, false);
        }
        long first = Long.parseLong(asked.group(1));
        long last = asked.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(asked.group(2)));
        if (first >= size) {
            return null;
        }
        return last < first ? new ByteRange(0, size, true) : new ByteRange(first, last - first + 1, false);
    }

    /// Offset of the last byte.
    long last() {
        return first + length - 1;
    }
}
