package org.magicanime.contracts;

import java.util.List;

/// Names one version of one object that a stranger put into the ingest bucket: the first 32 hex digits of the SHA-256
/// over bucket, key and etag. An object that is replaced gets another id; no text of the key survives in it.
public final class ObjectId {
    private ObjectId() {}

    public static String of(ObjectOrigin origin) {
        return Digests.sha256Hex(List.of(origin.bucket(), origin.key(), origin.etag()))
                .substring(0, 32);
    }
}
