package org.magicanime.artifact;

import org.jspecify.annotations.Nullable;

/// There is no such object.
public final class ObjectNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ObjectNotFoundException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
