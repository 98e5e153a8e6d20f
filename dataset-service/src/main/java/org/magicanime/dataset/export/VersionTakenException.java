package org.magicanime.dataset.export;

/// Another data set was frozen under this name. The message says what differs.
public final class VersionTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VersionTakenException(String name, String differences) {
        super("there is a version '" + name + "' already, of another data set: " + differences
                + ". Choose another name; versions do not change");
    }
}
