package org.magicanime.artifact;

import static org.magicanime.artifact.StoreErrors.await;

import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.Http;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectAPIArgs;
import io.minio.UploadPartArgs;
import io.minio.messages.Part;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.magicanime.contracts.ArtifactRef;

/// Stores bytes with their SHA-256 as user metadata.
///
/// A body travels unsigned beside a signed digest: the store checks what it got against the digest while it streams,
/// where a signed body would have to lie in the store's memory before it may be looked at. Of a file, no more than a
/// network buffer is in memory on either side.
///
/// S3 takes `If-None-Match` for an upload in parts where the parts are put together. The client's own upload of large
/// files cannot say it there, so the four calls are made here.
final class CheckedUpload {
    static final String SHA256 = "sha256";
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    /// S3 takes up to 10,000 parts of 5 MiB to 5 GiB.
    private static final int MOST_PARTS = 10_000;

    private final MinioAsyncClient client;
    private final long largestWhole;
    private final long smallestPart;

    /// @param largestWhole bytes; a larger file is sent in parts
    /// @param smallestPart bytes; parts are larger where a file would need too many
    CheckedUpload(MinioAsyncClient client, long largestWhole, long smallestPart) {
        this.client = client;
        this.largestWhole = largestWhole;
        this.smallestPart = smallestPart;
    }

    boolean inParts(long size) {
        return size > largestWhole;
    }

    /// @throws ObjectChangedException if the key is taken and the object must be new
    void store(Upload object, byte[] content) {
        await(client.putObject(whole(object).data(content, content.length).build()), object.what());
    }

    /// @throws ObjectChangedException if the key is taken and the object must be new
    void store(Upload object, Path file) {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (inParts(object.size())) {
                storeInParts(object, bytes);
            } else {
                await(client.putObject(whole(object).file(bytes, object.size()).build()), object.what());
            }
        } catch (IOException e) {
            throw LocalDiskException.reading(file, e);
        }
    }

    private static PutObjectAPIArgs.Builder whole(Upload object) {
        Http.Headers headers = object.described();
        headers.putAll(new Http.Headers(object.condition()));
        headers.put(Http.Headers.X_AMZ_CONTENT_SHA256, UNSIGNED);
        headers.put(
                Http.Headers.X_AMZ_CHECKSUM_SHA256,
                Base64.getEncoder().encodeToString(HexFormat.of().parseHex(object.sha256())));
        return PutObjectAPIArgs.builder()
                .bucket(object.bucket())
                .object(object.key())
                .contentType(object.mediaType())
                .headers(headers);
    }

    private void storeInParts(Upload object, RandomAccessFile bytes) throws IOException {
        String uploadId = await(
                        client.createMultipartUpload(CreateMultipartUploadArgs.builder()
                                .bucket(object.bucket())
                                .object(object.key())
                                .headers(object.described())
                                .build()),
                        object.what())
                .result()
                .uploadId();
        try {
            await(
                    client.completeMultipartUpload(CompleteMultipartUploadArgs.builder()
                            .bucket(object.bucket())
                            .object(object.key())
                            .extraHeaders(object.condition())
                            .uploadId(uploadId)
                            .parts(sendParts(object, uploadId, bytes))
                            // the messaging kit tries again
                            .maxRetries(1)
                            .build()),
                    object.what());
        } catch (RuntimeException | IOException e) {
            abort(object, uploadId, e);
            throw e;
        }
    }

    private Part[] sendParts(Upload object, String uploadId, RandomAccessFile bytes) throws IOException {
        long partSize = Math.max(smallestPart, Math.ceilDiv(object.size(), MOST_PARTS));
        Part[] parts = new Part[Math.toIntExact(Math.ceilDiv(object.size(), partSize))];
        for (int i = 0; i < parts.length; i++) {
            long from = i * partSize;
            long length = Math.min(partSize, object.size() - from);
            Http.Headers headers = new Http.Headers();
            headers.put(Http.Headers.X_AMZ_CONTENT_SHA256, UNSIGNED);
            headers.put(Http.Headers.CONTENT_MD5, Digest.md5(bytes.getChannel(), from, length));
            bytes.seek(from);
            parts[i] = await(
                            client.uploadPart(UploadPartArgs.builder()
                                    .bucket(object.bucket())
                                    .object(object.key())
                                    .uploadId(uploadId)
                                    .partNumber(i + 1)
                                    .file(bytes, length)
                                    .headers(headers)
                                    .build()),
                            object.what() + ", part " + (i + 1) + " of " + parts.length)
                    .part();
        }
        return parts;
    }

    /// Lets the store forget the parts. Where it cannot hear that, it forgets them after its own term.
    private void abort(Upload object, String uploadId, Exception cause) {
        try {
            await(
                    client.abortMultipartUpload(AbortMultipartUploadArgs.builder()
                            .bucket(object.bucket())
                            .object(object.key())
                            .uploadId(uploadId)
                            .build()),
                    "forgetting the parts of " + ObjectName.of(object.bucket(), object.key()));
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    /// What is to be stored.
    ///
    /// @param sha256 of the bytes, lower-case hex
    /// @param size bytes
    /// @param onlyNew whether an object that is there already stays
    record Upload(String bucket, String key, String sha256, long size, String mediaType, boolean onlyNew) {
        static Upload ofNew(ArtifactRef ref) {
            return new Upload(ref.bucket(), ref.key(), ref.sha256(), ref.size(), ref.mediaType(), true);
        }

        private Map<String, String> condition() {
            return onlyNew ? Map.of("If-None-Match", "*") : Map.of();
        }

        private Http.Headers described() {
            Http.Headers headers = new Http.Headers();
            headers.put(Http.Headers.CONTENT_TYPE, mediaType);
            headers.put("x-amz-meta-" + SHA256, sha256);
            return headers;
        }

        private String what() {
            return "putting " + ObjectName.of(bucket, key);
        }
    }
}
