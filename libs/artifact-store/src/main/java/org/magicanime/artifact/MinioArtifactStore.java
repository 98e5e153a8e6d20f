package org.magicanime.artifact;

import static org.magicanime.artifact.CheckedUpload.SHA256;
import static org.magicanime.artifact.StoreErrors.await;

import io.minio.BucketExistsArgs;
import io.minio.CopyObjectArgs;
import io.minio.Directive;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import io.minio.RemoveObjectArgs;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.CheckedUpload.Upload;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ObjectOrigin;

/// The store over S3's protocol, by MinIO's client (io.minio 9).
///
/// What it writes carries its SHA-256 as user metadata `sha256`. A file of more than 64 MiB goes in parts of 16 MiB;
/// there too the first writer wins. A copy is looked for first and then made: S3 has no condition on a copy's target,
/// so that two copies that pass each other both succeed, with the same bytes under a key that is derived from them.
/// S3 copies objects of up to 5 GiB.
///
/// It does not try again by itself, except for taking up a broken download: the messaging kit does.
public final class MinioArtifactStore implements ArtifactStore, AutoCloseable {
    private static final long LARGEST_WHOLE = 64L << 20;
    private static final long SMALLEST_PART = 16L << 20;
    private static final Pattern SHA256_HEX = Pattern.compile("[0-9a-f]{64}");

    private final MinioAsyncClient client;
    private final CheckedUpload upload;

    private MinioArtifactStore(MinioAsyncClient client) {
        this.client = client;
        this.upload = new CheckedUpload(client, LARGEST_WHOLE, SMALLEST_PART);
    }

    public static MinioArtifactStore connect(StoreConfig config) {
        return new MinioArtifactStore(Connection.open(config));
    }

    @Override
    public Stored put(String bucket, String key, Path file, String mediaType) {
        ArtifactRef ref = new ArtifactRef(bucket, key, Digest.sha256(file), size(file), mediaType);
        if (upload.inParts(ref.size())) {
            // The store would say so only after the last part.
            Optional<ArtifactRef> there = ref(bucket, key);
            if (there.isPresent()) {
                return already(there.get(), ref.sha256());
            }
        }
        return put(ref, () -> upload.store(Upload.ofNew(ref), file));
    }

    @Override
    public Stored put(String bucket, String key, byte[] content, String mediaType) {
        ArtifactRef ref = new ArtifactRef(bucket, key, Digest.sha256(content), content.length, mediaType);
        return put(ref, () -> upload.store(Upload.ofNew(ref), content));
    }

    private Stored put(ArtifactRef ref, Runnable call) {
        try {
            call.run();
            return new Stored(ref, true, true);
        } catch (ObjectChangedException taken) {
            ArtifactRef there = ref(ref.bucket(), ref.key())
                    .orElseThrow(() -> new StoreBusyException(
                            "putting " + name(ref.bucket(), ref.key()) + ": it was there and is gone", taken));
            return already(there, ref.sha256());
        }
    }

