package org.magicanime.dataset.domain.review;

/// Somebody else changed the same meanwhile.
public final class OvertakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OvertakenException(String message) {
        super(message);
    }
}
