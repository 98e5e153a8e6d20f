package org.magicanime.dataset.web;

import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.Response;

/// An error as RFC 9457 has it.
///
/// @param type `about:blank`: the status says it all
/// @param title the status in words
/// @param status of HTTP
/// @param detail what is wrong, and what to do
public record Problem(String type, String title, int status, String detail) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Response of(Response.StatusType status, String detail) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(problem(status, detail))
                .build();
    }

    /// For answers that no resource gives.
    static String json(Response.StatusType status, String detail) {
        return JsonObject.mapFrom(problem(status, detail)).encode();
    }

    private static Problem problem(Response.StatusType status, String detail) {
        return new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail);
    }
}
