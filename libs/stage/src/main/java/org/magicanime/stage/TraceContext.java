package org.magicanime.stage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// The trace that an input belongs to (W3C Trace Context, `traceparent`): everything told because of it carries the
/// same trace id.
///
/// @param traceId 32 lower-case hex digits
record TraceContext(String traceId) {
    static final String HEADER = "traceparent";
    private static final Pattern FORM = Pattern.compile("00-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    static TraceContext of(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        return header == null ? begin() : parse(header.value());
    }

    private static TraceContext parse(byte @Nullable [] value) {
        Matcher matcher = FORM.matcher(value == null ? "" : new String(value, US_ASCII));
        return matcher.matches() ? new TraceContext(matcher.group(1)) : begin();
    }

    /// A trace of its own.
    static TraceContext begin() {
        return new TraceContext(random(16));
    }

    /// The header of something told in this trace, with a span id of its own.
    byte[] child() {
        return ("00-" + traceId + "-" + random(8) + "-01").getBytes(US_ASCII);
    }

    private static String random(int bytes) {
        byte[] id = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
