package org.magicanime.local;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ObjectId;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.VideoIngested;

/// What became of objects that were dropped.
final class Fates {
    private final Ledger ledger;

    Fates(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Where one object is.
    enum Fate {
        WAITING,
        IN_WORK,
        DONE,
        REJECTED,
        DEAD
    }

    Fate of(ObjectOrigin origin) {
        String objectId = ObjectId.of(origin);
        if (isDead(origin.bucket() + "/" + origin.key())) {
            return Fate.DEAD;
        }
        if (ledger.rejections().stream().anyMatch(rejected -> rejected.itemId().equals(objectId))) {
            return Fate.REJECTED;
        }
        VideoIngested film = film(origin);
        if (film == null) {
            return Fate.WAITING;
        }
        if (ledger.isSegmented(film.videoId())) {
            boolean rejected =
                    ledger.rejections().stream().anyMatch(each -> each.itemId().equals(film.videoId()));
            return rejected ? Fate.REJECTED : Fate.DONE;
        }
        return isDead(film.videoId()) ? Fate.DEAD : Fate.IN_WORK;
    }

    Map<Fate, Integer> count(Collection<ObjectOrigin> origins) {
        Map<Fate, Integer> counts = new TreeMap<>();
        origins.forEach(origin -> counts.merge(of(origin), 1, Integer::sum));
        return counts;
    }

    @Nullable
    VideoIngested film(ObjectOrigin origin) {
        return ledger.films().stream()
                .filter(film -> film.origin().key().equals(origin.key())
                        && film.origin().bucket().equals(origin.bucket()))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    ItemRejected rejection(ObjectOrigin origin) {
        String objectId = ObjectId.of(origin);
        VideoIngested film = film(origin);
        return ledger.rejections().stream()
                .filter(rejected -> rejected.itemId().equals(objectId)
                        || (film != null && rejected.itemId().equals(film.videoId())))
                .findFirst()
                .orElse(null);
    }

    private boolean isDead(String key) {
        return ledger.deadLetters().stream().anyMatch(letter -> key.equals(letter.key()));
    }
}
