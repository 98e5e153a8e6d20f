package org.magicanime.dataset.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.magicanime.dataset.domain.FlowSample;
import org.magicanime.dataset.domain.FlowSample.Interval;
import org.magicanime.dataset.domain.StageFlow;
import org.magicanime.dataset.domain.TopicFlow;
import org.magicanime.dataset.domain.TopicFlows;
import org.magicanime.stage.EventJson;
import org.magicanime.stage.StageFigures;

/// Figures of topics beside what the admin client says of them, on a real broker.
@QuarkusTest
@QuarkusTestResource(DatasetServers.class)
class TopicFlowsTest {
    private static final String TOPIC = "object.created.v1";
    private static final String GROUP = "ingest";
    private static final int AGE_SECONDS = 90;
    private static final String EVIL = "<script>alert(1)</script>";

    @Inject
    BrokerTopics topics;

    @TestHTTPResource
    @Nullable
    URI http;

    private final Map<String, Object> broker =
            Map.of("bootstrap.servers", DatasetServers.running().bootstrapServers());

    @Test
    void figuresAreTheBrokersWhateverBecameOfTheConsumer() throws Exception {
        idle();
        neverCommitted();
        consumerStopped();
        consumerKilled();
        deadLetters();
    }

    private void idle() throws Exception {
        await("the service is a member", () -> flow("clip.posed.v1", "dataset").members() == 1);
        TopicFlow flow = flow("clip.posed.v1", "dataset");
        assertThat(flow.lag()).isEqualTo(lag("clip.posed.v1", "dataset"));
        assertThat(flow.lag() > 0).isEqualTo(flow.oldestSeconds() != null);
        assertThat(flow.emptyMembers()).isZero();
        TopicFlow unused = flow(TOPIC, GROUP);
        assertThat(unused)
                .isEqualTo(new TopicFlow(
                        TOPIC, GROUP, unused.inPerSecond(), unused.outPerSecond(), 0, null, 0, 0, 0, 0, null));
    }

    private void neverCommitted() throws Exception {
        TopicFlow flow;
        // Rates are those since the last look, and the service looks by itself every two seconds: not in between.
        synchronized (topics) {
            flow(TOPIC, GROUP);
            try (KafkaProducer<String, byte[]> producer = producer()) {
                for (int i = 0; i < 20; i++) {
                    producer.send(new ProducerRecord<>(TOPIC, null, old(i), "film " + i, new byte[] {'{', '}'}))
                            .get();
                }
            }
            flow = flow(TOPIC, GROUP);
        }
        assertThat(flow.lag()).isEqualTo(20).isEqualTo(lag(TOPIC, GROUP));
        assertThat(flow.oldestSeconds()).isCloseTo(AGE_SECONDS, within(20.0));
        assertThat(flow.inPerSecond()).isPositive();
        assertThat(flow.outPerSecond()).isZero();
        assertThat(flow.members()).isZero();
    }

