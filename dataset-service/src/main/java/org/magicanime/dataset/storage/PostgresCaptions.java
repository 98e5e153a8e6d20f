package org.magicanime.dataset.storage;

import java.util.List;
import java.util.Optional;
import org.magicanime.dataset.domain.CaptionReader;
import org.magicanime.dataset.domain.ItemCaption;
import org.magicanime.dataset.domain.ItemKind;
import org.magicanime.dataset.domain.LedgerKey;

/// Captions of the ledger.
public final class PostgresCaptions implements CaptionReader {
    private final LedgerDatabase database;

    public PostgresCaptions(LedgerDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<ItemCaption> find(LedgerKey key) {
        return switch (key.stage()) {
            case "segment" ->
                key.kind() == ItemKind.CLIP
                        ? read(CaptionQueries.COLUMNS + " from ledger c" + CaptionQueries.OF_CLIP, "c", key, true)
                        : Optional.empty();
            case "keypoint" ->
                key.kind() == ItemKind.SPAN
                        ? read(CaptionQueries.COLUMNS + " from ledger s" + CaptionQueries.OF_SPAN, "s", key, false)
                        : Optional.empty();
            case "caption" -> {
                boolean general = key.kind() == ItemKind.CLIP;
                yield read(
                        CaptionQueries.COLUMNS + " from ledger m"
                                + CaptionQueries.corrected(general ? "image-to-video" : "text-to-video", "m"),
                        "m",
                        key,
                        general);
            }
            default -> Optional.empty();
        };
    }

    private Optional<ItemCaption> read(String columns, String item, LedgerKey key, boolean general) {
        String query = "select %s where (%s.stage, %2$s.kind, %2$s.item_id, %2$s.params_hash) = (?, ?, ?, ?)"
                .formatted(columns, item);
        List<String> values = List.of(key.stage(), key.kind().toString(), key.itemId(), key.paramsHash());
        return database
                .read(connection -> Queries.all(
                        connection,
                        query,
                        values,
                        row -> general ? CaptionQueries.general(row, 1) : CaptionQueries.motion(row, 1)))
                .stream()
                .filter(each -> each.text() != null)
                .findFirst();
    }
}
