package org.magicanime.contracts;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/// Random values of the forms that ids have, and strangers' text that tries to look like them.
final class Ids extends DomainContextBase {
    private static final List<String> NASTY = List.of(
            "",
            "..",
            "../x",
            "/etc/passwd",
            "a/../../x",
            "a//b",
            "./a",
            "a\\..\\b",
            "a\u0000b",
            "a\nb",
            "\u202e4pm.exe",
            "é",
            "e\u0301",
            "🎬",
            "%2e%2e/",
            "-i.mp4",
            " ",
            "CON",
            "a".repeat(1_024));

    @Provide
    Arbitrary<FrameSpan> spans() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 99_999_999_999L),
                        Arbitraries.longs().between(1, 10_000_000))
                .as((first, frames) -> new FrameSpan(first, first + frames));
    }

    @Provide
    Arbitrary<ObjectOrigin> origins() {
        return Combinators.combine(
                        Arbitraries.of("ingest", "other"),
                        strangersText().filter(text -> !text.isEmpty() && text.length() <= 1_024),
                        hex(32))
                .as(ObjectOrigin::new);
    }

    static Arbitrary<String> hex(int digits) {
        return Arbitraries.strings().withChars("0123456789abcdef").ofLength(digits);
    }

    static Arbitrary<String> strangersText() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(1, Arbitraries.of(NASTY)),
                net.jqwik.api.Tuple.of(2, Arbitraries.strings().ofMaxLength(40)),
                net.jqwik.api.Tuple.of(
                        2, Arbitraries.strings().withChars("ab./-09%\\ ").ofMaxLength(20)));
    }
}
