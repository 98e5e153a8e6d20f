package org.magicanime.dataset.web;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Busy;
import org.magicanime.dataset.domain.AccountingReader;
import org.magicanime.dataset.domain.FilmProgress;

/// How fast films come through, asked at most once in two seconds however many look.
@Singleton
class LatestFilms {
    private static final long NEW_NANOS = 2_000_000_000;

    private final AccountingReader accounting;
    private @Nullable Header last;
    private long askedAt;

    LatestFilms(AccountingReader accounting) {
        this.accounting = accounting;
    }

    /// @param progress absent while the database is away
    /// @param problem why it is absent
    record Header(@Nullable FilmProgress progress, @Nullable String problem) {}

    synchronized Header read() {
        Header known = last;
        if (known == null || System.nanoTime() - askedAt > NEW_NANOS) {
            known = ask();
            last = known;
            askedAt = System.nanoTime();
        }
        return known;
    }

    private Header ask() {
        try {
            return new Header(accounting.progress(), null);
        } catch (RuntimeException e) {
            if (e instanceof Busy) {
                return new Header(null, e.getMessage());
            }
            throw e;
        }
    }
}
