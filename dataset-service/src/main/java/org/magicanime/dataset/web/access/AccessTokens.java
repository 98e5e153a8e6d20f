package org.magicanime.dataset.web.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tokens that are let in, and whose they are. Only their SHA-256 are kept.
public final class AccessTokens {
    /// Characters that a token has at least. One made of random characters cannot be guessed then, however often
    /// somebody tries.
    public static final int SHORTEST = 32;

    private final List<Owned> all;

    private AccessTokens(List<Owned> all) {
        this.all = List.copyOf(all);
    }

    /// A token and whose it is.
    private record Owned(byte[] digest, Person person) {}

    /// @param text one token a line, behind it, if it is not to have all rights, a role, and behind that a name;
    ///     empty lines and those that begin with `#` do not count
    /// @throws IllegalArgumentException if a line cannot be a token, or none is there; names the line and
    ///     never what is in it
    static AccessTokens of(String text) {
        List<Owned> all = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            all.add(owned(line, number));
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("it has no token");
        }
        return new AccessTokens(all);
    }

    private static Owned owned(String line, int number) {
        String[] words = line.split("[ \\t]+", 3);
        String token = words[0];
        if (token.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "line " + number + " has " + token.length() + " characters, and a token has at least " + SHORTEST);
        }
        Role role = words.length == 1 ? Role.LEAD : Role.find(words[1]);
        if (role == null || !token.chars().allMatch(each -> each > ' ' && each < 0x7f)) {
            throw new IllegalArgumentException("line " + number
                    + " has a character that no token has; letters, digits and signs of ASCII are possible, and behind"
                    + " a blank one of the roles viewer, reviewer and lead, and behind that a name");
        }
        try {
            return new Owned(digest(token), new Person(words.length < 3 ? null : words[2], role));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
        }
    }

    /// What tells the token from others, if it is one of these. How long it takes says nothing of the tokens.
    byte @Nullable [] find(String token) {
        byte[] asked = digest(token);
        byte[] found = null;
        for (Owned each : all) {
            if (MessageDigest.isEqual(each.digest(), asked)) {
                found = each.digest();
            }
        }
        return found;
    }

    /// Whose token it is.
    ///
    /// @param digest of one of these
    Person person(byte[] digest) {
        return all.stream()
                .filter(each -> MessageDigest.isEqual(each.digest(), digest))
                .findFirst()
                .orElseThrow()
                .person();
    }

    /// Of each token.
    List<byte[]> digests() {
        return all.stream().map(Owned::digest).toList();
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
