package org.magicanime.contracts;

/// Points at bytes in the object store. Events carry these and never the bytes.
///
/// @param bucket the bucket
/// @param key the object key, one that {@link ArtifactKeys} makes
/// @param sha256 64 lower-case hex digits over the bytes
/// @param size bytes, not negative
/// @param mediaType for example `video/mp4`
public record ArtifactRef(String bucket, String key, String sha256, long size, String mediaType) {
    public ArtifactRef {
        Checks.text(bucket, "bucket", 63);
        ArtifactKeys.require(key);
        Checks.sha256(sha256, "sha256");
        Checks.that(size >= 0, "size must not be negative");
        Checks.text(mediaType, "mediaType", 127);
    }
}
