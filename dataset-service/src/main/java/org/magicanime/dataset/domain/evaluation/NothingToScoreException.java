package org.magicanime.dataset.domain.evaluation;

/// There is what was asked for, and nothing in it that could be scored.
public final class NothingToScoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NothingToScoreException(String message) {
        super(message);
    }
}