    /// Puts a file under a key of the caller's own, as a person's S3 client would: whatever was there is replaced,
    /// unless it has the same bytes.
    ///
    /// @return the version that lies there now
    public ObjectOrigin drop(String bucket, String key, Path file) {
        String sha256 = Digest.sha256(file);
        Optional<StoredObject> there = stat(bucket, key);
        if (there.isPresent() && sha256.equals(there.get().metadata().get(SHA256))) {
            return there.get().origin();
        }
        upload.store(new Upload(bucket, key, sha256, size(file), "application/octet-stream", false), file);
        return require(bucket, key).origin();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw LocalDiskException.reading(file, e);
        }
    }

    private static Stored already(ArtifactRef there, String offered) {
        return new Stored(there, false, there.sha256().equals(offered));
    }

    @Override
    public void get(ArtifactRef ref, Path target) {
        StoredObject object = require(ref.bucket(), ref.key());
        if (object.size() != ref.size()) {
            throw new ObjectChangedException(
                    getting(object) + ": has " + object.size() + " bytes instead of " + ref.size(), null);
        }
        download(object, target, ref.sha256());
    }

    @Override
    public InputStream read(ArtifactRef ref, long first, long length) {
        StoredObject object = require(ref.bucket(), ref.key());
        if (first < 0 || length < 1 || length > object.size() - first) {
            throw new IllegalArgumentException(
                    getting(object) + ": has " + object.size() + " bytes and no part of " + length + " at " + first);
        }
        return open(object, first, length);
    }

    @Override
    public String get(ObjectOrigin origin, long largest, Path target) {
        StoredObject object = requireVersion(origin, "getting ");
        if (object.size() > largest) {
            throw new StoreRefusedException(
                    getting(object) + ": has " + object.size() + " bytes, more than the limit of " + largest, null);
        }
        return download(object, target, null);
    }

    private String download(StoredObject object, Path target, @Nullable String sha256) {
        return new CheckedDownload(getting(object), (offset, length) -> open(object, offset, length))
                .into(target, object.size(), sha256);
    }

    private InputStream open(StoredObject object, long offset, long length) {
        return await(
                client.getObject(GetObjectArgs.builder()
                        .bucket(object.bucket())
                        .object(object.key())
                        .matchETag(quoted(object.etag()))
                        .offset(offset)
                        .length(length)
                        .build()),
                getting(object));
    }

    @Override
    public Optional<byte[]> find(String bucket, String key, int largest) {
        String what = "reading " + name(bucket, key);
        return unlessAbsent(() -> {
            try (GetObjectResponse in = await(
                    client.getObject(
                            GetObjectArgs.builder().bucket(bucket).object(key).build()),
                    what)) {
                byte[] content = in.readNBytes(largest);
                if (in.read() >= 0) {
                    throw new StoreRefusedException(what + ": larger than the limit of " + largest + " bytes", null);
                }
                String expected = in.headers().get("x-amz-meta-" + SHA256);
                if (expected != null && !expected.equals(Digest.sha256(content))) {
                    throw new ObjectChangedException(what + ": its bytes do not have its SHA-256", null);
                }
                return content;
            } catch (IOException e) {
                throw StoreErrors.translate(e, what);
            }
        });
    }

    @Override
    public Optional<StoredObject> stat(String bucket, String key) {
        return unlessAbsent(() -> {
            return ObjectFacts.of(
                    bucket,
                    key,
                    await(
                            client.statObject(StatObjectArgs.builder()
                                    .bucket(bucket)
                                    .object(key)
                                    .build()),
                            "looking at " + name(bucket, key)));
        });
    }

    @Override
    public Optional<ArtifactRef> ref(String bucket, String key) {
        return stat(bucket, key).map(object -> {
            String known = object.metadata().get(SHA256);
            String sha256 = known != null && SHA256_HEX.matcher(known).matches() ? known : digest(object);
            return new ArtifactRef(bucket, key, sha256, object.size(), object.mediaType());
        });
    }

    private String digest(StoredObject object) {
        if (object.size() == 0) {
            return Digest.sha256(new byte[0]);
        }
        try (InputStream in = open(object, 0, object.size())) {
            return Digest.sha256(in);
        } catch (IOException e) {
            throw StoreErrors.translate(e, getting(object));
        }
    }

    @Override
    public Stored copy(ObjectOrigin origin, String bucket, String key, String sha256, String mediaType) {
        Optional<ArtifactRef> there = ref(bucket, key);
        if (there.isPresent()) {
            return already(there.get(), sha256);
        }
        StoredObject film = requireVersion(origin, "copying ");
        String etag = quoted(film.etag());
        SourceObject source = SourceObject.builder()
                .bucket(film.bucket())
                .object(film.key())
                .matchETag(etag)
                .build();
        await(
                client.copyObject(CopyObjectArgs.builder()
                        // With its size the client does not look at it once more.
                        .source(new SourceObject(source, film.size(), etag))
                        .bucket(bucket)
                        .object(key)
                        .metadataDirective(Directive.REPLACE)
                        .headers(Map.of("Content-Type", mediaType))
                        .userMetadata(Map.of(SHA256, sha256))
                        .build()),
                "copying " + name(origin.bucket(), origin.key()) + " to " + name(bucket, key));
        return new Stored(new ArtifactRef(bucket, key, sha256, film.size(), mediaType), true, true);
    }

    @Override
    public void list(String bucket, String prefix, Consumer<StoredObject> each) {
        Listing.ofAll(client, bucket, prefix).forEach(each);
    }

    @Override
    public List<String> folders(String bucket, String prefix, int most) {
        return Listing.ofFolders(client, bucket, prefix).folders(most);
    }

    @Override
    public void delete(String bucket, String key) {
        unlessAbsent(() -> await(
                client.removeObject(
                        RemoveObjectArgs.builder().bucket(bucket).object(key).build()),
                "removing " + name(bucket, key)));
    }

    @Override
    public void ensureBucket(String bucket) {
        if (hasBucket(bucket)) {
            return;
        }
        try {
            await(client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build()), "creating the bucket " + bucket);
        } catch (StoreBusyException e) {
            // Another service may have created it in this moment; stores answer that with 409.
            if (!hasBucket(bucket)) {
                throw e;
            }
        }
    }

    private boolean hasBucket(String bucket) {
        return await(
                client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build()),
                "looking for the bucket " + bucket);
    }

    private StoredObject require(String bucket, String key) {
        return stat(bucket, key)
                .orElseThrow(() -> new ObjectNotFoundException("there is no object " + name(bucket, key), null));
    }

    private StoredObject requireVersion(ObjectOrigin origin, String doing) {
        StoredObject object = require(origin.bucket(), origin.key());
        if (!object.etag().equals(origin.etag())) {
            throw new ObjectChangedException(
                    doing + name(origin.bucket(), origin.key()) + ": it was replaced since it was told", null);
        }
        return object;
    }

    private static <T extends @Nullable Object> Optional<T> unlessAbsent(Supplier<T> call) {
        try {
            return Optional.ofNullable(call.get());
        } catch (ObjectNotFoundException e) {
            return Optional.empty();
        }
    }

    private static String getting(StoredObject object) {
        return "getting " + name(object.bucket(), object.key());
    }

    private static String name(String bucket, String key) {
        return ObjectName.of(bucket, key);
    }

    /// As HTTP has it; s3proxy's HEAD takes it no other way.
    private static String quoted(String etag) {
        return '"' + etag + '"';
    }

    @Override
    public void close() {
        client.close();
    }
}
