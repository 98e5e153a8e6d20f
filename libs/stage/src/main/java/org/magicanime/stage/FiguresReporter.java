package org.magicanime.stage;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import org.magicanime.stage.StageMeters.Counted;

/// Tells every few seconds what this process did, if it did something. A process that dies takes its last seconds with
/// it: these are figures, not accounts.
@ApplicationScoped
class FiguresReporter {
    private static final Logger LOG = Logger.getLogger(FiguresReporter.class);

    private final String topic = Topics.catalogue().figures().topic();
    private final String process;
    private final StageMeters meters;
    private final InWork inWork;
    private final EventPublisher publisher;
    /// Stages of which the last report said that something was in work.
    private final Set<String> busy = new HashSet<>();

    FiguresReporter(StageMeters meters, InWork inWork, EventPublisher publisher, StageConfig config) {
        this.meters = meters;
        this.inWork = inWork;
        this.publisher = publisher;
        this.process = config.processId().orElseGet(() -> UUID.randomUUID().toString());
    }

    @Scheduled(
            every = "5s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void report() {
        Map<String, Counted> counted = meters.sinceLastTime();
        Set<String> stages = new HashSet<>(counted.keySet());
        inWork.all().forEach(input -> stages.add(input.service));
        stages.forEach(stage ->
                report(stage, counted.getOrDefault(stage, new Counted(Map.of(), StageFigures.noTimes()))));
    }

    private void report(String stage, Counted counted) {
        int working = inWork.count(stage, false);
        boolean wasBusy = busy.remove(stage);
        if (working > 0) {
            busy.add(stage);
        }
        if (working == 0 && !wasBusy && counted.isEmpty()) {
            return;
        }
        StageFigures figures = StageFigures.of(
                stage, process, working, inWork.count(stage, true), counted.outcomes(), counted.times());
        try {
            publisher.send(new ProducerRecord<>(topic, stage, EventJson.write(figures)));
        } catch (BrokerBusyException | UndeliverableException | DrainingException e) {
            LOG.debugf(e, "%s: figures of some seconds are lost", stage);
        }
    }
}
