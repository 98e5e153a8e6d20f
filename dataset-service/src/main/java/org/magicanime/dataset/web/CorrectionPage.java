package org.magicanime.dataset.web;

import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.dataset.domain.ItemDetails;
import org.magicanime.dataset.domain.ItemEntry;
import org.magicanime.dataset.domain.ItemKind;
import org.magicanime.dataset.domain.review.PointLayout;

/// What the page needs on which a person corrects an item's points.
public record CorrectionPage(ItemDetails item, PointLayout layout) {
    public ItemLink link() {
        return new ItemLink(item.entry());
    }

    public String params() {
        return item.entry().key().paramsHash();
    }

    /// What the points are called.
    public String words() {
        return layout == PointLayout.KEYPOINTS ? "key points" : "landmarks";
    }

    /// Its first frame's number in the film.
    public long first() {
        FrameSpan span = item.entry().span();
        return span == null ? 0 : span.first();
    }

    /// Addresses of its files.
    public String video() {
        return link().file("clip");
    }

    public String points() {
        return link().file(layout.estimated());
    }

    /// Empty where nobody corrected anything.
    public String corrected() {
        return optional(layout.corrected());
    }

    /// Empty likewise.
    public String provenance() {
        return optional(layout.provenance());
    }

    /// Of a face clip its own list of frames, of a span that of its clip; empty where there is none.
    public String times() {
        if (item.files().containsKey("crop")) {
            return link().file("crop");
        }
        return item.madeFrom().stream()
                .filter(each ->
                        each.key().stage().equals("segment") && each.key().kind() == ItemKind.CLIP)
                .map(CorrectionPage::frames)
                .findFirst()
                .orElse("");
    }

    private static String frames(ItemEntry clip) {
        return new ItemLink(clip).file("frames");
    }

    /// SHA-256 of what was estimated.
    public String estimated() {
        return digest(item.files().get(layout.estimated()));
    }

    /// SHA-256 of the points that stand.
    public String base() {
        ArtifactRef corrected = item.files().get(layout.corrected());
        return corrected == null ? estimated() : corrected.sha256();
    }

    private String optional(String name) {
        return item.files().containsKey(name) ? link().file(name) : "";
    }

    private static String digest(@Nullable ArtifactRef file) {
        return file == null ? "" : file.sha256();
    }
}
