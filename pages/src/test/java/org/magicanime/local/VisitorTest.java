package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Route.FulfillOptions;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A visitor who notices nothing would make every page look good.
class VisitorTest {
    private static final String POLICY = "default-src 'none'; script-src 'self'; img-src 'self'";

    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HostileInputs.SCRIPT,
                "<p a=\"" + HostileInputs.PICTURE,
                "<script>alert(1)</script>",
                "<script>nothing.there()</script>",
                "<a href=\"" + HostileInputs.LINK + "\">here</a>",
                "<img src=\"https://elsewhere.example/x.png\">",
                "<p>" + HostileInputs.HIDDEN + "</p>"
            })
    void whatShouldNotHappenIsNoticedWithAndWithoutAPolicy(String body) {
        assertThatThrownBy(() -> show(body, Map.of())).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> show(body, Map.of("Content-Security-Policy", POLICY)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void textIsNothingToNotice() {
        show("<p>&lt;script&gt;window.__pwned=2&lt;/script&gt;</p>", Map.of("Content-Security-Policy", POLICY));
    }

    private static void show(String body, Map<String, String> headers) {
        try (Visitor visitor = new Visitor(chromium, URI.create("http://127.0.0.1:9"))) {
            visitor.page()
                    .route(
                            "**/*",
                            route -> route.fulfill(new FulfillOptions()
                                    .setContentType("text/html; charset=utf-8")
                                    .setHeaders(headers)
                                    .setBody("<!DOCTYPE html><title>planted</title>" + body)));
            visitor.open("/");
            assertThat(visitor.page().title()).isEqualTo("planted");
        }
    }
}
