package org.magicanime.dataset.export;

import org.magicanime.dataset.domain.Accounting;

/// Films are in flight, or frames are not accounted for: what is frozen now would not be what becomes of the films.
public final class UnfinishedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfinishedException(Accounting accounts) {
        super(
                "the data set is not finished: %d films in flight, %d accounts that do not close, %d contradictions; wait for the rest, or say 'unfinished' to freeze what there is"
                        .formatted(
                                accounts.films().inFlight(),
                                accounts.open().size(),
                                accounts.contradictions().size()));
    }
}
