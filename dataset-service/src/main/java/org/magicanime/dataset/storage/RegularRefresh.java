package org.magicanime.dataset.storage;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.magicanime.dataset.domain.character.CharacterThreshold;

/// Adds up films while they are told of, so that who looks finds little left to do.
@Singleton
class RegularRefresh {
    private static final Logger LOG = Logger.getLogger(RegularRefresh.class);

    private final FilmSummaries summaries;
    private final FilmCharacters characters;
    private final double threshold;
    private boolean away;
    private boolean charactersAway;

    RegularRefresh(LedgerDatabase database, CharacterThreshold threshold) {
        this.summaries = new FilmSummaries(database);
        this.characters = new FilmCharacters(database);
        this.threshold = threshold.distance();
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

    /// Seldom enough that a film with thousands of faces, which takes seconds, may be told of clip by clip.
    @Scheduled(
            every = "10s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void findCharacters() {
        try {
            characters.setThreshold(threshold);
            characters.refresh();
            charactersAway = false;
        } catch (DatabaseBusyException e) {
            if (!charactersAway) {
                LOG.warnf("characters are found again when the database is back: %s", e.getMessage());
            }
            charactersAway = true;
        }
    }
}
