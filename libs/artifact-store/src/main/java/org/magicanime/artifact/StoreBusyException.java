package org.magicanime.artifact;

import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Busy;

/// The store is away, slow, or cut a transfer short; trying again later can help.
public final class StoreBusyException extends RuntimeException implements Busy {
    private static final long serialVersionUID = 1L;

    public StoreBusyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
