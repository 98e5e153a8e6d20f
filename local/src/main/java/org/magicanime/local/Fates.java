package org.magicanime.local;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ObjectId;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.dataset.domain.LastStage;

/// What became of objects that were dropped.
final class Fates {
    private final Ledger ledger;
    private final LastStage until;

    /// @param until after which stage a film is done
    Fates(Ledger ledger, LastStage until) {
        this.ledger = ledger;
        this.until = until;
    }

    /// Whether clips are searched for poses.
    boolean withPoses() {
        return until != LastStage.SEGMENT;
    }

    /// Whether pose spans are searched for faces.
    boolean withFaces() {
        return until.compareTo(LastStage.FACE_CROP) >= 0;
    }

    /// Whether the sound of faces is judged.
    boolean withSpeech() {
        return until.compareTo(LastStage.AUDIO) >= 0;
    }

    /// Whether clips and motions are captioned.
    boolean withCaptions() {
        return until == LastStage.CAPTION;
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
        if (ledger.isDead(object(origin))) {
            return Fate.DEAD;
        }
        if (ledger.rejection(ObjectId.of(origin)) != null) {
            return Fate.REJECTED;
        }
        VideoIngested film = film(origin);
        if (film == null) {
            return Fate.WAITING;
        }
        if (ledger.isSegmented(film.videoId())) {
            if (!withPoses()) {
                return Fate.DONE;
            }
            return !ledger.isPosed(film.videoId())
                            || withFaces() && !ledger.isCropped(film.videoId())
                            || withSpeech() && !ledger.isExtracted(film.videoId())
                            || withCaptions() && !ledger.isCaptioned(film.videoId())
                    ? Fate.IN_WORK
                    : ledger.hasDeadClip(film.videoId()) ? Fate.DEAD : Fate.DONE;
        }
        if (ledger.rejection(film.videoId()) != null) {
            return Fate.REJECTED;
        }
        return ledger.isDead(film.videoId()) ? Fate.DEAD : Fate.IN_WORK;
    }

    Map<Fate, Integer> count(Collection<ObjectOrigin> origins) {
        Map<Fate, Integer> counts = new TreeMap<>();
        origins.forEach(origin -> counts.merge(of(origin), 1, Integer::sum));
        return counts;
    }

    @Nullable
    VideoIngested film(ObjectOrigin origin) {
        return ledger.film(object(origin));
    }

    @Nullable
    ItemRejected rejection(ObjectOrigin origin) {
        ItemRejected rejected = ledger.rejection(ObjectId.of(origin));
        VideoIngested film = film(origin);
        return rejected == null && film != null ? ledger.rejection(film.videoId()) : rejected;
    }

    /// As ingest's record keys have it.
    private static String object(ObjectOrigin origin) {
        return origin.bucket() + "/" + origin.key();
    }
}
