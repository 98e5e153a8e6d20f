package org.magicanime.dataset.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.web.access.Access;
import org.magicanime.dataset.web.access.Loopback;
import org.magicanime.dataset.web.access.Person;
import org.magicanime.dataset.web.access.WrongTokens;

/// Stands before every address of the process, those of the framework (`/q/…`) and files among them, which is why it
/// is a filter of the server and not of the resources.
///
/// Any page in a browser may send requests here. One of another site is known by its `Origin`, and, where there is no
/// login, one whose name was made to point here afterwards ("DNS rebinding") by its `Host`.
@Singleton
class RequestGate {
    static final int PRIORITY = 1_000;

    /// What is asked without a token: probes, the login and what it looks like. An address that is written in any other
    /// way, such as with `..` or `%`, is not among them, whatever it leads to.
    private static final Pattern OPEN =
            Pattern.compile("/login|/q/health(/(live|ready|started))?|/dataset/[a-z]+\\.(css|js|svg)");

    /// Where later handlers of a request find the {@link Person} whose token it has; nothing where none is needed.
    static final String PERSON = RequestGate.class.getName();

    private static final String STREAM = "text/event-stream";
    /// Milliseconds.
    private static final long LOOK = 5_000;

    private final Access access;
    private final WrongTokens wrong;

    RequestGate(Access access, WrongTokens wrong) {
        this.access = access;
        this.wrong = wrong;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!isOurs(request)) {
            refuse(context, Status.FORBIDDEN, "this service answers its own machine only, and its own pages");
            return;
        }
        if (!access.isClosed() || isOpen(request.path())) {
            context.next();
            return;
        }
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        Cookie cookie = request.getCookie(LoginResource.COOKIE);
        String session = cookie == null ? null : cookie.getValue();
        Person person = access.who(authorization, session).orElse(null);
        if (person != null && !person.role().mayDecide() && changes(request)) {
            refuse(context, Status.FORBIDDEN, "this token may look at everything and change nothing");
        } else if (person != null) {
            context.put(PERSON, person);
            context.addHeadersEndHandler(sent -> {
                keepNothing(context.response());
                watch(context, () -> access.letsIn(authorization, session));
            });
            context.next();
        } else if (Access.isBearer(authorization)) {
            refuseToken(context);
        } else if (isPage(request)) {
            keepNothing(context.response())
                    .setStatusCode(Status.SEE_OTHER.getStatusCode())
                    .putHeader(HttpHeaders.LOCATION, "/login?to=" + ItemLink.encoded(wanted(request)))
                    .end();
        } else {
            refuseUnknown(context, "this address needs a token: 'Authorization: Bearer TOKEN'");
        }
    }

    private static boolean changes(HttpServerRequest request) {
        return !request.method().equals(HttpMethod.GET)
                && !request.method().equals(HttpMethod.HEAD)
                && !"/logout".equals(request.path());
    }

    private boolean isOurs(HttpServerRequest request) {
        // The Host header, or what HTTP/2 has instead.
        HostAndPort authority = request.authority();
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return (!access.isLocalOnly() || authority != null && Loopback.is(authority.host()))
                && (origin == null || authority != null && isOwn(origin, authority, request.scheme()));
    }

    /// A page that was sent as HTTPS may ask as HTTP, since a proxy in front may have ended it; not the other way
    /// round.
    private static boolean isOwn(String origin, HostAndPort authority, @Nullable String scheme) {
        String own = "://" + authority.toString().toLowerCase(Locale.ROOT);
        return origin.equals("https" + own) || !"https".equals(scheme) && origin.equals("http" + own);
    }

    private static boolean isOpen(@Nullable String path) {
        return path != null && OPEN.matcher(path).matches();
    }

    /// Whether a person looks at the answer.
    private static boolean isPage(HttpServerRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains("text/html");
    }

    /// What to show after the login. What a form sent is not sent again.
    private static String wanted(HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.GET) || request.path() == null) {
            return "/";
        }
        return request.query() == null ? request.path() : request.path() + "?" + request.query();
    }

    /// What one has to log in for is nothing that a browser keeps, unless the answer says otherwise.
    private static HttpServerResponse keepNothing(HttpServerResponse response) {
        if (!response.headers().contains(HttpHeaders.CACHE_CONTROL)) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        return response;
    }

    /// An answer that has no end, as the live page's, ends with the right to see it.
    private static void watch(RoutingContext context, BooleanSupplier letIn) {
        String type = context.response().headers().get(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.startsWith(STREAM)) {
            return;
        }
        HttpServerResponse response = context.response();
        // An end handler would take the place of the one by which the stream learns that nobody reads it any more.
        context.vertx().setPeriodic(LOOK, timer -> {
            if (response.ended() || response.closed()) {
                context.vertx().cancelTimer(timer);
            } else if (!letIn.getAsBoolean()) {
                response.reset();
            }
        });
    }

    private void refuseToken(RoutingContext context) {
        if (!wrong.waits()) {
            refuse(context, Status.TOO_MANY_REQUESTS, "the token is wrong, and too many wrong ones come");
            return;
        }
        context.vertx().setTimer(WrongTokens.WAIT, timer -> {
            wrong.answered();
            if (!context.response().closed()) {
                refuseUnknown(context, "the token is wrong; it may have been exchanged");
            }
        });
    }

    private static void refuseUnknown(RoutingContext context, String detail) {
        context.response().putHeader("WWW-Authenticate", "Bearer");
        refuse(context, Status.UNAUTHORIZED, detail);
    }

    private static void refuse(RoutingContext context, Status status, String detail) {
        keepNothing(context.response())
                .setStatusCode(status.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Problem.json(status, detail));
    }
}
