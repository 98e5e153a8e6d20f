package org.magicanime.dataset.web.access;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who may ask. On the loopback interface everybody may, unless there is a token file; elsewhere who has a token.
public final class Access {
    /// How long a browser stays logged in.
    public static final Duration SESSION = Sessions.LENGTH;

    private static final String SCHEME = "Bearer ";

    private final boolean local;
    private final @Nullable TokenFile file;
    private final InstantSource clock;

    private Access(boolean local, @Nullable TokenFile file, InstantSource clock) {
        this.local = local;
        this.file = file;
        this.clock = clock;
    }

    /// @param listensOn name or address that the service is bound to
    /// @param tokenFile one token a line; empty for none
    /// @throws IllegalArgumentException if others reach the service and nothing protects it, or the file cannot be
    ///     used; says what to set
    public static Access of(String listensOn, Optional<Path> tokenFile, InstantSource clock) {
        boolean local = Loopback.is(listensOn);
        if (!local && tokenFile.isEmpty()) {
            throw new IllegalArgumentException("quarkus.http.host is '" + listensOn
                    + "': others reach this service there, and it has no token. Set dataset.access.token-file to a file"
                    + " with one token a line ('openssl rand -hex 32' makes one), or quarkus.http.host to 127.0.0.1");
        }
        return new Access(local, tokenFile.map(TokenFile::new).orElse(null), clock);
    }

    /// Whether one has to show a token.
    public boolean isClosed() {
        return file != null;
    }

    /// Whether requests have to be addressed to this machine: there is no token, and a page whose name was made to
    /// point here must not be taken for one of ours.
    public boolean isLocalOnly() {
        return local && file == null;
    }

    /// Whether a request that says so is let in.
    ///
    /// @param authorization the header of that name
    /// @param session the cookie of a login
    public boolean letsIn(@Nullable String authorization, @Nullable String session) {
        return who(authorization, session).isPresent();
    }

    /// Who asks, with all rights where no token is needed.
    ///
    /// @param authorization the header of that name
    /// @param session the cookie of a login
    /// @return empty if the request is not let in
    public Optional<Person> who(@Nullable String authorization, @Nullable String session) {
        if (file == null) {
            return Optional.of(new Person(null, Role.LEAD));
        }
        AccessTokens tokens = file.tokens();
        byte[] digest = session == null ? null : Sessions.find(session, tokens, clock.instant());
        if (digest == null && isBearer(authorization)) {
            digest = tokens.find(token(authorization));
        }
        return digest == null ? Optional.empty() : Optional.of(tokens.person(digest));
    }

    /// Whether a token is shown, right or wrong.
    public static boolean isBearer(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    private static String token(@Nullable String authorization) {
        return authorization == null
                ? ""
                : authorization.substring(SCHEME.length()).strip();
    }

    /// Begins a session.
    ///
    /// @return what the browser shows from now on; null if the token is wrong
    public @Nullable String logIn(String token) {
        TokenFile tokens = file;
        byte[] digest = tokens == null ? null : tokens.tokens().find(token.strip());
        return digest == null ? null : Sessions.begin(digest, clock.instant());
    }

    /// Looks whether the file has other tokens now.
    public void readAgain() {
        if (file != null) {
            file.readAgain();
        }
    }
}
