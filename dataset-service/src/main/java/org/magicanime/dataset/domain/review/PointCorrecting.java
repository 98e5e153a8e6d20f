package org.magicanime.dataset.domain.review;

import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.PointCorrection;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewQuestion;
import org.magicanime.contracts.Subset;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.ItemDetails;
import org.magicanime.dataset.domain.ItemReader;
import org.magicanime.dataset.domain.LedgerKey;
import org.magicanime.dataset.domain.review.PointEditing.Edited;

/// Takes where a person says that points are: keeps them beside the estimated ones, then tells that they stand.
public final class PointCorrecting {
    private final ItemReader items;
    private final ReviewReader reviews;
    private final PointArchive archive;
    private final ReviewDeciding deciding;

    public PointCorrecting(ItemReader items, ReviewReader reviews, PointArchive archive, ReviewDeciding deciding) {
        this.items = items;
        this.reviews = reviews;
        this.archive = archive;
        this.deciding = deciding;
    }

    /// @param edits all points that are not where they were estimated, also those of a correction before
    /// @param base SHA-256 of the points that the person began with; absent if that does not matter
    /// @param reason absent where none was said
    /// @param reviewer absent where nobody said a name
    /// @throws IllegalArgumentException if points cannot be there, or items of this subset have none
    /// @throws NoSuchElementException if the subset has no such item
    /// @throws OvertakenException if the points are no longer those that the person began with
    public ReviewDecided correct(
            DataSubset subset,
            String itemId,
            String paramsHash,
            List<PointEdit> edits,
            @Nullable String base,
            @Nullable String reason,
            @Nullable String reviewer) {
        PointLayout layout = PointLayout.of(subset)
                .orElseThrow(() -> new IllegalArgumentException(
                        "items of the subset " + subset + " have no points to correct; those of "
                                + DataSubset.POSE_DRIVEN + " and " + DataSubset.FACE_REENACTMENT + " have"));
        ItemDetails item = items.find(new LedgerKey(subset.stage(), subset.kind(), itemId, paramsHash))
                .orElseThrow(() -> new NoSuchElementException("the ledger has no item " + itemId + " of the subset "
                        + subset + " that was made with " + paramsHash));
        ArtifactRef estimated = item.file(layout.estimated())
                .orElseThrow(() -> new NoSuchElementException("the item " + itemId + " has no points"));
        if (edits.isEmpty()) {
            throw new IllegalArgumentException("nothing is corrected");
        }
        if (base != null && !base.equals(standing(layout, itemId, estimated))) {
            throw new OvertakenException("somebody corrected " + itemId + " meanwhile; load it again");
        }
        PointSeries points = archive.read(estimated, layout);
        long first = item.entry().span() == null ? 0 : item.entry().span().first();
        Edited edited = PointEditing.edit(points, edits, first);
        PointCorrection correction = archive.keep(
                layout,
                edited.points(),
                new PointProvenance(itemId, estimated.sha256(), points.frames(), points.points(), edited.corrected()));
        return deciding.correct(subset, itemId, paramsHash, correction, reason, reviewer);
    }

    private String standing(PointLayout layout, String itemId, ArtifactRef estimated) {
        return reviews.history(Subset.valueOf(layout.subset().name()), itemId).stream()
                .filter(each -> each.decision().question() == ReviewQuestion.POINTS)
                .findFirst()
                .map(ReviewDecided::correction)
                .map(each -> each.points().sha256())
                .orElse(estimated.sha256());
    }
}
