package org.magicanime.stage;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.magicanime.contracts.Busy;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.RejectedException;

/// Takes one service's inputs to one of three outcomes: done, rejected, or (after too many tries) a dead letter. While
// a
/// store or the broker is away it tries again in place for as long as it takes.
///
/// The caller acknowledges the input when {@link #process} returns, which is after everything was told and acknowledged
/// by the broker.
public final class Stage {
    private static final Logger LOG = Logger.getLogger(Stage.class);

    private final String service;
    private final Attempts attempts;
    private final EventPublisher publisher;
    private final InWork inWork;
    private final StageConfig config;
    private final Pauses pauses;
    private final MeterRegistry metrics;

    Stage(
            String service,
            Attempts attempts,
            EventPublisher publisher,
            InWork inWork,
            StageConfig config,
            Pauses pauses,
            MeterRegistry metrics) {
        this.service = service;
        this.attempts = attempts;
        this.publisher = publisher;
        this.inWork = inWork;
        this.config = config;
        this.pauses = pauses;
        this.metrics = metrics;
    }

    /// Processes an event of ours.
    public <E extends PipelineEvent> void process(
            ConsumerRecord<String, byte[]> record, Class<E> type, StageHandler<E> handler) {
        process(record, json -> EventJson.readEvent(json, type), handler);
    }

    /// Processes an input of another form.
    ///
    /// @param parser throws whatever it likes if the bytes cannot be read: they become a dead letter
    public <E> void process(
            ConsumerRecord<String, byte[]> record, Function<byte[], E> parser, StageHandler<E> handler) {
        TraceContext trace = TraceContext.of(record.headers());
        MDC.put("traceId", trace.traceId());
        InWork.Input input = inWork.begin(service);
        try {
            Outcome outcome = new Outcome(record, trace);
            processRead(input, outcome, parser, handler);
            outcome.tell(input.age());
        } finally {
            inWork.end(input);
            MDC.remove("traceId");
        }
    }

    private <E> void processRead(
            InWork.Input input, Outcome outcome, Function<byte[], E> parser, StageHandler<E> handler) {
        E event;
        try {
            if (outcome.record.value() == null) {
                throw new UnreadableEventException("the record has no value", null);
            }
            event = parser.apply(outcome.record.value());
        } catch (RuntimeException e) {
            untilNotBusy(input, () -> deadLetter(outcome, 0, e));
            return;
        }
        Attempts.Count count = untilNotBusy(input, () -> attempts.count(service, outcome.record));
        int failed = count.failed();
        RuntimeException last =
                new IllegalStateException("the process died " + failed + " times while it worked on this input");
        while (failed < config.mostTries()) {
            String mark = untilNotBusy(input, () -> attempts.begin(count));
            try {
                untilNotBusy(input, () -> handle(outcome, event, handler));
                untilNotBusy(input, () -> done(count));
                return;
            } catch (DrainingException e) {
                abandon(mark);
                throw e;
            } catch (RuntimeException e) {
                last = e;
                failed++;
                LOG.warnf(e, "%s: try %d of %d failed: %s", service, failed, config.mostTries(), outcome.where());
            }
        }
        int tries = failed;
        RuntimeException reason = last;
        untilNotBusy(input, () -> deadLetter(outcome, tries, reason));
        untilNotBusy(input, () -> done(count));
    }

    private <E> Void handle(Outcome outcome, E event, StageHandler<E> handler) {
        try {
            handler.handle(event, outcome::publish);
        } catch (RejectedException e) {
            outcome.publish(e.rejection());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return null;
    }

    private Void done(Attempts.Count count) {
        attempts.done(count);
        return null;
    }

    /// A mark that stays behind because the store is away as well costs the input one try at most.
    private void abandon(String mark) {
        try {
            attempts.abandon(mark);
        } catch (RuntimeException e) {
            LOG.warnf("%s: the mark of an abandoned try stays behind: %s", service, e.getMessage());
        }
    }

    private Void deadLetter(Outcome outcome, int tries, RuntimeException reason) {
        publisher.send(DeadLetter.of(outcome.record, service, tries, reason));
        outcome.name = "dead";
        outcome.why = String.valueOf(reason);
        return null;
    }

    /// Does something that a store or the broker may be too busy for, until they are not.
    private <T> T untilNotBusy(InWork.Input input, java.util.function.Supplier<T> work) {
        Duration pause = config.firstPause();
        boolean paused = false;
        try {
            while (true) {
                try {
                    return work.get();
                } catch (RuntimeException e) {
                    if (!isBusy(e)) {
                        throw e;
                    }
                    if (!paused) {
                        paused = true;
                        input.retrying = true;
                        pauses.begin();
                        LOG.warnf("%s: waits and tries again: %s", service, e.getMessage());
                    }
                    metrics.counter("pipeline.retries", "stage", service).increment();
                    inWork.pause(jittered(pause));
                    pause = pause.multipliedBy(2).compareTo(config.longestPause()) < 0
                            ? pause.multipliedBy(2)
                            : config.longestPause();
                }
            }
        } finally {
            if (paused) {
                input.retrying = false;
                pauses.end();
            }
        }
    }

    private static Duration jittered(Duration pause) {
        return Duration.ofNanos(
                (long) (pause.toNanos() * ThreadLocalRandom.current().nextDouble(0.5, 1.0)));
    }

    private static boolean isBusy(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Busy || cause instanceof RetriableException) {
                return true;
            }
        }
        return false;
    }

    /// What becomes of one input.
    private final class Outcome {
        private final ConsumerRecord<String, byte[]> record;
        private final TraceContext trace;
        private String name = "done";
        private String why = "";
        private int told;
        private int rejections;

        Outcome(ConsumerRecord<String, byte[]> record, TraceContext trace) {
            this.record = record;
            this.trace = trace;
        }

        void publish(PipelineEvent event) {
            publisher.tell(service, event, trace);
            told++;
            if (event instanceof org.magicanime.contracts.ItemRejected rejected) {
                rejections++;
                why = rejected.code();
            }
            if (told == rejections) {
                name = "rejected";
            } else {
                name = "done";
                why = "";
            }
        }

        String where() {
            return record.topic() + "/" + record.partition() + "@" + record.offset() + " key="
                    + DeadLetter.shown(record.key());
        }

        void tell(Duration took) {
            metrics.counter("pipeline.events", "stage", service, "outcome", name)
                    .increment();
            metrics.timer("pipeline.processing", "stage", service).record(took);
            LOG.infof(
                    "%s: %s%s told=%d rejections=%d took=%dms %s trace=%s",
                    service,
                    name,
                    why.isEmpty() ? "" : " (" + why + ")",
                    told,
                    rejections,
                    took.toMillis(),
                    where(),
                    trace.traceId());
        }
    }
}
