package org.magicanime.stage;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/// Alive while no try of an input takes too long; ready while the service does not stop.
final class StageHealth {
    private StageHealth() {}

    @Liveness
    @ApplicationScoped
    static class Watchdog implements HealthCheck {
        private final InWork inWork;
        private final StageConfig config;

        Watchdog(InWork inWork, StageConfig config) {
            this.inWork = inWork;
            this.config = config;
        }

        @Override
        public HealthCheckResponse call() {
            Duration oldest = inWork.oldestTry().orElse(Duration.ZERO);
            return HealthCheckResponse.named("inputs in work")
                    .status(oldest.compareTo(config.longestWork()) <= 0)
                    .withData("oldest-seconds", oldest.toSeconds())
                    .withData("limit-seconds", config.longestWork().toSeconds())
                    .build();
        }
    }

    @Readiness
    @ApplicationScoped
    static class TakesInputs implements HealthCheck {
        private final InWork inWork;

        TakesInputs(InWork inWork) {
            this.inWork = inWork;
        }

        @Override
        public HealthCheckResponse call() {
            return HealthCheckResponse.named("takes inputs")
                    .status(!inWork.isStopping())
                    .build();
        }
    }
}
