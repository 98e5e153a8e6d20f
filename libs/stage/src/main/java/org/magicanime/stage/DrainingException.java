package org.magicanime.stage;

/// The service stops: the input is left unacknowledged for the next process.
final class DrainingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DrainingException() {
        super("the service stops; the input is left for the next process");
    }
}
