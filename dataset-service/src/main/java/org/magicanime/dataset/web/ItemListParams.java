package org.magicanime.dataset.web;

import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.LedgerKey;

/// What is asked of a list of items, by people and by programs: which items, and behind which one to begin. Empty says
/// any.
public final class ItemListParams {
    @RestQuery
    @DefaultValue("")
    String film = "";

    @RestQuery
    @DefaultValue("")
    String style = "";

    @RestQuery
    @DefaultValue("")
    String subset = "";

    @RestQuery
    @DefaultValue("")
    String stage = "";

    @RestQuery
    @DefaultValue("")
    String kind = "";

    @RestQuery
    @DefaultValue("")
    String outcome = "";

    @RestQuery
    @DefaultValue("")
    String code = "";

    @RestQuery
    @DefaultValue("")
    String character = "";

    @RestQuery
    @Nullable
    String afterStage;

    @RestQuery
    @Nullable
    String afterKind;

    @RestQuery
    @Nullable
    String afterId;

    @RestQuery
    @DefaultValue("")
    String afterParams = "";

    ItemQuery query() {
        return new ItemQuery(film, style, subset, stage, kind, outcome, code, character);
    }

    /// @return absent for the beginning
    /// @throws IllegalArgumentException if there is no such kind of item; says which there are
    @Nullable
    LedgerKey after() {
        return afterStage == null || afterKind == null || afterId == null
                ? null
                : ItemLink.key(afterStage, afterKind, afterId, afterParams);
    }
}
