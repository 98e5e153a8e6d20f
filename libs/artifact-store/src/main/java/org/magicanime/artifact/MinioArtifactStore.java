package org.magicanime.artifact;

import io.minio.BucketExistsArgs;
import io.minio.CopyObjectArgs;
import io.minio.Directive;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.messages.Item;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ObjectOrigin;

/// The store over S3's protocol, by MinIO's client (io.minio 9).
///
/// What it writes carries its SHA-256 as user metadata `sha256`. Above 64 MiB it writes in parts; S3 takes
/// `If-None-Match` for those only where the last part is told, which this client cannot send, so that there the key is
/// looked at before. Two writers that pass each other then write the same bytes, since keys are derived from content
/// and parameters.
public final class MinioArtifactStore implements ArtifactStore, AutoCloseable {
    private static final long PART = 64L << 20;
    private static final String SHA256 = "sha256";
    private static final Map<String, String> ONLY_NEW = Map.of("If-None-Match", "*");

    private final MinioClient client;

    private MinioArtifactStore(MinioClient client) {
        this.client = client;
    }

    public static MinioArtifactStore connect(StoreConfig config) {
        MinioClient client = MinioClient.builder()
                .endpoint(config.endpoint().toString())
                .region(config.region())
                .credentials(config.accessKey(), config.secretKey())
                .build();
        client.setTimeout(
                config.connectTimeout().toMillis(),
                config.transferTimeout().toMillis(),
                config.transferTimeout().toMillis());
        return new MinioArtifactStore(client);
    }

