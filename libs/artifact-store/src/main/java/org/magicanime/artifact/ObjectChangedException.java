package org.magicanime.artifact;

import org.jspecify.annotations.Nullable;

/// The object is no longer the version that was asked for.
public final class ObjectChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ObjectChangedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
