package org.magicanime.contracts;

/// One version of an object that a stranger put into the ingest bucket.
///
/// @param bucket the bucket
/// @param key the key as the stranger chose it: text to show, never a file name
/// @param etag the store's version mark, without quotes
public record ObjectOrigin(String bucket, String key, String etag) {
    public ObjectOrigin {
        Checks.text(bucket, "origin.bucket", 63);
        Checks.text(key, "origin.key", 1024);
        Checks.text(etag, "origin.etag", 256);
    }
}
