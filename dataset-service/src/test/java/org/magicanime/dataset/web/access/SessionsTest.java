package org.magicanime.dataset.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String TOKEN = "token-".repeat(6);
    private static final AccessTokens TOKENS = AccessTokens.of("another-".repeat(6) + "\n" + TOKEN);

    private final String value = Sessions.begin(Objects.requireNonNull(TOKENS.find(TOKEN)), NOW);

    @Test
    void aSessionLastsTwelveHours() {
        assertThat(Sessions.isValid(value, TOKENS, NOW)).isTrue();
        assertThat(Sessions.isValid(
                        value, TOKENS, NOW.plus(Duration.ofHours(12)).minusSeconds(1)))
                .isTrue();
        assertThat(Sessions.isValid(value, TOKENS, NOW.plus(Duration.ofHours(12))))
                .isFalse();
    }

    @Test
    void everyProcessThatHasTheTokenTakesItAndNoOther() {
        assertThat(Sessions.isValid(value, AccessTokens.of(TOKEN), NOW)).isTrue();
        assertThat(Sessions.isValid(value, AccessTokens.of("another-".repeat(6)), NOW))
                .isFalse();
    }

    @Test
    void aForgedOneIsRefused() {
        String end = value.substring(0, value.indexOf('.'));
        String seal = value.substring(value.indexOf('.'));
        assertThat(value).doesNotContain(TOKEN);
        for (String forged : new String[] {
            "",
            ".",
            end,
            seal,
            end + ".",
            (Long.parseLong(end) + 1) + seal,
            end + seal + "A",
            "-1" + seal,
            "9".repeat(40) + seal,
            end + "." + "A".repeat(43),
            value + " ",
            "0" + value
        }) {
            assertThat(Sessions.isValid(forged, TOKENS, NOW))
                    .describedAs(forged)
                    .isFalse();
        }
    }
}
