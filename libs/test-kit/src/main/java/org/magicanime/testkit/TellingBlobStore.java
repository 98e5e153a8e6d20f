package org.magicanime.testkit;

import java.io.InputStream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.magicanime.testkit.BucketNotifications.CreatedObject;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// Tells of every object once it is stored.
final class TellingBlobStore extends ForwardingBlobStore {
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

    private void tell(String event, String bucket, String key) {
        HeadObjectResponse head =
                blobMetadata(HeadObjectRequest.builder().bucket(bucket).key(key).build());
        if (head != null) {
            Long size = head.contentLength();
            String etag = head.eTag();
            told.created(new CreatedObject(
                    event, bucket, key, size == null ? 0 : size, etag == null ? "" : etag.replace("\"", "")));
        }
    }
}
