package org.magicanime.artifact;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ObjectOrigin;

/// Bytes under keys. The first writer of a key wins; every transfer is checked by length and SHA-256.
///
/// All methods throw {@link StoreBusyException} when the store is away, slow or says "later" (the messaging kit then
/// tries again in place), {@link ObjectNotFoundException} when an object does not exist, {@link ObjectChangedException}
/// when it is no longer the version that was asked for, and {@link StoreRefusedException} when the store will never do
/// what was asked (no rights, no such bucket).
public interface ArtifactStore {
    /// Stores a file under a key unless something is there already (`If-None-Match: *`).
    ///
    /// @param mediaType for example `video/mp4`
    /// @return what is stored now and whether this call stored it. If the key was taken, `ref` describes the object
    ///     that is there, and `sameContent` says whether it has the file's bytes.
    Stored put(String bucket, String key, Path file, String mediaType);

    /// Like {@link #put(String, String, Path, String)}, for small things.
    Stored put(String bucket, String key, byte[] content, String mediaType);

    /// Fetches an artifact into a file that does not exist yet, in ranges, taking up again where a transfer broke off;
    /// length and SHA-256 are checked, and on any error the file is gone.
    void get(ArtifactRef ref, Path target);

    /// Reads a part of an artifact, for somebody who looks at it. The bytes are not checked: a part has no digest.
    ///
    /// @param first offset of the first byte
    /// @param length bytes, at least 1; the part must lie inside of the artifact
    /// @return to be closed by the caller
    InputStream read(ArtifactRef ref, long first, long length);

    /// Fetches exactly this version of a stranger's object into a file that does not exist yet and digests it on the
    /// way.
    ///
    /// @param largest bytes; a larger object is not fetched: {@link StoreRefusedException}
    /// @return lower-case hex SHA-256 of the bytes
    String get(ObjectOrigin origin, long largest, Path target);

    /// Reads a small object whole.
    ///
    /// @param largest bytes; {@link StoreRefusedException} if the object is larger
    Optional<byte[]> find(String bucket, String key, int largest);

    /// What the store knows about an object.
    Optional<StoredObject> stat(String bucket, String key);

    /// Describes an artifact that exists, with its SHA-256 (from its metadata if we wrote it, else by reading it).
    Optional<ArtifactRef> ref(String bucket, String key);

    /// Bytes of the largest object that S3 copies in one call.
    long LARGEST_COPY = 5L << 30;

    /// Copies exactly this version of a stranger's object inside the store, unless the target is there already. Of at
    /// most {@link #LARGEST_COPY} bytes: what is larger, its reader puts.
    ///
    /// @param sha256 of the bytes, as {@link #get(ObjectOrigin, long, Path)} returned it
    Stored copy(ObjectOrigin origin, String bucket, String key, String sha256, String mediaType);

    /// Lists all objects under a prefix, in the store's order, without holding them all in memory.
    void list(String bucket, String prefix, Consumer<StoredObject> each);

    /// Names of the folders right under a prefix, in the store's order: what keys have between the prefix and the next
    /// `/`. What lies in the folders is not gone through.
    ///
    /// @param prefix empty, or one that ends in `/`
    /// @param most names that are told at most, the first ones
    List<String> folders(String bucket, String prefix, int most);

    /// Removes an object; it is no error if there is none.
    void delete(String bucket, String key);

    /// Creates the bucket if it is missing.
    void ensureBucket(String bucket);

    /// The outcome of a put or copy.
    ///
    /// @param ref what is stored under the key now
    /// @param created whether this call stored it
    /// @param sameContent whether what is stored has the bytes that were offered
    record Stored(ArtifactRef ref, boolean created, boolean sameContent) {}

    /// @param etag without quotes
    /// @param metadata user metadata, names in lower case
    record StoredObject(
            String bucket,
            String key,
            String etag,
            long size,
            String mediaType,
            java.time.Instant lastModified,
            Map<String, String> metadata) {
        public StoredObject {
            metadata = Map.copyOf(metadata);
        }

        public ObjectOrigin origin() {
            return new ObjectOrigin(bucket, key, etag);
        }
    }
}
