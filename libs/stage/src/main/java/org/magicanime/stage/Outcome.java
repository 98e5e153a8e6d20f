package org.magicanime.stage;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.Telling;

/// What becomes of one input: done, rejected or dead. Counts what the last try told.
final class Outcome implements Telling {
    private static final Logger LOG = Logger.getLogger(Stage.class);

    private final String service;
    private final EventPublisher publisher;
    private final ConsumerRecord<String, byte[]> record;
    private final TraceContext trace;
    private String name = "done";
    private String why = "";
    private int told;
    private int rejections;

    Outcome(String service, EventPublisher publisher, ConsumerRecord<String, byte[]> record, TraceContext trace) {
        this.service = service;
        this.publisher = publisher;
        this.record = record;
        this.trace = trace;
    }

    ConsumerRecord<String, byte[]> record() {
        return record;
    }

    /// What an earlier try told is told again by the next one.
    void beginTry() {
        name = "done";
        why = "";
        told = 0;
        rejections = 0;
    }

    @Override
    public void accept(PipelineEvent event) {
        all(List.of(event));
    }

    /// Tells events. An input of which nothing but rejections is told is rejected.
    @Override
    public void all(List<? extends PipelineEvent> events) {
        publisher.tell(service, events, trace);
        events.forEach(this::count);
    }

    private void count(PipelineEvent event) {
        told++;
        if (event instanceof ItemRejected rejected) {
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

    /// Tells that the input is rejected, whatever was told before.
    void reject(ItemRejected rejection) {
        accept(rejection);
        name = "rejected";
        why = rejection.code();
    }

    /// Puts the input into its dead-letter topic.
    void die(int tries, Throwable reason) {
        beginTry();
        try {
            publisher.send(DeadLetter.of(record, service, tries, reason));
        } catch (UndeliverableException tooLarge) {
            LOG.warnf("%s: the dead letter goes without its input: %s", service, tooLarge.getMessage());
            publisher.send(DeadLetter.withoutInput(record, service, tries, reason));
        }
        name = "dead";
        why = DeadLetter.shown(String.valueOf(reason));
    }

    /// Where the input is, fit for a log line.
    String where() {
        return record.topic() + "/" + record.partition() + "@" + record.offset() + " key="
                + DeadLetter.shown(record.key());
    }

    /// Counts and logs it.
    void tell(StageMeters meters, Duration took) {
        meters.ended(service, name, 1);
        meters.took(service, took);
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
