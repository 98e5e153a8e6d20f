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
    }

    /// The same for the same rule of the same person, so that what was broken off goes on as one.
    public String id() {
        String all = String.join(
                "\n",
                filter.reviewer(),
                String.valueOf(filter.subset()),
                decision.toString(),
                String.join("\n", parts()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /// What is written down as the reason of each decision, such as `rule: pose.shift below 0.7, blurred`.
    public String reason() {
        List<String> all = new ArrayList<>(parts());
        if (why != null) {
            all.add(why);
        }
        String reason = "rule: " + String.join(", ", all);
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    private List<String> parts() {
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
