package org.magicanime.dataset.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Subset;
import org.magicanime.dataset.domain.CaptionReader;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.ItemDetails;
import org.magicanime.dataset.domain.ItemKind;
import org.magicanime.dataset.domain.ItemReader;
import org.magicanime.dataset.domain.LedgerKey;
import org.magicanime.dataset.domain.Outcome;
import org.magicanime.dataset.domain.character.CharacterReader;
import org.magicanime.dataset.domain.review.ReviewReader;

/// The page of an item.
@Singleton
class ItemPages {
    private final ItemReader items;
    private final CharacterReader characters;
    private final ReviewReader reviews;
    private final CaptionReader captions;

    ItemPages(ItemReader items, CharacterReader characters, ReviewReader reviews, CaptionReader captions) {
        this.items = items;
        this.characters = characters;
        this.reviews = reviews;
        this.captions = captions;
    }

    /// @param fault why what was decided about the face's character on the page before cannot be; empty if nothing was,
    ///     or it could
    /// @param reviewFault likewise about the item
    /// @throws NotFoundException if there is no such item
    TemplateInstance of(LedgerKey key, String fault, String reviewFault) {
        ItemDetails found = items.find(key).orElseThrow(() -> new NotFoundException("the ledger has no such item"));
        return Pages.item(
                new ItemLink(found.entry()),
                found,
                found.measures().stream().map(MeasureRow::new).toList(),
                PageResource.links(found.madeFrom()),
                PageResource.links(found.made()),
                ToldItem.of(found.document()),
                company(key, fault),
                captions.find(key).map(each -> new ShownCaption(each, key)).orElse(null),
                reviews(found),
                reviewFault);
    }

    /// Empty of what no subset has.
    private List<SubsetReview> reviews(ItemDetails item) {
        LedgerKey key = item.entry().key();
        return item.entry().outcome() == Outcome.REJECTED
                ? List.of()
                : Arrays.stream(DataSubset.values())
                        .filter(each -> each.stage().equals(key.stage()) && each.kind() == key.kind())
                        .map(each -> new SubsetReview(
                                each,
                                key.itemId(),
                                key.paramsHash(),
                                reviews.history(Subset.valueOf(each.name()), key.itemId())))
                        .toList();
    }

    private @Nullable FaceCompany company(LedgerKey key, String fault) {
        return key.kind() == ItemKind.FACE
                ? new FaceCompany(
                        key.itemId(), key.paramsHash(), characters.relations(key.itemId(), key.paramsHash()), fault)
                : null;
    }
}
