package org.magicanime.dataset.domain.review;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.PointCorrection;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.ReviewQuestion;
import org.magicanime.contracts.Subset;
import org.magicanime.contracts.Telling;
import org.magicanime.contracts.Trim;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.ItemDetails;
import org.magicanime.dataset.domain.ItemReader;
import org.magicanime.dataset.domain.Ledger;
import org.magicanime.dataset.domain.LedgerKey;

/// Takes what a person decides about an item.
public final class ReviewDeciding {
    private static final int MOST_FILES = 100;
    /// Of a clock that is somewhat fast.
    private static final Duration MOST_AHEAD = Duration.ofMinutes(1);
    /// For who was cut off, and tells later what was decided.
    private static final Duration MOST_BEHIND = Duration.ofDays(1);

    /// A vote ends what was wanted before it, so that these two have one order.
    private static final Set<ReviewQuestion> IN_ONE_ORDER = Set.of(ReviewQuestion.KEEP, ReviewQuestion.AGAIN);

    private final ItemReader items;
    private final ReviewReader reviews;
    private final Ledger ledger;
    private final Telling telling;
    private final InstantSource clock;

    /// @param ledger that `items` and `reviews` read
    public ReviewDeciding(ItemReader items, ReviewReader reviews, Ledger ledger, Telling telling, InstantSource clock) {
        this.items = items;
        this.reviews = reviews;
        this.ledger = ledger;
        this.telling = telling;
        this.clock = clock;
    }

    /// Tells it, and writes it down, so that who decided sees it at once; the ledger hears it again and loses nothing
    /// if this process dies between the two.
    ///
    /// @param paramsHash the version that the person looked at
    /// @param reason absent where none was said
    /// @param details what some decisions say besides
    /// @param reviewer who decides; absent where nobody said a name
    /// @param at when, by the clock of who decides: milliseconds since 1970-01-01T00:00Z, 0 for now. Who got no
    ///     answer and asks again with the same time has decided once.
    /// @throws IllegalArgumentException if there can be no such decision
    /// @throws NoSuchElementException if the subset has no such item: none that was kept, and none that is
    ///     undecided
    public ReviewDecided decide(
            DataSubset subset,
            String itemId,
            String paramsHash,
            ReviewDecision decision,
            @Nullable String reason,
            Details details,
            @Nullable String reviewer,
            long at) {
        ItemDetails item = items.find(new LedgerKey(subset.stage(), subset.kind(), itemId, paramsHash))
                .orElseThrow(() -> new NoSuchElementException("the ledger has no item " + itemId + " of the subset "
                        + subset + " that was made with " + paramsHash));
        Subset ofItem = Subset.valueOf(subset.name());
        List<ReviewDecided> before = reviews.history(ofItem, itemId);
        long when = timeSaid(at);
        ReviewDecided decided = new ReviewDecided(
                ofItem.videoIdOf(itemId),
                ofItem,
                itemId,
                paramsHash,
                decision,
                reason,
                details.caption(),
                seen(item.files().values()),
                reviewer,
                timeAfter(when, before, decision),
                details.trim(),
                details.correction(),
                null,
                details.difficulty());
        Optional<ReviewDecided> last = before.stream()
                .filter(each -> each.decision().question() == decision.question()
                        && Objects.equals(each.reviewer(), decided.reviewer()))
                .findFirst();
        if (at > 0 && last.isPresent() && isSame(last.get(), decided, when)) {
            return last.get();
        }
        if (decision == ReviewDecision.LOOKED_AGAIN
                && last.stream().noneMatch(each -> each.decision() == ReviewDecision.LOOK_AGAIN)) {
            throw new IllegalArgumentException("only who wanted " + itemId
                    + " looked at again can take that back; whoever decides about the item ends it for all");
        }
        telling.accept(decided);
        ledger.put(List.of(), List.of(), List.of(), List.of(), List.of(decided), List.of());
        return decided;
    }

    /// Keeps a part of a clip: the clip is out, and the part becomes a clip of its own, which the stages make by
    /// themselves.
    ///
    /// @param span frames of the film
    /// @param at as of {@link #decide}
    /// @throws IllegalArgumentException if it is no part of the clip
    /// @throws NoSuchElementException if there is no such clip, or its film is not known
    public ReviewDecided trim(
            String itemId,
            String paramsHash,
            FrameSpan span,
            @Nullable String reason,
            @Nullable String reviewer,
            long at) {
        String videoId = Subset.IMAGE_TO_VIDEO.videoIdOf(itemId);
        VideoIngested film = reviews.film(videoId)
                .orElseThrow(() -> new NoSuchElementException("the ledger does not know the film " + videoId));
        return decide(
                DataSubset.IMAGE_TO_VIDEO,
                itemId,
                paramsHash,
                ReviewDecision.TRIMMED,
                reason,
                Details.trim(new Trim(span, film.source(), film.labels())),
                reviewer,
                at);
    }

    /// Says that the points of an item are those of a correction that is kept.
    ///
    /// @throws NoSuchElementException if the subset has no such item
    ReviewDecided correct(
            DataSubset subset,
            String itemId,
            String paramsHash,
            PointCorrection correction,
            @Nullable String reason,
            @Nullable String reviewer) {
        return decide(
                subset,
                itemId,
                paramsHash,
                ReviewDecision.CORRECTED,
                reason,
                Details.correction(correction),
                reviewer,
                0);
    }

    /// SHA-256 of the files that a person was shown, as many as an event may name.
    static List<String> seen(Collection<ArtifactRef> files) {
        return files.stream()
                .map(ArtifactRef::sha256)
                .distinct()
                .limit(MOST_FILES)
                .toList();
    }

    private static boolean inOneOrder(ReviewDecision one, ReviewDecision other) {
        return one.question() == other.question()
                || IN_ONE_ORDER.contains(one.question()) && IN_ONE_ORDER.contains(other.question());
    }

    /// Whether it is what was told with this time before, which may have become later by what it replaced.
    private static boolean isSame(ReviewDecided before, ReviewDecided now, long when) {
        return before.decidedAt() >= when && before.equals(now.at(before.decidedAt()));
    }

    private long timeSaid(long at) {
        Instant now = clock.instant();
        Instant said = Instant.ofEpochMilli(at);
        boolean possible = said.isAfter(now.minus(MOST_BEHIND)) && said.isBefore(now.plus(MOST_AHEAD));
        return (possible ? said : now).toEpochMilli();
    }

    /// Later than what it replaces, also where that was decided at a machine whose clock is fast: milliseconds since
    /// 1970-01-01T00:00Z.
    ///
    /// @param before the item's decisions, about whatever question
    static long timeAfter(InstantSource clock, List<ReviewDecided> before, ReviewDecision decision) {
        return timeAfter(clock.instant().toEpochMilli(), before, decision);
    }

    private static long timeAfter(long now, List<ReviewDecided> before, ReviewDecision decision) {
        return before.stream()
                .filter(each -> inOneOrder(each.decision(), decision))
                .mapToLong(each -> Math.max(each.decidedAt() + 1, now))
                .max()
                .orElse(now);
    }
}
