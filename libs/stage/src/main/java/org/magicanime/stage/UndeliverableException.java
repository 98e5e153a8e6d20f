package org.magicanime.stage;

/// The broker will never take this record: it is too large, or not what the topic takes.
final class UndeliverableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UndeliverableException(String message, Throwable cause) {
        super(message, cause);
    }
}
