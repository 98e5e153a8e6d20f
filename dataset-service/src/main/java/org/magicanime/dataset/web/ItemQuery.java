package org.magicanime.dataset.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.ItemFilter;
import org.magicanime.dataset.domain.ItemKind;
import org.magicanime.dataset.domain.LedgerKey;
import org.magicanime.dataset.domain.Outcome;

/// What somebody asked of the list, as it was asked. Empty says any.
public record ItemQuery(
        String film,
        String style,
        String subset,
        String stage,
        String kind,
        String outcome,
        String code,
        String character) {
    public ItemQuery {
        film = film.strip();
        style = style.strip();
        subset = subset.strip();
        stage = stage.strip();
        kind = kind.strip();
        outcome = outcome.strip();
        code = code.strip();
        character = character.strip();
    }

    /// @throws IllegalArgumentException that says what is allowed
    ItemFilter filter() {
        return new ItemFilter(
                orNull(film),
                orNull(style),
                one(DataSubset.values(), subset),
                orNull(stage),
                one(ItemKind.values(), kind),
                one(Outcome.values(), outcome),
                orNull(code),
                orNull(character));
    }

    /// Forms send empty text for what was left open.
    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static <E extends Enum<E>> @Nullable E one(E[] all, String name) {
        if (name.isEmpty()) {
            return null;
        }
        return Arrays.stream(all)
                .filter(each -> each.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is none of " + List.of(all)));
    }

    /// The list behind an item, with the same filter.
    String after(LedgerKey key) {
        return "/items?film=" + encoded(film) + "&style=" + encoded(style) + "&subset=" + encoded(subset) + "&stage="
                + encoded(stage) + "&kind=" + encoded(kind) + "&outcome=" + encoded(outcome) + "&code=" + encoded(code)
                + "&character=" + encoded(character)
                + "&afterStage=" + encoded(key.stage()) + "&afterKind=" + key.kind() + "&afterId="
                + encoded(key.itemId()) + "&afterParams=" + encoded(key.paramsHash());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    public List<String> styles() {
        return Pages.STYLES;
    }

    public List<String> subsets() {
        return Arrays.stream(DataSubset.values()).map(DataSubset::toString).toList();
    }

    public List<String> stages() {
        return List.of("ingest", "segment", "keypoint", "face-crop", "audio", "caption");
    }

    public List<String> kinds() {
        return Arrays.stream(ItemKind.values()).map(ItemKind::toString).toList();
    }

    public List<String> outcomes() {
        return Arrays.stream(Outcome.values()).map(Outcome::toString).toList();
    }
}
