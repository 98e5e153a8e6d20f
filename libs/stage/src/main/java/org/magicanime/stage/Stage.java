package org.magicanime.stage;

import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.RejectedException;

/// Takes one service's inputs to one of three outcomes: done, rejected, or (after too many tries) a dead letter. While
/// a store or the broker is away it tries again in place for as long as it takes.
///
/// The caller acknowledges the input when {@link #process} returns, which is after everything was told and acknowledged
/// by the broker. It throws only when the service stops: then the input is not acknowledged and the next process has
/// it.
public final class Stage {
    private static final Logger LOG = Logger.getLogger(Stage.class);

    private final String service;
    private final Attempts attempts;
    private final EventPublisher publisher;
    private final InWork inWork;
    private final StageConfig config;
    private final Patience patience;
    private final StageMeters meters;
    private final BatchWork batches;

    Stage(
            String service,
            Attempts attempts,
            EventPublisher publisher,
            InWork inWork,
            StageConfig config,
            Patience patience,
            StageMeters meters) {
        this.service = service;
        this.attempts = attempts;
        this.publisher = publisher;
        this.inWork = inWork;
        this.config = config;
        this.patience = patience;
        this.meters = meters;
        this.batches = new BatchWork(service, publisher, inWork, config, patience, meters);
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
            Outcome outcome = new Outcome(service, publisher, record, trace);
            read(input, outcome, parser, handler);
            outcome.tell(meters, input.age());
        } finally {
            inWork.end(input);
            MDC.remove("traceId");
        }
    }

    /// Tells an event that no input led to, such as what a person decided, and waits for the broker.
    ///
    /// @throws BrokerBusyException if the broker does not acknowledge in time, or refuses for now; it may have the
    ///     event nevertheless
    public void tell(PipelineEvent event) {
        publisher.tell(service, List.of(event), TraceContext.begin());
    }

    /// Processes many inputs at once, for a stage that keeps what it hears and tells nothing of it.
    ///
    /// What cannot be read, and an input that fails by itself, becomes a dead letter; the others are handled.
    /// Tries are counted in this process only: they are cheap to repeat, and a mark in the store for each would
    /// cost more than the work.
    ///
    /// @param records in the order of their offsets
    /// @param parser throws whatever it likes if a record cannot be read
    public <E> void processAll(
            List<ConsumerRecord<String, byte[]>> records,
            Function<ConsumerRecord<String, byte[]>, E> parser,
            BatchHandler<E> handler) {
        batches.process(records, parser, handler);
    }

    private <E> void read(InWork.Input input, Outcome outcome, Function<byte[], E> parser, StageHandler<E> handler) {
        E event;
        try {
            if (outcome.record().value() == null) {
                throw new UnreadableEventException("the record has no value", null);
            }
            event = parser.apply(outcome.record().value());
        } catch (RuntimeException | StackOverflowError e) {
            untilDone(input, () -> outcome.die(0, e));
            return;
        }
        work(input, outcome, event, handler);
    }

    private <E> void work(InWork.Input input, Outcome outcome, E event, StageHandler<E> handler) {
        Attempts.Count count = patience.untilDone(input, () -> attempts.count(service, outcome.record()));
        int failed = count.failed();
        Throwable last =
                new IllegalStateException("the process died " + failed + " times while it worked on this input");
        while (failed < config.mostTries()) {
            inWork.refuseToBegin();
            String mark = patience.untilDone(input, () -> attempts.begin(count));
            try {
                patience.untilNotBusy(input, () -> handle(outcome, event, handler));
                untilDone(input, () -> attempts.done(count));
                return;
            } catch (DrainingException e) {
                abandon(mark);
                throw e;
            } catch (RuntimeException | Error e) {
                if (input.interrupted) {
                    // The stop broke it off; that says nothing about the input.
                    abandon(mark);
                    throw new DrainingException();
                }
                last = e;
                failed++;
                LOG.warnf(e, "%s: try %d of %d failed: %s", service, failed, config.mostTries(), outcome.where());
            }
        }
        giveUp(input, outcome, event, handler, failed, last);
        untilDone(input, () -> attempts.done(count));
    }

    private <E> void giveUp(
            InWork.Input input, Outcome outcome, E event, StageHandler<E> handler, int tries, Throwable reason) {
        untilDone(input, () -> outcome.die(tries, reason));
        try {
            patience.untilNotBusy(input, () -> {
                handler.givenUp(event, reason);
                return input;
            });
        } catch (DrainingException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s: cannot note that the input was given up: %s", service, outcome.where());
        }
    }

    /// @return something, as it is used where a value is wanted
    private <E> Outcome handle(Outcome outcome, E event, StageHandler<E> handler) {
        outcome.beginTry();
        try {
            handler.handle(event, outcome);
        } catch (RejectedException e) {
            outcome.reject(e.rejection());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e.toString(), e);
        }
        return outcome;
    }

    private void untilDone(InWork.Input input, Runnable work) {
        patience.untilDone(input, () -> {
            work.run();
            return input;
        });
    }

    /// A mark that stays behind because the store is away as well costs the input one try at most.
    private void abandon(String mark) {
        // The thread may have been interrupted by the stop; the store would not even be asked.
        boolean interrupted = Thread.interrupted();
        try {
            attempts.abandon(mark);
        } catch (RuntimeException e) {
            LOG.warnf("%s: the mark of an abandoned try stays behind: %s", service, e.getMessage());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
