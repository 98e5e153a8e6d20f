package org.magicanime.ingest.domain;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.ArtifactStore.Stored;
import org.magicanime.artifact.ArtifactStore.StoredObject;
import org.magicanime.artifact.ObjectChangedException;
import org.magicanime.artifact.ObjectNotFoundException;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ObjectHint;
import org.magicanime.contracts.ObjectId;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.VideoId;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.video.FilmReader;
import org.magicanime.video.ProbeReport;
import org.magicanime.video.UnreadableFilmException;
import org.magicanime.video.WorkFolder;
import org.magicanime.video.WorkFolders;

/// Takes an object out of the ingest bucket: reads it once for its hash and a local file, probes it, copies it where
/// strangers cannot change it, tells it, and leaves a receipt.
///
/// May be killed at any point and run again. A film is told as it was told first, whatever name it comes under later.
public final class FilmIntake {
    private static final String STAGE = "ingest";
    private static final String MEDIA_TYPE = "application/octet-stream";
    /// An object that is replaced while it is read is taken up again; one that never rests is left to the reconciler.
    private static final int MOST_CHANGES = 5;

    private final ArtifactStore store;
    private final FilmReader reader;
    private final ReceiptBook receipts;
    private final IntakeLimits limits;
    private final WorkFolders workFolders;
    private final String artifactsBucket;

    public FilmIntake(
            ArtifactStore store,
            FilmReader reader,
            ReceiptBook receipts,
            IntakeLimits limits,
            WorkFolders workFolders,
            String artifactsBucket) {
        this.store = store;
        this.reader = reader;
        this.receipts = receipts;
        this.limits = limits;
        this.workFolders = workFolders;
        this.artifactsBucket = artifactsBucket;
    }

    /// Takes what is there now under the hint's key.
    ///
    /// @param tell publishes an event and waits for its acknowledgement
    /// @return false if there was nothing to do: the object is gone, or has a receipt
    public boolean take(ObjectHint hint, Consumer<PipelineEvent> tell) {
        for (int change = 0; change < MOST_CHANGES; change++) {
            Optional<StoredObject> found = store.stat(hint.bucket(), hint.key());
            if (found.isEmpty() || receipts.hasReceipt(ObjectId.of(found.get().origin()))) {
                return false;
            }
            try {
                takeVersion(found.get(), tell);
                return true;
            } catch (ObjectChangedException | ObjectNotFoundException e) {
                // Replaced or removed while it was read: look again at what is there now.
                continue;
            }
        }
        throw new RestlessObjectException();
    }

    /// Notes that an object became a dead letter. A version that replaced it since then counts as given up too, as far
    /// as the reconciler goes; its own notification still brings it in.
    public void giveUp(ObjectHint hint) {
        store.stat(hint.bucket(), hint.key())
                .filter(object -> !receipts.hasReceipt(ObjectId.of(object.origin())))
                .ifPresent(object -> receipts.giveUp(object.origin(), object.size()));
    }

    private void takeVersion(StoredObject object, Consumer<PipelineEvent> tell) {
        if (object.size() > limits.maxBytes()) {
            String reason = "the object has more bytes than the limit";
            reject(object, null, "too-large", reason, (double) object.size(), (double) limits.maxBytes(), tell);
            return;
        }
        try (WorkFolder folder = workFolders.create()) {
            Path film = folder.path().resolve("film");
            String sha256 = store.get(object.origin(), limits.maxBytes(), film);
            String videoId = VideoId.of(sha256);
            VideoIngested telling = receipts.findTelling(videoId).orElseGet(() -> accept(object, film, sha256));
            if (!telling.origin().key().equals(object.key())) {
                String reason = "the same bytes are in the data set already, under another name";
                reject(object, videoId, "duplicate", reason, null, null, tell);
                return;
            }
            tell.accept(telling);
            receipts.keep(Receipt.ingested(object.origin(), object.size(), videoId));
        } catch (UnreadableFilmException e) {
            reject(object, null, e.code(), String.valueOf(e.getMessage()), e.measured(), e.threshold(), tell);
        }
    }

    private VideoIngested accept(StoredObject object, Path film, String sha256) {
        ProbeReport report = reader.probe(film, limits.film());
        String videoId = VideoId.of(sha256);
        Stored copy = keep(object, film, sha256, ArtifactKeys.source(videoId));
        return receipts.keepTelling(new VideoIngested(
                videoId,
                copy.ref(),
                object.origin(),
                LabelReader.read(object.key(), object.metadata()),
                report.facts()));
    }

    /// Inside the store where it can; larger objects go there once more.
    private Stored keep(StoredObject object, Path film, String sha256, String key) {
        return object.size() > ArtifactStore.LARGEST_COPY
                ? store.put(artifactsBucket, key, film, MEDIA_TYPE)
                : store.copy(object.origin(), artifactsBucket, key, sha256, MEDIA_TYPE);
    }

    private void reject(
            StoredObject object,
            @Nullable String videoId,
            String code,
            String reason,
            @Nullable Double measured,
            @Nullable Double threshold,
            Consumer<PipelineEvent> tell) {
        ObjectOrigin origin = object.origin();
        tell.accept(new ItemRejected(
                ObjectId.of(origin),
                STAGE,
                code,
                reason,
                videoId,
                null,
                origin,
                measured,
                threshold,
                null,
                null,
                null,
                Map.of()));
        receipts.keep(Receipt.rejected(origin, object.size(), videoId, code));
    }
}
