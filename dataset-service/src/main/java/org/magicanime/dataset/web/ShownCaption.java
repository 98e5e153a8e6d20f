package org.magicanime.dataset.web;

import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Caption;
import org.magicanime.contracts.CaptionKind;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.ItemCaption;
import org.magicanime.dataset.domain.ItemKind;
import org.magicanime.dataset.domain.LedgerKey;

/// A caption as an item's page shows it.
///
/// @param caption that stands, and that was made
/// @param page whose page it is
public record ShownCaption(ItemCaption caption, LedgerKey page) {
    public String text() {
        String text = caption.text();
        return text == null ? "" : text;
    }

    /// Whether a person wrote it.
    public boolean isCorrected() {
        return caption.corrected() != null;
    }

    /// As the stage made it; empty if it made none.
    public String made() {
        Caption made = caption.made();
        return made == null ? "" : made.text();
    }

    /// Who worded what was made.
    public String source() {
        Caption made = caption.made();
        if (made == null) {
            return "";
        }
        String model = made.model();
        return model == null ? "from measured values" : "by " + model + ", held against measured values";
    }

    /// Where what was measured can be fetched; empty if nothing was made.
    public String facts() {
        LedgerKey own = own();
        return own == null ? "" : "/file?" + ItemLink.query(own) + "&name=facts";
    }

    /// The caption's own page; empty on it, and if there is none.
    public String href() {
        LedgerKey own = own();
        return own == null || own.equals(page) ? "" : ItemLink.href(own);
    }

    private @Nullable LedgerKey own() {
        Caption made = caption.made();
        String params = caption.paramsHash();
        return made == null || params == null
                ? null
                : new LedgerKey(
                        "caption",
                        made.kind() == CaptionKind.GENERAL ? ItemKind.CLIP : ItemKind.MOTION,
                        made.itemId(),
                        params);
    }

    /// The subset whose item a correction is about; empty on the caption's own page.
    public String subset() {
        return switch (page.stage()) {
            case "segment" -> DataSubset.IMAGE_TO_VIDEO.toString();
            case "keypoint" -> DataSubset.TEXT_TO_VIDEO.toString();
            default -> "";
        };
    }

    public String id() {
        return page.itemId();
    }

    public String params() {
        return page.paramsHash();
    }
}
