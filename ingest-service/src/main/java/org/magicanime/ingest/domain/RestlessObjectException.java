package org.magicanime.ingest.domain;

import org.magicanime.contracts.Busy;

/// An object is replaced again and again while it is read; later it may rest.
final class RestlessObjectException extends RuntimeException implements Busy {
    private static final long serialVersionUID = 1L;

    RestlessObjectException() {
        super("the object is replaced again and again while it is read");
    }
}
