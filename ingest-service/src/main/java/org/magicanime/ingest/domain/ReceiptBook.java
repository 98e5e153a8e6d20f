package org.magicanime.ingest.domain;

import java.util.Optional;
import java.util.Set;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.VideoIngested;

/// What the stage remembers, in the object store.
public interface ReceiptBook {
    boolean hasReceipt(String objectId);

    /// The ids of all objects that have a receipt or were given up.
    Set<String> all();

    void keep(Receipt receipt);

    /// Notes that an object became a dead letter, so that it is not looked for again. It has no receipt: when it is put
    /// back, it is taken like any other.
    void giveUp(ObjectOrigin origin, long size);

    /// How a film was first told, if it was.
    Optional<VideoIngested> findTelling(String videoId);

    /// Keeps the first telling of a film and returns it; a later one is dropped for the first.
    VideoIngested keepTelling(VideoIngested telling);
}
