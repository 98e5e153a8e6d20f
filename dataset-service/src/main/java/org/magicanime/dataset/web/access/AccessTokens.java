package org.magicanime.dataset.web.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tokens that are let in. Only their SHA-256 are kept.
public final class AccessTokens {
    /// Characters that a token has at least. One made of random characters cannot be guessed then, however often
    /// somebody tries.
    public static final int SHORTEST = 32;

    private final List<byte[]> digests;

    private AccessTokens(List<byte[]> digests) {
        this.digests = List.copyOf(digests);
    }

    /// @param text one token a line; empty lines and those that begin with `#` do not count
    /// @throws IllegalArgumentException if a line cannot be a token, or none is there; names the line and
    ///     never what is in it
    static AccessTokens of(String text) {
        List<byte[]> digests = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.length() < SHORTEST) {
                throw new IllegalArgumentException("line " + number + " has " + line.length()
                        + " characters, and a token has at least " + SHORTEST);
            }
            if (!line.chars().allMatch(each -> each > ' ' && each < 0x7f)) {
                throw new IllegalArgumentException("line " + number
                        + " has a character that no token has; letters, digits and signs of ASCII are possible");
            }
            digests.add(digest(line));
        }
        if (digests.isEmpty()) {
            throw new IllegalArgumentException("it has no token");
        }
        return new AccessTokens(digests);
    }

    /// What tells the token from others, if it is one of these. How long it takes says nothing of the tokens.
    byte @Nullable [] find(String token) {
        byte[] asked = digest(token);
        byte[] found = null;
        for (byte[] each : digests) {
            if (MessageDigest.isEqual(each, asked)) {
                found = each;
            }
        }
        return found;
    }

    /// Of each token.
    List<byte[]> digests() {
        return digests;
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
