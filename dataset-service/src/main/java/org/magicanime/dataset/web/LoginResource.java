package org.magicanime.dataset.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.magicanime.dataset.web.access.Access;
import org.magicanime.dataset.web.access.WrongTokens;

/// Where people show their token once.
@Path("/")
public class LoginResource {
    static final String COOKIE = "magicanime-session";

    /// An address of this service: what begins with `//` or `/\` is one of another.
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[!-~&&[^\\\\]]*");

    private final Access access;
    private final WrongTokens wrong;

    LoginResource(Access access, WrongTokens wrong) {
        this.access = access;
        this.wrong = wrong;
    }

    @GET
    @Path("login")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page(@RestQuery @DefaultValue("/") String to) {
        return Pages.login(local(to), "");
    }

    @POST
    @Path("login")
    @Operation(hidden = true)
    public Uni<Response> logIn(
            @RestForm @DefaultValue("") String token,
            @RestForm @DefaultValue("/") String to,
            @Context HttpServerRequest request) {
        String session = access.logIn(token);
        if (session != null || !access.isClosed()) {
            return Uni.createFrom()
                    .item(seeOther(local(to), session == null ? "" : session, Access.SESSION, isSecure(request)));
        }
        if (!wrong.waits()) {
            return Uni.createFrom()
                    .item(again(Status.TOO_MANY_REQUESTS, to, "Too many wrong tokens come. Try again in a moment."));
        }
        return Uni.createFrom()
                .item(() -> again(Status.UNAUTHORIZED, to, "This token is wrong. It may have been exchanged."))
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(WrongTokens.WAIT))
                .onTermination()
                .invoke(wrong::answered);
    }

    @POST
    @Path("logout")
    @Operation(hidden = true)
    public Response logOut(@Context HttpServerRequest request) {
        return seeOther("/login", "", Duration.ZERO, isSecure(request));
    }

    private static Response again(Status status, String to, String fault) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Pages.login(local(to), fault).render())
                .build();
    }

    private static Response seeOther(String to, String session, Duration length, boolean secure) {
        return Response.status(Status.SEE_OTHER)
                // As it is: made absolute, it would have the scheme and name that a proxy uses to reach this service.
                .header("Location", to)
                .cookie(new NewCookie.Builder(COOKIE)
                        .value(session)
                        .path("/")
                        .maxAge((int) length.toSeconds())
                        .httpOnly(true)
                        .sameSite(SameSite.STRICT)
                        .secure(secure)
                        .build())
                .build();
    }

    /// As the browser sees it: a proxy in front may have ended HTTPS.
    static boolean isSecure(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        return "https".equals(request.scheme()) || origin != null && origin.startsWith("https:");
    }

    private static String local(String to) {
        return LOCAL.matcher(to).matches() ? to : "/";
    }
}
