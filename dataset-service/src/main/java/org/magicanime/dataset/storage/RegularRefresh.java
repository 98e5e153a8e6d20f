package org.magicanime.dataset.storage;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// Adds up films while they are told of, so that who looks finds little left to do.
@Singleton
class RegularRefresh {
    private static final Logger LOG = Logger.getLogger(RegularRefresh.class);

    private final FilmSummaries summaries;
    private boolean away;

    RegularRefresh(LedgerDatabase database) {
        this.summaries = new FilmSummaries(database);
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void refresh() {
        try {
            summaries.refresh();
            away = false;
        } catch (DatabaseBusyException e) {
            if (!away) {
                LOG.warnf("films are added up again when the database is back: %s", e.getMessage());
            }
            away = true;
        }
    }
}
