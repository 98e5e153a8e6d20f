package org.magicanime.dataset.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// What a browser may do with answers, all of them: nothing but what this service itself serves, no script or style
/// within a page. Texts of strangers are escaped; should one get through, it does not run.
@Singleton
class PageSafety {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    void register(@Observes Filters filters) {
        filters.register(PageSafety::restrict, RequestGate.PRIORITY + 1);
    }

    private static void restrict(RoutingContext context) {
        context.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                // With no-referrer a browser would hide the origin of this service's own forms, too.
                .putHeader("Referrer-Policy", "same-origin");
        context.next();
    }
}
