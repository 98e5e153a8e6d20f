package org.magicanime.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.ChannelRegistry;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.testkit.FaultProxy;

/// A store and a broker that are away, slow or break off: the service tries again in place and loses nothing.
@QuarkusTest
@QuarkusTestResource(Servers.class)
class StageFaultsTest {
    enum Fault {
        REFUSES,
        IS_SILENT,
        BREAKS_OFF;

        void happen(FaultProxy way) throws IOException {
            switch (this) {
                case REFUSES -> way.refuse();
                case IS_SILENT -> way.blackhole();
                case BREAKS_OFF -> way.cutAfter(600);
            }
        }
    }

    @Inject
    SegmentLikeConsumer service;

    @Inject
    MeterRegistry metrics;

    @Inject
    ChannelRegistry channels;

    private final List<VideoIngested> films = Stream.generate(
                    () -> Films.film(UUID.randomUUID().toString()))
            .limit(4)
            .toList();
    private final Servers servers = Servers.running();
    private Ear ear;

    @BeforeEach
    void listen() {
        ear = new Ear(servers.bootstrapServers());
        metrics.counter("pipeline.retries", "stage", "segment");
    }

    @AfterEach
    void hangUp() throws IOException {
        servers.storeWay().pass();
        servers.brokerWay().pass();
        service.doUsualWork();
        ear.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyFilmIsDoneInOrderAfterTheStore(Fault fault) throws IOException {
        ear.say(films.get(0));
        ear.awaitHeard(Ear.RESULTS, 1, this::isOurs);
        fault.happen(servers.storeWay());
        double retries = retries();

        long last = sayRest();

        Ear.await("it was tried again three times", () -> retries() >= retries + 3);
        assertThat(isPaused()).isTrue();
        assertThat(metrics.get("pipeline.retrying")
                        .tag("stage", "segment")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(ear.committed()).isLessThan(last);
        servers.storeWay().pass();
        allAreDone(last);
        assertThat(metrics.get("pipeline.retrying").gauge().value()).isZero();
    }

    @Test
    void aSlowStoreIsNoFault() throws IOException {
        servers.storeWay().latency(Duration.ofMillis(100));
        double retries = retries();

        allAreDone(sayAll());

        assertThat(retries()).isEqualTo(retries);
    }

    @ParameterizedTest
    @EnumSource
    void everyFilmIsDoneInOrderAfterTheBroker(Fault fault) throws IOException {
        ear.say(films.get(0));
        ear.awaitHeard(Ear.RESULTS, 1, this::isOurs);
        double retries = retries();
        service.doWork((film, tell) -> {
            // The fault comes while the input is in work: it has been heard, and cannot be told of.
            if (film.equals(films.get(1)) && retries() == retries) {
                fault.happen(servers.brokerWay());
            }
            service.keepAndTell(film, tell);
        });

        long last = sayRest();

        Ear.await("it was tried again", () -> retries() >= retries + 1);
        assertThat(isPaused()).isTrue();
        servers.brokerWay().pass();
        allAreDone(last);
    }

    @Test
    void anInputIsNotAcknowledgedBeforeTheBrokerAcknowledgedWhatIsToldOfIt() {
        ear.removeTopic(Ear.RESULTS);
        double retries = retries();

        long first = ear.say(films.get(0));

        Ear.await("it was told in vain", () -> retries() >= retries + 2);
        assertThat(ear.committed()).isLessThanOrEqualTo(first);
        ear.createTopics();
        Ear.await("it is acknowledged", () -> ear.committed() == first + 1);
        assertThat(afresh().awaitHeard(Ear.RESULTS, 1, this::isOurs)).isNotEmpty();
    }

    @Test
    void anInputIsNotAcknowledgedWhileItsDeadLetterCannotBeWritten() {
        ear.removeTopic(Ear.DEAD_FILMS);
        double retries = retries();

        long poison = ear.say(films.get(0).videoId(), "no film".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        ear.say(films.get(1));

        Ear.await("it was written in vain", () -> retries() >= retries + 2);
        assertThat(ear.committed()).isLessThanOrEqualTo(poison);
        assertThat(ear.heard(Ear.RESULTS, this::isOurs)).isEmpty();
        ear.createTopics();
        afresh().awaitHeard(Ear.RESULTS, 1, this::isOurs);
        assertThat(ear.heard(Ear.DEAD_FILMS, this::isOurs)).isNotEmpty();
    }

    /// A topic that was made again is another one.
    private Ear afresh() {
        ear.close();
        ear = new Ear(servers.bootstrapServers());
        return ear;
    }

    private long sayAll() {
        ear.say(films.get(0));
        return sayRest();
    }

    private long sayRest() {
        long last = 0;
        for (VideoIngested film : films.subList(1, films.size())) {
            last = ear.say(film);
        }
        return last;
    }

    /// Each of them, in order, with no dead letter. A result may be told twice: its first acknowledgement was lost.
    private void allAreDone(long last) {
        Ear.await("all are acknowledged", () -> ear.committed() == last + 1);
        Set<String> ids = films.stream().map(VideoIngested::videoId).collect(Collectors.toSet());
        // They lie on several partitions, of which one poll need not bring all.
        Ear.await(
                "all are told",
                () -> ear.heard(Ear.RESULTS, this::isOurs).stream()
                        .map(ConsumerRecord::key)
                        .collect(Collectors.toSet())
                        .equals(ids));
        assertThat(service.begun().stream().filter(ids::contains).distinct())
                .containsExactlyElementsOf(
                        films.stream().map(VideoIngested::videoId).toList());
        assertThat(service.computed()).filteredOn(ids::contains).doesNotHaveDuplicates();
        assertThat(ear.heard(Ear.DEAD_FILMS, this::isOurs)).isEmpty();
        Ear.await("the channel goes on", () -> !isPaused());
    }

    private boolean isPaused() {
        return Objects.requireNonNull(channels.getPausable("segment-video-ingested"))
                .isPaused();
    }

    private double retries() {
        return metrics.get("pipeline.retries").tag("stage", "segment").counter().count();
    }

    private boolean isOurs(ConsumerRecord<String, byte[]> record) {
        return films.stream().anyMatch(film -> film.videoId().equals(record.key()));
    }
}
