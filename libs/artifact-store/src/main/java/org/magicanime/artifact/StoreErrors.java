package org.magicanime.artifact;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.errors.ServerException;
import java.io.IOException;
import java.util.Set;

/// Tells what a failed call means: busy, gone, changed or refused.
final class StoreErrors {
    private static final Set<String> BUSY = Set.of(
            "SlowDown",
            "SlowDownRead",
            "SlowDownWrite",
            "RequestTimeout",
            "InternalError",
            "ServiceUnavailable",
            "ServerNotInitialized",
            "OperationAborted",
            "IncompleteBody",
            "BadDigest",
            "XAmzContentSHA256Mismatch");
    private static final Set<String> GONE = Set.of("NoSuchKey", "NoSuchVersion", "NoSuchUpload");

    private StoreErrors() {}

    /// @param what the object and what was tried, for the message
    static RuntimeException translate(Exception e, String what) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ErrorResponseException response) {
                return ofResponse(response, what);
            }
            if (cause instanceof ServerException server) {
                return ofStatus(server.statusCode(), "status " + server.statusCode(), what, e);
            }
            if (cause instanceof IOException) {
                return new StoreBusyException(what + ": the store cannot be reached (" + cause + ")", e);
            }
        }
        if (e instanceof MinioException) {
            // An answer that is not S3's: a proxy's error page, or one that was cut off.
            return new StoreBusyException(what + ": the store's answer cannot be read (" + e + ")", e);
        }
        return e instanceof RuntimeException runtime ? runtime : new IllegalStateException(what, e);
    }

    private static RuntimeException ofResponse(ErrorResponseException e, String what) {
        String code = String.valueOf(e.errorResponse().code());
        if (BUSY.contains(code)) {
            return new StoreBusyException(what + ": the store says " + code, e);
        }
        if (GONE.contains(code)) {
            return new ObjectNotFoundException(what + ": the store says " + code, e);
        }
        return ofStatus(e.response().code(), code, what, e);
    }

    private static RuntimeException ofStatus(int status, String code, String what, Exception e) {
        return switch (status) {
            case 404 ->
                code.equals("NoSuchBucket")
                        ? new StoreRefusedException(what + ": there is no such bucket; was it created?", e)
                        : new ObjectNotFoundException(what + ": there is no such object", e);
            case 304, 412 -> new ObjectChangedException(what + ": a condition does not hold (" + code + ")", e);
            case 408, 409, 425, 429 -> new StoreBusyException(what + ": the store says " + code, e);
            default ->
                status >= 500
                        ? new StoreBusyException(what + ": the store says " + code, e)
                        : new StoreRefusedException(what + ": the store refuses (" + code + ")", e);
        };
    }
}
