package org.magicanime.dataset.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// On the loopback interface there is no login, and any page in a browser of this machine may send requests. One whose
/// name was made to point here afterwards ("DNS rebinding") is known by its `Host`, one of another site by its
/// `Origin`.
@Provider
@PreMatching
public class LocalRequests implements ContainerRequestFilter {
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");

    private final boolean local;

    LocalRequests(@ConfigProperty(name = "quarkus.http.host", defaultValue = "127.0.0.1") String listensOn) {
        this.local = LOOPBACK.contains(listensOn);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        // The Host header, or what HTTP/2 has instead.
        String host = request.getUriInfo().getRequestUri().getAuthority();
        String origin = request.getHeaderString("Origin");
        if (local && (host == null || !isLoopback(host) || origin != null && !origin.equals("http://" + host))) {
            request.abortWith(Problem.of(Status.FORBIDDEN, "this service answers its own machine only"));
        }
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.stream().anyMatch(name -> host.equals(name) || host.matches("\\Q" + name + "\\E:[0-9]{1,5}"));
    }
}
