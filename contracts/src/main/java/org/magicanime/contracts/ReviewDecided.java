package org.magicanime.contracts;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A person decided about an item. Of two decisions about the same {@link ReviewQuestion} the later one stands.
///
/// @param videoId the film
/// @param subset what the item is an item of
/// @param reviewedItemId the item: a `clipId`, `spanId` or `faceId`, as `subset` says
/// @param paramsHash what the last stage made it with: the version that the person looked at
/// @param decision what was decided
/// @param reason why, if the person said so: a word such as `two-characters`, or a sentence
/// @param caption the caption, with `captioned` only
/// @param seen SHA-256 of the files that the person was shown
/// @param reviewer who; absent where nobody needs to log in
/// @param decidedAt when: milliseconds since 1970-01-01T00:00Z
/// @param trim the part that is kept, with `trimmed` only
/// @param correction where the points are, with `corrected` only
/// @param rule the bulk rule that the person applied, if the item was not looked at by itself: 16 hexadecimal digits
/// @param difficulty how difficult the item is, with `graded` only
public record ReviewDecided(
        String videoId,
        Subset subset,
        String reviewedItemId,
        String paramsHash,
        ReviewDecision decision,
        @Nullable String reason,
        @Nullable String caption,
        List<String> seen,
        @Nullable String reviewer,
        long decidedAt,
        @Nullable Trim trim,
        @Nullable PointCorrection correction,
        @Nullable String rule,
        @Nullable Difficulty difficulty)
        implements PipelineEvent {
    /// Characters of the longest caption.
    public static final int LONGEST_CAPTION = 2_000;

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_FILES = 100;
    private static final Pattern RULE = Pattern.compile("[0-9a-f]{16}");

    public ReviewDecided {
        VideoId.require(videoId);
        Checks.present(subset, "subset");
        Checks.present(reviewedItemId, "reviewedItemId");
        Checks.that(subset.videoIdOf(reviewedItemId).equals(videoId), "reviewedItemId must be of the film " + videoId);
        ParamsHash.require(paramsHash);
        Checks.present(decision, "decision");
        Checks.optionalText(reason, "reason", LONGEST_REASON);
        Checks.optionalText(caption, "caption", LONGEST_CAPTION);
        Checks.that(
                (decision == ReviewDecision.CAPTIONED) == (caption != null),
                "caption must be there with the decision captioned, and with no other");
        Checks.that(
                decision.question() != ReviewQuestion.CAPTION
                        || subset == Subset.IMAGE_TO_VIDEO
                        || subset == Subset.TEXT_TO_VIDEO,
                "items of the subset " + subset + " have no caption");
        seen = List.copyOf(Checks.present(seen, "seen"));
        Checks.that(seen.size() <= MOST_FILES, "seen must name at most " + MOST_FILES + " files");
        seen.forEach(each -> Checks.sha256(each, "seen"));
        Checks.optionalText(reviewer, "reviewer", LONGEST_NAME);
        Checks.that(decidedAt > 0, "decidedAt is missing, or before 1970");
        Checks.that(
                (decision == ReviewDecision.TRIMMED) == (trim != null),
                "trim must be there with the decision trimmed, and with no other");
        if (trim != null) {
            Checks.that(subset == Subset.IMAGE_TO_VIDEO, "items of the subset " + subset + " cannot be trimmed");
            FrameSpan whole = ClipId.span(reviewedItemId);
            Checks.that(
                    trim.span().first() >= whole.first()
                            && trim.span().end() <= whole.end()
                            && trim.span().frames() < whole.frames(),
                    "trim.span must be a part of frames " + whole.first() + " to " + (whole.end() - 1));
            Checks.that(
                    trim.source().key().equals(ArtifactKeys.source(videoId)),
                    "trim.source.key must be that of videoId");
        }
        Checks.that(
                (decision == ReviewDecision.CORRECTED) == (correction != null),
                "correction must be there with the decision corrected, and with no other");
        Checks.that(
                decision.question() != ReviewQuestion.POINTS
                        || subset == Subset.POSE_DRIVEN
                        || subset == Subset.FACE_REENACTMENT,
                "items of the subset " + subset + " have no points to correct");
        Checks.that(rule == null || RULE.matcher(rule).matches(), "rule must be 16 hexadecimal digits");
        Checks.that(
                rule == null || decision.question() == ReviewQuestion.KEEP && decision != ReviewDecision.TRIMMED,
                "rule must not be there with the decision " + decision);
        Checks.that(
                (decision == ReviewDecision.GRADED) == (difficulty != null),
                "difficulty must be there with the decision graded, and with no other");
        Checks.that(
                decision.question() != ReviewQuestion.BENCHMARK
                        || subset != Subset.TEXT_TO_VIDEO && subset != Subset.AUDIO_DRIVEN,
                "items of the subset " + subset + " become no cases of their own: decide about the "
                        + (subset == Subset.AUDIO_DRIVEN ? Subset.FACE_REENACTMENT : Subset.POSE_DRIVEN)
                        + " item");
    }

    /// The same, decided at another time.
    ///
    /// @param time milliseconds since 1970-01-01T00:00Z
    public ReviewDecided at(long time) {
        return new ReviewDecided(
                videoId,
                subset,
                reviewedItemId,
                paramsHash,
                decision,
                reason,
                caption,
                seen,
                reviewer,
                time,
                trim,
                correction,
                rule,
                difficulty);
    }

    /// A decision other than `graded` about an item that was looked at.
    public ReviewDecided(
            String videoId,
            Subset subset,
            String reviewedItemId,
            String paramsHash,
            ReviewDecision decision,
            @Nullable String reason,
            @Nullable String caption,
            List<String> seen,
            @Nullable String reviewer,
            long decidedAt,
            @Nullable Trim trim,
            @Nullable PointCorrection correction) {
        this(
                videoId,
                subset,
                reviewedItemId,
                paramsHash,
                decision,
                reason,
                caption,
                seen,
                reviewer,
                decidedAt,
                trim,
                correction,
                null,
                null);
    }

    /// A decision other than `trimmed`, `corrected` and `graded`.
    public ReviewDecided(
            String videoId,
            Subset subset,
            String reviewedItemId,
            String paramsHash,
            ReviewDecision decision,
            @Nullable String reason,
            @Nullable String caption,
            List<String> seen,
            @Nullable String reviewer,
            long decidedAt) {
        this(
                videoId,
                subset,
                reviewedItemId,
                paramsHash,
                decision,
                reason,
                caption,
                seen,
                reviewer,
                decidedAt,
                null,
                null);
    }

    /// Whether it stands against another one on the same item and the same question. Of two at the same moment the
    /// more careful one stands: what is doubtful stays out of the data set, and what a person wrote, or put where
    /// it belongs, stays.
    public boolean standsAgainst(ReviewDecided other) {
        if (decidedAt != other.decidedAt) {
            return decidedAt > other.decidedAt;
        }
        if (caution() != other.caution()) {
            return caution() > other.caution();
        }
        // Any order will do, as long as it is the same everywhere.
        int byCaption = orEmpty(caption).compareTo(orEmpty(other.caption));
        return byCaption != 0 ? byCaption > 0 : digest(correction).compareTo(digest(other.correction)) >= 0;
    }

    /// How careful it is: {@link ReviewDecision#caution()}, and of grades the harder one is more so.
    public int caution() {
        return decision.caution() + (difficulty == null ? 0 : difficulty.ordinal());
    }

    private static String digest(@Nullable PointCorrection correction) {
        return correction == null ? "" : correction.points().sha256();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public String itemId() {
        return reviewedItemId;
    }
}
