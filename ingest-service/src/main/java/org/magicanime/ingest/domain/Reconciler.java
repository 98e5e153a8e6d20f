package org.magicanime.ingest.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.ObjectId;

/// Holds the bucket listing against the receipts. Notifications get lost (MinIO queues them in memory); what lies in
// the
/// bucket without a receipt is spoken of again.
public final class Reconciler {
    private final ArtifactStore store;
    private final ReceiptBook receipts;
    private final String ingestBucket;
    private final Duration patience;
    private final Clock clock;
    /// When this process spoke of an object last, so that one that waits in the topic is not spoken of every time.
    private final Map<String, Instant> spokenOf = new HashMap<>();

    /// @param patience how long an object may be without a receipt before it is spoken of (again)
    public Reconciler(ArtifactStore store, ReceiptBook receipts, String ingestBucket, Duration patience, Clock clock) {
        this.store = store;
        this.receipts = receipts;
        this.ingestBucket = ingestBucket;
        this.patience = patience;
        this.clock = clock;
    }

    /// @param speak hears of every object whose notification seems lost
    /// @return how many those are
    public synchronized int reconcile(Consumer<ObjectHint> speak) {
        Set<String> done = receipts.all();
        spokenOf.keySet().removeAll(done);
        Instant now = clock.instant();
        int[] missing = {0};
        store.list(ingestBucket, "", object -> {
            String id = ObjectId.of(object.origin());
            Instant last = spokenOf.getOrDefault(id, object.lastModified());
            if (!done.contains(id) && !last.plus(patience).isAfter(now)) {
                speak.accept(new ObjectHint(object.bucket(), object.key()));
                spokenOf.put(id, now);
                missing[0]++;
            }
        });
        return missing[0];
    }
}
