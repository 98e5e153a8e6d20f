package org.magicanime.testkit;

import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jboss.logging.Logger;
import org.magicanime.testkit.BucketNotifications.CreatedObject;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// Tells of every object once it is stored or removed. Whether that can be told changes nothing about the object.
final class TellingBlobStore extends ForwardingBlobStore {
    private static final Logger LOG = Logger.getLogger(TellingBlobStore.class);
    /// What s3proxy keeps for itself among the user metadata and among the objects.
    private static final String METADATA_OF_S3PROXY = "s3proxy_";

    private static final String OBJECTS_OF_S3PROXY = ".s3proxy-";

    private final BucketNotifications told;

    TellingBlobStore(BlobStore delegate, BucketNotifications told) {
        super(delegate);
        this.told = told;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        PutObjectResponse response = super.putBlob(request, content);
        tell("s3:ObjectCreated:Put", request.bucket(), request.key());
        return response;
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        CopyObjectResponse response = super.copyBlob(request);
        tell("s3:ObjectCreated:Copy", request.destinationBucket(), request.destinationKey());
        return response;
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
        tell("s3:ObjectCreated:CompleteMultipartUpload", upload.containerName(), upload.blobName());
        return response;
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        DeleteObjectResponse response = super.removeBlob(request);
        telling(request.bucket(), request.key(), () -> told.removed(request.bucket(), request.key()));
        return response;
    }

    private void tell(String event, String bucket, String key) {
        telling(bucket, key, () -> {
            HeadObjectResponse head = blobMetadata(
                    HeadObjectRequest.builder().bucket(bucket).key(key).build());
            if (head != null) {
                told.created(describe(event, bucket, key, head));
            }
        });
    }

    private static CreatedObject describe(String event, String bucket, String key, HeadObjectResponse head) {
        Map<String, String> metadata = new TreeMap<>();
        head.metadata().forEach((name, value) -> {
            if (!name.startsWith(METADATA_OF_S3PROXY)) {
                metadata.put(name.toLowerCase(Locale.ROOT), value);
            }
        });
        return new CreatedObject(
                event,
                bucket,
                key,
                Objects.requireNonNullElse(head.contentLength(), 0L),
                Objects.requireNonNullElse(head.eTag(), "").replace("\"", ""),
                Objects.requireNonNullElse(head.contentType(), "application/octet-stream"),
                metadata);
    }

    private static void telling(String bucket, String key, Runnable telling) {
        if (key.startsWith(OBJECTS_OF_S3PROXY)) {
            return;
        }
        try {
            telling.run();
        } catch (RuntimeException e) {
            LOG.warnf(e, "what happened to %s/%s cannot be told", bucket, key);
        }
    }
}
