package org.magicanime.artifact;

import org.jspecify.annotations.Nullable;

/// The store will never do this: no rights, no such bucket, too large. The message names bucket and key.
public final class StoreRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
