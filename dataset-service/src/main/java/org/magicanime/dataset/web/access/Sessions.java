package org.magicanime.dataset.web.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// What a browser shows instead of the token after a login: the second at which it ends, and an HMAC-SHA-256 of that
/// with a key that is derived from the token. Every process that has the token takes it, none keeps it, and it ends
/// with its time or when its token is taken out of the file.
final class Sessions {
    static final Duration LENGTH = Duration.ofHours(12);

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "magicanime dataset session 1".getBytes(US_ASCII);
    private static final Pattern VALUE = Pattern.compile("([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

    private Sessions() {}

    /// @param digest of the token with which somebody logged in
    static String begin(byte[] digest, Instant now) {
        String end = Long.toString(now.plus(LENGTH).getEpochSecond());
        return end + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(seal(digest, end));
    }

    static boolean isValid(String value, AccessTokens tokens, Instant now) {
        return find(value, tokens, now) != null;
    }

    /// @return digest of the token with which somebody logged in; null if it is no session that holds now
    static byte @Nullable [] find(String value, AccessTokens tokens, Instant now) {
        Matcher parts = VALUE.matcher(value);
        if (!parts.matches() || Long.parseLong(parts.group(1)) <= now.getEpochSecond()) {
            return null;
        }
        byte[] seal;
        try {
            seal = Base64.getUrlDecoder().decode(parts.group(2));
        } catch (IllegalArgumentException e) {
            return null;
        }
        byte[] found = null;
        for (byte[] digest : tokens.digests()) {
            if (MessageDigest.isEqual(seal(digest, parts.group(1)), seal)) {
                found = digest;
            }
        }
        return found;
    }

    private static byte[] seal(byte[] digest, String end) {
        return hmac(hmac(digest, PURPOSE), end.getBytes(UTF_8));
    }

    private static byte[] hmac(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
