package org.magicanime.dataset.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/// What a browser may do with answers: nothing but what this service itself serves, no script or style within a page.
/// Texts of strangers are escaped; should one get through, it does not run.
@Provider
public class PageSafety implements ContainerResponseFilter {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("Content-Security-Policy", POLICY);
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        // With no-referrer a browser would hide the origin of this service's own forms, too.
        response.getHeaders().putSingle("Referrer-Policy", "same-origin");
    }
}
