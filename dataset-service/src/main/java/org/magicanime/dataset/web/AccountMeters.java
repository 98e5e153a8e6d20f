package org.magicanime.dataset.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.magicanime.contracts.Busy;
import org.magicanime.dataset.domain.Accounting;
import org.magicanime.dataset.domain.Accounting.Films;
import org.magicanime.dataset.domain.AccountingReader;

/// What became of everything, for whoever scrapes this process: `pipeline_films{state}`, the funnel
/// `pipeline_kept_items{stage}` and `pipeline_dropped_items{stage,reason}`, and how many accounts do not close.
///
/// While the database is away, they stay as they were, and `pipeline_accounts_asked_timestamp` grows old.
@Singleton
class AccountMeters {
    private static final Logger LOG = Logger.getLogger(AccountMeters.class);

    private final AccountingReader accounting;
    private final MultiGauge films;
    private final MultiGauge kept;
    private final MultiGauge dropped;
    private final AtomicLong open;
    private final AtomicLong asked;

    AccountMeters(AccountingReader accounting, MeterRegistry metrics) {
        this.accounting = accounting;
        films = MultiGauge.builder("pipeline.films")
                .description("Films by state")
                .register(metrics);
        kept = MultiGauge.builder("pipeline.kept.items")
                .description("Items that the stage kept")
                .register(metrics);
        dropped = MultiGauge.builder("pipeline.dropped.items")
                .description("Items that the stage dropped")
                .register(metrics);
        open = metrics.gauge("pipeline.accounts.open", new AtomicLong());
        asked = metrics.gauge("pipeline.accounts.asked.timestamp", new AtomicLong());
    }

    @Scheduled(
            every = "30s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void measure() {
        try {
            show(accounting.read());
            asked.set(Instant.now().getEpochSecond());
        } catch (RuntimeException e) {
            if (!(e instanceof Busy)) {
                throw e;
            }
            LOG.debugf("accounts cannot be read now: %s", e.getMessage());
        }
    }

    private void show(Accounting all) {
        Films count = all.films();
        films.register(
                List.of(
                        Row.of(Tags.of("state", "done"), count.done()),
                        Row.of(Tags.of("state", "rejected"), count.rejected()),
                        Row.of(Tags.of("state", "dead"), count.dead()),
                        Row.of(Tags.of("state", "in-flight"), count.inFlight())),
                true);
        List<Row<?>> keptRows = new ArrayList<>();
        List<Row<?>> droppedRows = new ArrayList<>();
        all.stages().forEach(stage -> {
            keptRows.add(Row.of(Tags.of("stage", stage.stage()), stage.kept().items()));
            stage.dropped().stream()
                    .collect(java.util.stream.Collectors.groupingBy(
                            Accounting.Dropped::code,
                            java.util.stream.Collectors.summingLong(Accounting.Dropped::items)))
                    .forEach((reason, items) ->
                            droppedRows.add(Row.of(Tags.of("stage", stage.stage(), "reason", reason), items)));
        });
        kept.register(keptRows, true);
        dropped.register(droppedRows, true);
        open.set((long) all.open().size() + all.contradictions().size());
    }
}
