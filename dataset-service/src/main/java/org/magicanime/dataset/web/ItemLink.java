package org.magicanime.dataset.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.dataset.domain.ItemEntry;
import org.magicanime.dataset.domain.ItemKind;
import org.magicanime.dataset.domain.LedgerKey;
import org.magicanime.dataset.domain.LedgerRow.Reason;
import org.magicanime.dataset.domain.review.PointLayout;

/// An item as pages show it.
public record ItemLink(ItemEntry entry) {
    /// @throws IllegalArgumentException if there is no such kind; says which there are
    static LedgerKey key(String stage, String kind, String itemId, String params) {
        ItemKind known = Arrays.stream(ItemKind.values())
                .filter(each -> each.toString().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + kind + "' is no kind of item; there are " + Arrays.toString(ItemKind.values())));
        return new LedgerKey(stage, known, itemId, params);
    }

    /// Its page.
    public String href() {
        return "/item?" + query();
    }

    static String href(LedgerKey key) {
        return "/item?" + query(key);
    }

    /// Whether it has points that people correct.
    public boolean hasPoints() {
        return PointLayout.of(stage(), entry.key().kind()).isPresent();
    }

    /// The page on which they do.
    public String correction() {
        return "/correct?" + query();
    }

    /// One of its files.
    public String file(String name) {
        return "/file?" + query() + "&name=" + encoded(name);
    }

    /// Names it in an address.
    String query() {
        return query(entry.key());
    }

    static String query(LedgerKey key) {
        return "stage=" + encoded(key.stage()) + "&kind=" + key.kind() + "&id=" + encoded(key.itemId()) + "&params="
                + encoded(key.paramsHash());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    public String stage() {
        return entry.key().stage();
    }

    public String kind() {
        return entry.key().kind().toString();
    }

    public String id() {
        return entry.key().itemId();
    }

    public String outcome() {
        return entry.outcome().toString();
    }

    /// Frames of the film: first to last.
    public String span() {
        FrameSpan span = entry.span();
        return span == null ? "" : span.first() + "–" + (span.end() - 1);
    }

    public String frames() {
        return entry.frames() == 0 ? "" : ShownNumbers.count(entry.frames());
    }

    public String code() {
        Reason reason = entry.reason();
        return reason == null ? "" : reason.code();
    }

    public String measured() {
        Reason reason = entry.reason();
        return reason == null ? "" : shown(reason.measured());
    }

    public String threshold() {
        Reason reason = entry.reason();
        return reason == null ? "" : shown(reason.threshold());
    }

    private static String shown(@Nullable Double number) {
        return number == null ? "" : ShownNumbers.value(number);
    }
}
