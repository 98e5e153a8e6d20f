package org.magicanime.dataset.web;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import org.magicanime.dataset.web.access.Access;

/// Lets tokens be exchanged without a restart.
@Singleton
class TokenReload {
    private final Access access;

    TokenReload(Access access) {
        this.access = access;
    }

    @Scheduled(
            every = "2s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void readAgain() {
        access.readAgain();
    }
}
