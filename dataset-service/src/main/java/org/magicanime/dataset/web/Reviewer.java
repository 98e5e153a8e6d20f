package org.magicanime.dataset.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ForbiddenException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.web.access.Person;
import org.magicanime.dataset.web.access.Role;

/// Who decides: whose token it is, if the token file says a name, else who the request says, else the name that was
/// typed in this browser.
///
/// @param name empty if nothing says it
/// @param known whether the token says it, so that nobody can be called otherwise
record Reviewer(String name, boolean known) {
    static final String COOKIE = "magicanime-reviewer";

    /// @param said a name in the request; empty if it has none
    /// @throws BadRequestException if nobody can be called so
    /// @throws ForbiddenException if the token is somebody else's
    static Reviewer of(RoutingContext context, String said) {
        Person person = context.get(RequestGate.PERSON);
        String known = person == null ? null : person.name();
        if (known != null) {
            if (!said.isEmpty() && !said.strip().equals(known)) {
                throw new ForbiddenException("this token is that of " + known + ", who decides as nobody else");
            }
            return new Reviewer(known, true);
        }
        if (!said.isEmpty()) {
            return new Reviewer(checked(said), false);
        }
        Cookie cookie = context.request().getCookie(COOKIE);
        return new Reviewer(cookie == null ? "" : decoded(cookie.getValue()), false);
    }

    /// @throws BadRequestException if nobody can be called so
    static String checked(String name) {
        try {
            return String.valueOf(new Person(name, Role.REVIEWER).name());
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }

    /// As a cookie may have it.
    static String encoded(String name) {
        return URLEncoder.encode(name, UTF_8);
    }

    private static String decoded(String value) {
        try {
            return value.isEmpty() ? "" : checked(URLDecoder.decode(value, UTF_8));
        } catch (IllegalArgumentException | BadRequestException e) {
            // No name that this service kept there.
            return "";
        }
    }

    /// As an event has it.
    @Nullable
    String orNull() {
        return ItemQuery.orNull(name);
    }
}
