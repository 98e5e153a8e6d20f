package org.magicanime.dataset.domain.character;

/// A decision contradicts others; the message says which, and what to do. Nothing was told.
public class ContradictionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ContradictionException(Contradiction contradiction) {
        super(contradiction.message());
    }
}
