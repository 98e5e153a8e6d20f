package org.magicanime.artifact;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.errors.ServerException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Tells what a failed call means: busy, gone, changed or refused.
///
/// Messages carry S3's code and never the client's own text, which has the headers of the request in it; nor is the
/// client's exception kept as cause where it does.
final class StoreErrors {
    private static final Set<String> BUSY = Set.of(
            "SlowDown",
            "SlowDownRead",
            "SlowDownWrite",
            "RequestTimeout",
            "InternalError",
            "ServiceUnavailable",
            "ServerNotInitialized",
            "XMinioServerNotInitialized",
            "OperationAborted",
            // Bytes that were lost or mangled on the way.
            "IncompleteBody",
            "BadDigest",
            "XAmzContentSHA256Mismatch",
            "XAmzContentChecksumMismatch",
            // The store forgot our parts, as it does when it is started again; a fresh upload can pass.
            "NoSuchUpload",
            "InvalidPart",
            // A clock is wrong and may be set right.
            "RequestTimeTooSkewed");

    private StoreErrors() {}

    /// Waits for a call and throws what its failure means.
    ///
    /// @param what the object and what is tried, for the message
    static <T> T await(CompletableFuture<T> call, String what) {
        try {
            return call.get();
        } catch (ExecutionException e) {
            throw translate(e, what);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreBusyException(what + ": interrupted while waiting for the store", e);
        }
    }

    static RuntimeException translate(Exception e, String what) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ErrorResponseException response) {
                return ofResponse(response, what);
            }
            if (cause instanceof ServerException server) {
                return ofStatus(server.statusCode(), "status " + server.statusCode(), what);
            }
            if (cause instanceof IOException) {
                return new StoreBusyException(what + ": the store cannot be reached (" + cause + ")", cause);
            }
        }
        Throwable failure = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
        if (failure instanceof MinioException) {
            // A proxy's error page, or an answer that was cut off.
            return new StoreBusyException(what + ": the answer is not S3's; is the endpoint the store's?", null);
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(what, failure);
    }

    private static RuntimeException ofResponse(ErrorResponseException e, String what) {
        String code = String.valueOf(e.errorResponse().code());
        return BUSY.contains(code)
                ? new StoreBusyException(what + ": the store says " + code, null)
                : ofStatus(e.response().code(), code, what);
    }

    private static RuntimeException ofStatus(int status, String code, String what) {
        return switch (status) {
            case 404 ->
                code.equals("NoSuchBucket")
                        ? new StoreRefusedException(what + ": there is no such bucket; was it created?", null)
                        : new ObjectNotFoundException(what + ": there is no such object", null);
            case 304, 412 -> new ObjectChangedException(what + ": a condition does not hold (" + code + ")", null);
            case 408, 409, 425, 429 -> new StoreBusyException(what + ": the store says " + code, null);
            case 403 ->
                new StoreRefusedException(
                        what + ": the store refuses (" + code + "); are access key, secret key and rights the ones"
                                + " of this service?",
                        null);
            default ->
                status >= 500
                        ? new StoreBusyException(what + ": the store says " + code, null)
                        : new StoreRefusedException(what + ": the store refuses (" + code + ")", null);
        };
    }
}
