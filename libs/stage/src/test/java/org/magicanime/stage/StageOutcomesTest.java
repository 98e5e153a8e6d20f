package org.magicanime.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.magicanime.contracts.RejectedException;
import org.magicanime.contracts.VideoIngested;

/// The three outcomes, in an application on a real broker and a real store.
@QuarkusTest
@QuarkusTestResource(Servers.class)
class StageOutcomesTest {
    @Inject
    SegmentLikeConsumer service;

    @Inject
    MeterRegistry metrics;

    private final VideoIngested film = Films.film(UUID.randomUUID().toString());
    private final Predicate<ConsumerRecord<String, byte[]>> ofFilm = about(film);
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Handler logHandler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            log.add(new org.jboss.logmanager.formatters.PatternFormatter("%s")
                    .format(org.jboss.logmanager.ExtLogRecord.wrap(record)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private Ear ear;

    @BeforeEach
    void listen() {
        ear = new Ear(Servers.running().bootstrapServers());
        Logger.getLogger(Stage.class.getName()).addHandler(logHandler);
    }

    @AfterEach
    void hangUp() {
        Logger.getLogger(Stage.class.getName()).removeHandler(logHandler);
        service.doUsualWork();
        ear.close();
    }

    @Test
    void anInputIsDoneWhenItsEventIsToldWithTheHeadersOfCloudEventsAndOfItsTrace() {
        double before = counted("done");
        String trace = "0af7651916cd43dd8448eb211c80319c";
        ProducerRecord<String, byte[]> input =
                new ProducerRecord<>(Ear.FILMS, 0, film.videoId(), EventJson.write(film));
        input.headers().add("traceparent", ("00-" + trace + "-b7ad6b7169203331-01").getBytes(UTF_8));

        long offset = ear.say(input);

        ConsumerRecord<String, byte[]> told =
                ear.awaitHeard(Ear.RESULTS, 1, ofFilm).getFirst();
        assertThat(EventJson.readEvent(told.value(), org.magicanime.contracts.VideoSegmented.class))
                .isEqualTo(Films.segmented(film));
        Map<String, String> headers = headers(told);
        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "org.magicanime.VideoSegmented")
                .containsEntry("ce_source", "urn:magicanime:segment")
                .containsEntry("ce_subject", film.videoId())
                .containsEntry("content-type", "application/json");
        assertThat(Instant.parse(headers.get("ce_time"))).isBeforeOrEqualTo(Instant.now());
        assertThat(headers.get("traceparent"))
                .matches("00-" + trace + "-[0-9a-f]{16}-01")
                .doesNotContain("b7ad6b71");
        Ear.await("it is acknowledged", () -> ear.committed() == offset + 1);
        Ear.await("it is counted", () -> counted("done") == before + 1);
        assertThat(outcomes())
                .singleElement()
                .asString()
                .startsWith("segment: done told=1 rejections=0 took=")
                .endsWith(" video.ingested.v1/0@" + offset + " key=" + film.videoId() + " trace=" + trace);
        assertThat(marks()).isEmpty();
    }

    @Test
    void whatWasDoneIsToldAsFigures() {
        List<StageFigures> before = ear.figures();

        ear.say(film);

        Ear.await(
                "the film is in the figures",
                () -> ear.figures().size() > before.size()
                        && ear.figures().stream()
                                .skip(before.size())
                                .anyMatch(each -> each.outcomes().getOrDefault("done", 0L) >= 1));
        StageFigures told = ear.figures().stream()
                .skip(before.size())
                .filter(each -> each.outcomes().containsKey("done"))
                .findFirst()
                .orElseThrow();
        assertThat(told.stage()).isEqualTo("segment");
        Histogram times = StageFigures.noTimes();
        told.addTimesTo(times);
        assertThat(times.getTotalCount()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void theSameEventToldAgainHasTheSameIdAndIsNotComputedAgain() {
        ear.say(film);
        ear.say(film);

        List<ConsumerRecord<String, byte[]>> told = ear.awaitHeard(Ear.RESULTS, 2, ofFilm);

        assertThat(told).extracting(record -> headers(record).get("ce_id")).doesNotContainNull();
        assertThat(headers(told.get(0)).get("ce_id"))
                .isEqualTo(headers(told.get(1)).get("ce_id"));
        assertThat(service.computed()).filteredOn(film.videoId()::equals).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInputThatCanNeverPassIsRejectedByThrowingAndByTelling(boolean byThrowing) {
        double before = counted("rejected");
        service.doWork((input, tell) -> {
            if (byThrowing) {
                tell.accept(Films.segmented(input));
                throw new RejectedException(Films.rejected(input));
            }
            tell.accept(Films.rejected(input));
        });

        long offset = ear.say(film);

        assertThat(ear.awaitHeard(Ear.REJECTIONS, 1, ofFilm)).hasSize(1);
        Ear.await("it is acknowledged", () -> ear.committed() == offset + 1);
        Ear.await("it is counted", () -> counted("rejected") == before + 1);
        assertThat(outcomes()).singleElement().asString().startsWith("segment: rejected (no-frames) told=");
        assertThat(ear.heard(Ear.DEAD_FILMS, ofFilm)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalArgumentException.class, StackOverflowError.class, NoClassDefFoundError.class})
    void whatFailsThreeTimesIsADeadLetterWithItsReasonAndTheNextInputFlows(Class<? extends Throwable> failure) {
        double before = counted("dead");
        VideoIngested next = Films.film(UUID.randomUUID().toString());
        service.doWork((input, tell) -> {
            if (input.equals(film)) {
                throwIt(failure.getConstructor(String.class).newInstance("this film\nis \u202epoison"));
            }
            service.keepAndTell(input, tell);
        });

        ear.say(film);
        long offset = ear.say(next);

        assertThat(ear.awaitHeard(Ear.RESULTS, 1, about(next))).hasSize(1);
        ConsumerRecord<String, byte[]> letter =
                ear.awaitHeard(Ear.DEAD_FILMS, 1, ofFilm).getFirst();
        assertThat(letter.value()).isEqualTo(EventJson.write(film));
        assertThat(headers(letter))
                .containsEntry("dead-letter-reason", "this film is  poison")
                .containsEntry("dead-letter-exception-class-name", failure.getName())
                .containsEntry("dead-letter-topic", "video.ingested.v1")
                .containsEntry("dead-letter-partition", "0")
                .containsEntry("dead-letter-attempts", "3");
        assertThat(service.begun()).filteredOn(film.videoId()::equals).hasSize(3);
        assertThat(service.givenUp()).anyMatch(line -> line.startsWith(film.videoId()));
        Ear.await("both are acknowledged", () -> ear.committed() == offset + 1);
        assertThat(counted("dead")).isEqualTo(before + 1);
        assertThat(outcomes().getFirst())
                .startsWith("segment: dead (" + failure.getName() + ": this film is  poison) told=0");
        assertThat(marks()).isEmpty();
    }

    @Test
    void aDeadLetterIsPutBackOnceAsItWas() throws Exception {
        service.doWork((input, tell) -> {
            throw new IllegalStateException("a bug that will be mended");
        });
        ProducerRecord<String, byte[]> input =
                new ProducerRecord<>(Ear.FILMS, 0, film.videoId(), EventJson.write(film));
        input.headers().add("ce_id", "mine".getBytes(UTF_8)).add("dead-letter-topic", "somewhere".getBytes(UTF_8));
        ear.say(input);
        ear.awaitHeard(Ear.DEAD_FILMS, 1, ofFilm);
        DeadLetters letters = new DeadLetters(Servers.running().bootstrapServers());
        assertThat(letters.list()).anyMatch(letter -> film.videoId().equals(letter.key()));
        service.doUsualWork();

        assertThat(letters.replay()).isPositive();

        assertThat(ear.awaitHeard(Ear.RESULTS, 1, ofFilm)).hasSize(1);
        assertThat(letters.list()).noneMatch(letter -> film.videoId().equals(letter.key()));
        letters.replay();
        assertThat(ear.heard(Ear.DEAD_FILMS, ofFilm)).hasSize(1);
    }

    @Test
    void whatAnEarlierTryToldIsNotCountedTwice() {
        service.doWork((input, tell) -> {
            tell.accept(Films.segmented(input));
            if (service.begun().stream().filter(input.videoId()::equals).count() == 1) {
                throw new IllegalStateException("once");
            }
        });

        ear.say(film);

        assertThat(ear.awaitHeard(Ear.RESULTS, 2, ofFilm)).hasSize(2);
        Ear.await("it is logged", () -> !outcomes().isEmpty());
        assertThat(outcomes().getFirst()).startsWith("segment: done told=1 ");
    }

    @Test
    void anEventThatNoTopicTakesIsAFailedTryAndNoReasonToStop() {
        ear.setTopic(Ear.RESULTS, "max.message.bytes", "100");
        try {
            ear.say(film);

            ConsumerRecord<String, byte[]> letter =
                    ear.awaitHeard(Ear.DEAD_FILMS, 1, ofFilm).getFirst();
            assertThat(headers(letter).get("dead-letter-reason")).contains("RecordTooLarge");
        } finally {
            ear.setTopic(Ear.RESULTS, "max.message.bytes", "1048588");
        }
    }

    private static void throwIt(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    private double counted(String outcome) {
        return metrics.counter("pipeline.events", "stage", "segment", "outcome", outcome)
                .count();
    }

    private List<String> outcomes() {
        return log.stream().filter(line -> line.contains(" told=")).toList();
    }

    private List<String> marks() {
        List<String> marks = new java.util.ArrayList<>();
        try (var store = org.magicanime.artifact.MinioArtifactStore.connect(
                Servers.way(Servers.running().storeEndpoint()))) {
            store.list("artifacts", "attempts/", object -> marks.add(object.key()));
        }
        return marks;
    }

    private static Predicate<ConsumerRecord<String, byte[]>> about(VideoIngested film) {
        return record -> film.videoId().equals(record.key());
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }
}