    @Override
    public Stored put(String bucket, String key, Path file, String mediaType) {
        try (InputStream in = Files.newInputStream(file)) {
            ArtifactRef ref = new ArtifactRef(bucket, key, Sha256.of(file), Files.size(file), mediaType);
            return put(ref, in);
        } catch (IOException e) {
            throw new LocalDiskException("cannot read " + file.getFileName() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Stored put(String bucket, String key, byte[] content, String mediaType) {
        return put(
                new ArtifactRef(bucket, key, Sha256.of(content), content.length, mediaType),
                new ByteArrayInputStream(content));
    }

    private Stored put(ArtifactRef ref, InputStream in) {
        if (ref.size() > PART) {
            Optional<ArtifactRef> there = ref(ref.bucket(), ref.key());
            if (there.isPresent()) {
                return already(there.get(), ref.sha256());
            }
        }
        try {
            client.putObject(PutObjectArgs.builder()
                    .bucket(ref.bucket())
                    .object(ref.key())
                    .headers(ref.size() > PART ? Map.of() : ONLY_NEW)
                    .userMetadata(Map.of(SHA256, ref.sha256()))
                    .contentType(ref.mediaType())
                    .stream(in, ref.size(), PART)
                    .build());
            return new Stored(ref, true, true);
        } catch (Exception e) {
            RuntimeException translated = translate(e, "putting", ref.bucket(), ref.key());
            if (translated instanceof ObjectChangedException) {
                return already(
                        ref(ref.bucket(), ref.key())
                                .orElseThrow(() -> new StoreBusyException(
                                        "putting " + ref.key() + ": it was there and is gone", translated)),
                        ref.sha256());
            }
            throw translated;
        }
    }

    private static Stored already(ArtifactRef there, String offered) {
        return new Stored(there, false, there.sha256().equals(offered));
    }

    /// Puts a file under a key of the caller's own, as a person's S3 client would: whatever was there is replaced,
    // unless
    /// it has the same bytes.
    ///
    /// @return the version that lies there now
    public ObjectOrigin drop(String bucket, String key, Path file) {
        String sha256 = Sha256.of(file);
        Optional<StoredObject> there = stat(bucket, key);
        if (there.isPresent() && sha256.equals(there.get().metadata().get(SHA256))) {
            return there.get().origin();
        }
        try (InputStream in = Files.newInputStream(file)) {
            client.putObject(
                    PutObjectArgs.builder().bucket(bucket).object(key).userMetadata(Map.of(SHA256, sha256)).stream(
                                    in, Files.size(file), PART)
                            .build());
        } catch (Exception e) {
            throw translate(e, "putting", bucket, key);
        }
        return require(bucket, key).origin();
    }

    @Override
    public void get(ArtifactRef ref, Path target) {
        StoredObject object = require(ref.bucket(), ref.key());
        String what = "getting " + ref.bucket() + "/" + ref.key();
        if (object.size() != ref.size()) {
            throw new ObjectChangedException(what + ": has " + object.size() + " bytes instead of " + ref.size(), null);
        }
        String sha256 = download(object, target);
        if (!sha256.equals(ref.sha256())) {
            CheckedDownload.remove(target);
            throw new ObjectChangedException(what + ": has another SHA-256 than was told", null);
        }
    }

    @Override
    public String get(ObjectOrigin origin, long largest, Path target) {
        StoredObject object = require(origin.bucket(), origin.key());
        if (!object.etag().equals(origin.etag())) {
            throw new ObjectChangedException("getting an object: it was replaced", null);
        }
        if (object.size() > largest) {
            throw new StoreRefusedException(
                    "getting an object: has " + object.size() + " bytes, more than the limit " + largest, null);
        }
        return download(object, target);
    }

    private String download(StoredObject object, Path target) {
        String what = "getting " + object.bucket() + "/" + object.key();
        return new CheckedDownload(what, (offset, length) -> open(object, offset, length)).into(target, object.size());
    }

    private InputStream open(StoredObject object, long offset, long length) {
        try {
            return client.getObject(GetObjectArgs.builder()
                    .bucket(object.bucket())
                    .object(object.key())
                    .matchETag(object.etag())
                    .offset(offset)
                    .length(length)
                    .build());
        } catch (Exception e) {
            throw translate(e, "getting", object.bucket(), object.key());
        }
    }

    @Override
    public Optional<byte[]> find(String bucket, String key, int largest) {
        try (InputStream in = client.getObject(
                GetObjectArgs.builder().bucket(bucket).object(key).build())) {
            byte[] content = in.readNBytes(largest + 1);
            if (content.length > largest) {
                throw new StoreRefusedException(
                        "reading " + bucket + "/" + key + ": larger than " + largest + " bytes", null);
            }
            return Optional.of(content);
        } catch (StoreRefusedException e) {
            throw e;
        } catch (Exception e) {
            return absent(translate(e, "reading", bucket, key));
        }
    }

    @Override
    public Optional<StoredObject> stat(String bucket, String key) {
        try {
            StatObjectResponse stat = client.statObject(
                    StatObjectArgs.builder().bucket(bucket).object(key).build());
            Map<String, String> metadata = new HashMap<>();
            stat.userMetadata()
                    .forEach(entry -> metadata.put(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue()));
            return Optional.of(new StoredObject(
                    bucket,
                    key,
                    unquoted(stat.etag()),
                    stat.size(),
                    stat.contentType() == null ? "application/octet-stream" : stat.contentType(),
                    stat.lastModified().toInstant(),
                    metadata));
        } catch (Exception e) {
            return absent(translate(e, "looking at", bucket, key));
        }
    }

    @Override
    public Optional<ArtifactRef> ref(String bucket, String key) {
        Optional<StoredObject> found = stat(bucket, key);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        StoredObject object = found.get();
        String known = object.metadata().get(SHA256);
        String sha256 = known != null ? known : digest(object);
        return Optional.of(new ArtifactRef(bucket, key, sha256, object.size(), object.mediaType()));
    }

    private String digest(StoredObject object) {
        try (InputStream in = open(object, 0, object.size())) {
            var digest = Sha256.begin();
            byte[] chunk = new byte[1 << 16];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
            return java.util.HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new StoreBusyException("reading " + object.bucket() + "/" + object.key() + ": broke off", e);
        }
    }

    @Override
    public Stored copy(ObjectOrigin origin, String bucket, String key, String sha256, String mediaType) {
        Optional<ArtifactRef> there = ref(bucket, key);
        if (there.isPresent()) {
            return already(there.get(), sha256);
        }
        try {
            client.copyObject(CopyObjectArgs.builder()
                    .source(SourceObject.builder()
                            .bucket(origin.bucket())
                            .object(origin.key())
                            .build())
                    .bucket(bucket)
                    .object(key)
                    .metadataDirective(Directive.REPLACE)
                    // quoted, as HTTP has it: s3proxy compares to the letter, and the client's own option does not
                    // quote
                    .headers(Map.of("Content-Type", mediaType, "x-amz-copy-source-if-match", '"' + origin.etag() + '"'))
                    .userMetadata(Map.of(SHA256, sha256))
                    .build());
        } catch (Exception e) {
            throw translate(e, "copying an object to", bucket, key);
        }
        StoredObject copy = require(bucket, key);
        return new Stored(new ArtifactRef(bucket, key, sha256, copy.size(), mediaType), true, true);
    }

    @Override
    public void list(String bucket, String prefix, Consumer<StoredObject> each) {
        try {
            for (Result<Item> result : client.listObjects(ListObjectsArgs.builder()
                    .bucket(bucket)
                    .prefix(prefix)
                    .recursive(true)
                    .build())) {
                Item item = result.get();
                if (!item.isDir()) {
                    each.accept(new StoredObject(
                            bucket,
                            item.objectName(),
                            unquoted(item.etag()),
                            item.size(),
                            "application/octet-stream",
                            item.lastModified().toInstant(),
                            Map.of()));
                }
            }
        } catch (Exception e) {
            throw translate(e, "listing", bucket, prefix);
        }
    }

    @Override
    public void delete(String bucket, String key) {
        try {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(key).build());
        } catch (Exception e) {
            RuntimeException translated = translate(e, "removing", bucket, key);
            if (!(translated instanceof ObjectNotFoundException)) {
                throw translated;
            }
        }
    }

    @Override
    public void ensureBucket(String bucket) {
        try {
            if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
                client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
            }
        } catch (Exception e) {
            throw translate(e, "creating the bucket", bucket, "");
        }
    }

    private StoredObject require(String bucket, String key) {
        return stat(bucket, key)
                .orElseThrow(() -> new ObjectNotFoundException("there is no object " + bucket + "/" + key, null));
    }

    private static <T> Optional<T> absent(RuntimeException translated) {
        if (translated instanceof ObjectNotFoundException) {
            return Optional.empty();
        }
        throw translated;
    }

    /// s3proxy quotes the etags of copies and multipart uploads, single puts not.
    private static String unquoted(@Nullable String etag) {
        return etag == null ? "" : etag.replace("\"", "");
    }

    private static RuntimeException translate(Exception e, String doing, String bucket, String key) {
        return StoreErrors.translate(e, doing + " " + bucket + "/" + key);
    }

    @Override
    public void close() throws Exception {
        client.close();
    }
}
