package org.magicanime.artifact;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Busy;

/// The local disk is full or broken; this says nothing about the input.
public final class LocalDiskException extends RuntimeException implements Busy {
    private static final long serialVersionUID = 1L;

    public LocalDiskException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static LocalDiskException reading(Path file, IOException cause) {
        return new LocalDiskException("cannot read " + file.getFileName() + ": " + cause.getMessage(), cause);
    }

    static LocalDiskException writing(Path file, IOException cause) {
        return new LocalDiskException("cannot write " + file.getFileName() + ": " + cause.getMessage(), cause);
    }
}
