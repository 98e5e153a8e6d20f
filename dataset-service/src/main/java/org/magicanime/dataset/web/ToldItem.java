package org.magicanime.dataset.web;

import io.vertx.core.json.JsonObject;

/// What the event of an item said, for people.
///
/// @param event its JSON
public record ToldItem(JsonObject event) {
    static ToldItem of(String document) {
        return new ToldItem(new JsonObject(document));
    }

    /// Why it was rejected, as a sentence; empty if it was not.
    public String reason() {
        return text(event, "reason");
    }

    /// The object that was dropped; empty if the event names none.
    public String from() {
        return event.getValue("origin") instanceof JsonObject origin
                ? text(origin, "bucket") + "/" + text(origin, "key")
                : "";
    }

    public String json() {
        return event.encodePrettily();
    }

    private static String text(JsonObject in, String name) {
        return in.getValue(name) instanceof String text ? text : "";
    }
}