    private void consumerStopped() throws Exception {
        int rebalances = flow(TOPIC, GROUP).rebalancesPerHour();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            consumer.subscribe(List.of(TOPIC));
            poll(consumer);
            consumer.commitSync();

            TopicFlow busy = flow(TOPIC, GROUP);
            assertThat(busy.members()).isEqualTo(1);
            assertThat(busy.lag()).isBetween(1L, 19L).isEqualTo(lag(TOPIC, GROUP));
            assertThat(busy.outPerSecond()).isNotNegative();
        }
        TopicFlow stopped = flow(TOPIC, GROUP);
        assertThat(stopped.members()).isZero();
        // It came, and it went.
        assertThat(stopped.rebalancesPerHour()).isGreaterThanOrEqualTo(rebalances + 2);
        assertThat(flow(TOPIC, GROUP).rebalancesPerHour()).isEqualTo(stopped.rebalancesPerHour());
        assertThat(stopped.lag()).isPositive().isEqualTo(lag(TOPIC, GROUP));
        assertThat(stopped.oldestSeconds()).isCloseTo(AGE_SECONDS, within(30.0));
    }

    private void consumerKilled() throws Exception {
        long before = lag(TOPIC, GROUP);
        KafkaConsumer<String, byte[]> consumer = consumer();
        consumer.subscribe(List.of(TOPIC));
        poll(consumer);
        // Says nothing to the broker, like a process that is killed.
        consumer.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.REMAIN_IN_GROUP));

        TopicFlow killed = flow(TOPIC, GROUP);
        assertThat(killed.members()).isEqualTo(1);
        assertThat(killed.lag()).isEqualTo(before).isEqualTo(lag(TOPIC, GROUP));
        await("the broker has missed the member", () -> flow(TOPIC, GROUP).members() == 0);
        assertThat(flow(TOPIC, GROUP).lag()).isEqualTo(before);
    }

    private void deadLetters() throws Exception {
        long before = lag(TOPIC, GROUP);
        try (KafkaProducer<String, byte[]> producer = producer()) {
            ProducerRecord<String, byte[]> letter =
                    new ProducerRecord<>(TOPIC + ".ingest.dlq", EVIL, ("payload " + EVIL).getBytes(UTF_8));
            letter.headers().add(header("dead-letter-reason", "reason " + EVIL));
            letter.headers().add(header("dead-letter-topic", TOPIC));
            letter.headers().add(header("dead-letter-partition", "0"));
            letter.headers().add(header("dead-letter-offset", "0"));
            producer.send(letter).get();
        }
        TopicFlow flow = flow(TOPIC, GROUP);
        assertThat(flow.deadLetters()).isEqualTo(1);
        assertThat(flow.lastReason()).isEqualTo("reason " + EVIL);
        assertThat(send(get("/api/topics")).body()).contains("\"deadLetters\":1,\"lastReason\":\"reason <script>");
        assertThat(send(get("/topics")).body())
                .contains("reason &lt;script&gt;")
                .doesNotContain(EVIL);
        assertThat(send(get("/dead-letters")).body())
                .contains("payload &lt;script&gt;")
                .doesNotContain(EVIL);
        assertThat(send(replay("http://evil.example")).statusCode()).isEqualTo(403);
        assertThat(flow(TOPIC, GROUP).deadLetters()).isEqualTo(1);

        URI own = Objects.requireNonNull(http);
        assertThat(send(replay("http://" + own.getAuthority())).statusCode()).isEqualTo(303);

        TopicFlow replayed = flow(TOPIC, GROUP);
        assertThat(replayed.deadLetters()).isZero();
        assertThat(replayed.lastReason()).isNull();
        assertThat(replayed.lag()).isEqualTo(before + 1).isEqualTo(lag(TOPIC, GROUP));
        assertThat(send(get("/dead-letters")).body()).doesNotContain("payload &lt;script&gt;");
    }

    /// In the broker there is what an earlier life of this process, and processes of other stages, have said.
    @Test
    void stagesAndTheLastHourAreReadBackFromTheBroker() throws Exception {
        Interval earlier = new Interval(
                System.currentTimeMillis() / 1000 / Interval.SECONDS - 7,
                List.of(new FlowSample("clip.cut.v1", "keypoint", 3.0, 2.5, 4_100_000, 5)));
        StageFigures figures =
                StageHistoryTest.figures("keypoint", "some process", 2, 1, Map.of("done", 11L, "rejected", 3L));
        try (KafkaProducer<String, byte[]> producer = producer()) {
            String topic = "stage.figures.v1";
            producer.send(new ProducerRecord<>(topic, "x", "no figures".getBytes(UTF_8)))
                    .get();
            producer.send(new ProducerRecord<>(topic, "topic-flows", EventJson.write(earlier)))
                    .get();
            producer.send(new ProducerRecord<>(topic, "keypoint", EventJson.write(figures)))
                    .get();
        }

        await("they are read", () -> {
            topics.sample();
            return topics.flows().stages().stream()
                    .anyMatch(stage -> stage.stage().equals("keypoint"));
        });

        StageFlow keypoint = topics.flows().stages().stream()
                .filter(stage -> stage.stage().equals("keypoint"))
                .findFirst()
                .orElseThrow();
        assertThat(keypoint).isEqualTo(new StageFlow("keypoint", 1, 2, 1, 11, 3, 0, null, null));
        assertThat(flow("clip.cut.v1", "keypoint").rebalancesPerHour()).isEqualTo(5);
        assertThat(topics.lastHour()).contains(earlier);
        TopicFlows.Disk disk = Objects.requireNonNull(topics.flows().disk());
        assertThat(disk.freeBytes()).isBetween(1L, disk.totalBytes());
        assertThat(send(get("/topics")).body())
                .contains(
                        "2 (1 waiting for a store or a broker)", "at most 4,100,000 waiting", "In flight", "Free disk");
    }

    @Test
    void thePageIsSentAnewWithoutBeingAskedAgain() throws Exception {
        topics.sample();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Stream<String>> live = client.send(get("/topics/live").build(), BodyHandlers.ofLines());
            try (Stream<String> lines = live.body()) {
                assertThat(lines.filter(line -> line.contains("video.segmented.v1"))
                                .limit(2)
                                .toList())
                        .hasSize(2);
            }
            client.shutdownNow();
        }
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.call()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    /// As the page has it now.
    private TopicFlow flow(String topic, String service) throws InterruptedException {
        topics.sample();
        assertThat(topics.flows().problem()).isNull();
        return topics.flows().flows().stream()
                .filter(flow -> flow.topic().equals(topic) && flow.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    /// As `kafka-consumer-groups` would say, and all of a partition that was never committed.
    private long lag(String topic, String group) throws Exception {
        try (Admin admin = Admin.create(broker)) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            long lag = 0;
            for (int partition = 0; partition < 12; partition++) {
                TopicPartition place = new TopicPartition(topic, partition);
                long end = admin.listOffsets(Map.of(place, OffsetSpec.latest()))
                        .partitionResult(place)
                        .get()
                        .offset();
                OffsetAndMetadata done = committed.get(place);
                lag += end - (done == null ? 0 : done.offset());
            }
            return lag;
        }
    }

    private static long old(int number) {
        return System.currentTimeMillis() - AGE_SECONDS * 1000L + number;
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }

    private static void poll(KafkaConsumer<String, byte[]> consumer) throws Exception {
        await("there are records", () -> !consumer.poll(Duration.ofMillis(200)).isEmpty());
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        DatasetServers.running().bootstrapServers(),
                        "group.id",
                        GROUP,
                        "enable.auto.commit",
                        "false",
                        "auto.offset.reset",
                        "earliest",
                        "session.timeout.ms",
                        "6000",
                        "max.poll.records",
                        "3"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(Objects.requireNonNull(http).resolve(path));
    }

    private HttpRequest.Builder replay(String origin) {
        return get("/dead-letters/replay").POST(BodyPublishers.noBody()).header("Origin", origin);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
