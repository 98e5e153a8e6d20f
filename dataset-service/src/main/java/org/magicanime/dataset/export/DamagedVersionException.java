package org.magicanime.dataset.export;

import org.jspecify.annotations.Nullable;

/// A file of a frozen version is gone or has other bytes.
public final class DamagedVersionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedVersionException(String name, @Nullable Throwable cause) {
        super(
                "files of the version '" + name + "' are gone or were altered; './magicanime dataset verify " + name
                        + "' says which",
                cause);
    }
}
