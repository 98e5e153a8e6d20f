package org.magicanime.dataset.storage;

import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Busy;

/// The database is away, starting, full or not set up: that says nothing about what is written.
public final class DatabaseBusyException extends RuntimeException implements Busy {
    private static final long serialVersionUID = 1L;

    DatabaseBusyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
