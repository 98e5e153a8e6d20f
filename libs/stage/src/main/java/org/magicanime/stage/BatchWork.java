package org.magicanime.stage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.magicanime.stage.BatchHandler.Position;

/// Takes many inputs at once to one of two outcomes: done, or (for those that cannot be read or fail by themselves) a
/// dead letter.
final class BatchWork {
    private static final Logger LOG = Logger.getLogger(Stage.class);

    private final String service;
    private final EventPublisher publisher;
    private final InWork inWork;
    private final StageConfig config;
    private final Patience patience;
    private final StageMeters meters;

    BatchWork(
            String service,
            EventPublisher publisher,
            InWork inWork,
            StageConfig config,
            Patience patience,
            StageMeters meters) {
        this.service = service;
        this.publisher = publisher;
        this.inWork = inWork;
        this.config = config;
        this.patience = patience;
        this.meters = meters;
    }

    private record Read<E>(ConsumerRecord<String, byte[]> record, E input) {}

    <E> void process(
            List<ConsumerRecord<String, byte[]>> records,
            Function<ConsumerRecord<String, byte[]>, E> parser,
            BatchHandler<E> handler) {
        InWork.Input work = inWork.begin(service);
        try {
            List<Read<E>> inputs = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> record : records) {
                read(work, record, parser, inputs);
            }
            int done = handle(work, inputs, handler);
            List<Position> positions = positions(records);
            untilDone(work, () -> handler.reached(positions));
            meters.ended(service, "done", done);
            meters.took(service, work.age());
            LOG.debugf(
                    "%s: %d of %d inputs done took=%dms",
                    service, done, records.size(), work.age().toMillis());
        } finally {
            inWork.end(work);
        }
    }

    private <E> void read(
            InWork.Input work,
            ConsumerRecord<String, byte[]> record,
            Function<ConsumerRecord<String, byte[]>, E> parser,
            List<Read<E>> inputs) {
        E input;
        try {
            input = parser.apply(record);
        } catch (RuntimeException | StackOverflowError e) {
            die(work, record, 0, e);
            return;
        }
        inputs.add(new Read<>(record, input));
    }

    /// @return how many were done
    private <E> int handle(InWork.Input work, List<Read<E>> inputs, BatchHandler<E> handler) {
        if (inputs.isEmpty()) {
            return 0;
        }
        int tries = inputs.size() == 1 ? config.mostTries() : 1;
        Throwable last = new IllegalStateException("no try was allowed");
        for (int failed = 0; failed < tries; failed++) {
            inWork.refuseToBegin();
            try {
                List<E> all = inputs.stream().map(Read::input).toList();
                patience.untilNotBusy(work, () -> {
                    handler.handle(all);
                    return work;
                });
                return inputs.size();
            } catch (DrainingException e) {
                throw e;
            } catch (RuntimeException | Error e) {
                if (work.interrupted) {
                    // The stop broke it off; that says nothing about the inputs.
                    throw new DrainingException();
                }
                last = e;
                LOG.warnf(e, "%s: a try of %d inputs failed", service, inputs.size());
            }
        }
        if (inputs.size() == 1) {
            die(work, inputs.getFirst().record(), tries, last);
            return 0;
        }
        int half = inputs.size() / 2;
        return handle(work, inputs.subList(0, half), handler)
                + handle(work, inputs.subList(half, inputs.size()), handler);
    }

    private void die(InWork.Input work, ConsumerRecord<String, byte[]> record, int tries, Throwable reason) {
        Outcome outcome = new Outcome(service, publisher, record, TraceContext.of(record.headers()));
        untilDone(work, () -> outcome.die(tries, reason));
        outcome.tell(meters, work.age());
    }

    private void untilDone(InWork.Input work, Runnable action) {
        patience.untilDone(work, () -> {
            action.run();
            return work;
        });
    }

    private static List<Position> positions(List<ConsumerRecord<String, byte[]>> records) {
        Map<TopicPartition, Long> next = new LinkedHashMap<>();
        records.forEach(record ->
                next.merge(new TopicPartition(record.topic(), record.partition()), record.offset() + 1, Math::max));
        return next.entrySet().stream()
                .map(each -> new Position(each.getKey().topic(), each.getKey().partition(), each.getValue()))
                .toList();
    }
}
