package org.magicanime.ingest.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.ObjectHint;
import org.magicanime.contracts.ObjectId;

/// Holds the bucket listing against the receipts. Notifications get lost (MinIO queues them in memory); what lies in
/// the bucket without a receipt is spoken of.
///
/// An object is spoken of once: then it waits in the topic, for a day if need be behind others. Were it spoken of in
/// every round, a long queue would grow faster than it is worked off.
public final class Reconciler {
    /// After so long an object that was spoken of is spoken of again: somebody may have made the topic anew.
    private static final Duration ONCE_MORE = Duration.ofDays(1);

    private final ArtifactStore store;
    private final ReceiptBook receipts;
    private final String ingestBucket;
    private final Duration patience;
    private final Clock clock;
    /// When this process spoke of an object last.
    private final Map<String, Instant> spokenOf = new HashMap<>();

    /// @param patience how long an object may be without a receipt before it is spoken of
    public Reconciler(ArtifactStore store, ReceiptBook receipts, String ingestBucket, Duration patience, Clock clock) {
        this.store = store;
        this.receipts = receipts;
        this.ingestBucket = ingestBucket;
        this.patience = patience;
        this.clock = clock;
    }

    /// Goes through the bucket once.
    ///
    /// @param speak hears of every object whose notification seems lost
    /// @return how many those are
    public synchronized int reconcile(Consumer<ObjectHint> speak) {
        Set<String> done = receipts.all();
        spokenOf.keySet().removeAll(done);
        Instant now = clock.instant();
        int[] missing = {0};
        store.list(ingestBucket, "", object -> {
            String id = ObjectId.of(object.origin());
            Instant last = spokenOf.get(id);
            Instant due = last == null ? object.lastModified().plus(patience) : last.plus(ONCE_MORE);
            if (!done.contains(id) && !due.isAfter(now)) {
                speak.accept(new ObjectHint(object.bucket(), object.key()));
                spokenOf.put(id, now);
                missing[0]++;
            }
        });
        return missing[0];
    }
}
