package org.magicanime.testkit;

import java.io.InputStream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.magicanime.testkit.UnfinishedWrites.Note;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// Shows objects only once they are whole.
final class WholeObjectsBlobStore extends ForwardingBlobStore {
    private final UnfinishedWrites unfinished;

    WholeObjectsBlobStore(BlobStore delegate, UnfinishedWrites unfinished) {
        super(delegate);
        this.unfinished = unfinished;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        try (Note note = unfinished.begin(request.bucket(), request.key())) {
            return super.putBlob(request, content);
        }
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        try (Note note = unfinished.begin(request.destinationBucket(), request.destinationKey())) {
            return super.copyBlob(request);
        }
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        try (Note note = unfinished.begin(upload.containerName(), upload.blobName())) {
            return super.completeMultipartUpload(upload, request);
        }
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        ListObjectsV2Response listed = super.list(request);
        return listed.toBuilder()
                .contents(listed.contents().stream()
                        .filter(object -> !unfinished.hides(request.bucket(), object.key()))
                        .toList())
                .build();
    }
}
