package org.magicanime.stage;

import org.jspecify.annotations.Nullable;

/// A record is not the event that its topic carries. It becomes a dead letter at once.
public final class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
