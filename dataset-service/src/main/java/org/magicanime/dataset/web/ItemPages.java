package org.magicanime.dataset.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.ItemDetails;
import org.magicanime.dataset.domain.ItemKind;
import org.magicanime.dataset.domain.ItemReader;
import org.magicanime.dataset.domain.LedgerKey;
import org.magicanime.dataset.domain.character.CharacterReader;

/// The page of an item.
@Singleton
class ItemPages {
    private final ItemReader items;
    private final CharacterReader characters;

    ItemPages(ItemReader items, CharacterReader characters) {
        this.items = items;
        this.characters = characters;
    }

    /// @param fault why what was decided on the page before cannot be; empty if nothing was, or it could
    /// @throws NotFoundException if there is no such item
    TemplateInstance of(LedgerKey key, String fault) {
        ItemDetails found = items.find(key).orElseThrow(() -> new NotFoundException("the ledger has no such item"));
        return Pages.item(
                new ItemLink(found.entry()),
                found,
                found.measures().stream().map(MeasureRow::new).toList(),
                PageResource.links(found.madeFrom()),
                PageResource.links(found.made()),
                ToldItem.of(found.document()),
                company(key, fault));
    }

    private @Nullable FaceCompany company(LedgerKey key, String fault) {
        return key.kind() == ItemKind.FACE
                ? new FaceCompany(
                        key.itemId(), key.paramsHash(), characters.relations(key.itemId(), key.paramsHash()), fault)
                : null;
    }
}
