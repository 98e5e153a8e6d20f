package org.magicanime.dataset.domain.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ReviewDecision;

/// One decision about all items of a kind about which nobody decided yet, such as all faces of a film of which a value
/// is below 0.7.
///
/// @param filter which items: those of one subset that nobody looked at
/// @param decision `accepted` or `rejected`
/// @param why absent where nothing was said
public record BulkRule(
        QueueFilter filter,
        ReviewDecision decision,
        @Nullable String why) {
    private static final int ID_BYTES = 8;
    /// With the words of the rule it has to fit into the reason of a decision.
    private static final int LONGEST_WHY = 200;

    private static final int LONGEST_REASON = 500;

    /// @throws IllegalArgumentException if there can be no such rule
    public BulkRule {
        if (filter.subset() == null) {
            throw new IllegalArgumentException("a bulk rule is about one subset; say which");
        }
        if (filter.look() != Look.FIRST) {
            throw new IllegalArgumentException("a bulk rule is about items about which nobody decided");
        }
        if (filter.videoId() == null && filter.style() == null && filter.title() == null && filter.value() == null) {
            throw new IllegalArgumentException(
                    "a bulk rule that says nothing would be about the whole subset; say a film, a style, a title or a value");
        }
        if (decision != ReviewDecision.ACCEPTED && decision != ReviewDecision.REJECTED) {
            throw new IllegalArgumentException("a bulk rule accepts or rejects; it cannot be '" + decision + "'");
        }
        if (why != null && why.length() > LONGEST_WHY) {
            throw new IllegalArgumentException("the reason of a bulk rule has at most " + LONGEST_WHY + " characters");
        }
        String reason = reason(filter, why);
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a bulk rule has at most " + LONGEST_REASON + " characters in words");
        }
        if (reason.codePoints().anyMatch(BulkRule::isUnreadable)) {
            throw new IllegalArgumentException("a bulk rule has characters that cannot be read");
        }
    }

    private static boolean isUnreadable(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    /// The same for the same rule of the same person, so that what was broken off goes on as one.
    public String id() {
        String all = String.join(
                "\n",
                filter.reviewer(),
                String.valueOf(filter.subset()),
                decision.toString(),
                String.join("\n", parts(filter)));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /// What is written down as the reason of each decision, such as `rule: pose.shift below 0.7, blurred`.
    public String reason() {
        return reason(filter, why);
    }

    private static String reason(QueueFilter filter, @Nullable String why) {
        List<String> all = parts(filter);
        if (why != null) {
            all.add(why);
        }
        return "rule: " + String.join(", ", all);
    }

    private static List<String> parts(QueueFilter filter) {
        List<String> parts = new ArrayList<>();
        if (filter.value() != null) {
            parts.add(filter.value().words());
        }
        if (filter.videoId() != null) {
            parts.add("film " + filter.videoId());
        }
        if (filter.style() != null) {
            parts.add("style " + filter.style());
        }
        if (filter.title() != null) {
            parts.add("title with '" + filter.title() + "'");
        }
        return parts;
    }
}
