package org.magicanime.stage;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.reactive.messaging.providers.impl.InternalChannelRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.KnownStore;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.VideoIngested;

/// The kit in a process of its own that takes one input, without the framework that is not looked at here.
final class SegmentLikeProcess {
    static final int HALTED = 42;
    static final String AT_WORK = "at work";

    private SegmentLikeProcess() {}

    /// @param obituaries null for a process that has no supervisor
    /// @param work `halt`, `linger` or `tell`
    static Process start(Servers servers, String id, @Nullable Path obituaries, String work) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SegmentLikeProcess.class.getName(),
                servers.bootstrapServers(),
                servers.storeEndpoint().toString(),
                work,
                id));
        if (obituaries != null) {
            command.add(obituaries.toString());
        }
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] args) throws Exception {
        StageSettings settings = StageSettings.ofProcess(args[3]);
        StageConfig config = args.length > 4 ? settings.withObituaries(Path.of(args[4])) : settings;
        KnownStore storeConfig = Servers.way(java.net.URI.create(args[1]));
        InWork inWork = new InWork();
        EventPublisher publisher = new EventPublisher(BrokerSettings.at(args[0]), config);
        try (MinioArtifactStore store = MinioArtifactStore.connect(storeConfig);
                KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                args[0],
                                "group.id",
                                "segment",
                                "enable.auto.commit",
                                "false",
                                "auto.offset.reset",
                                "earliest",
                                "max.poll.records",
                                "1"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            SimpleMeterRegistry metrics = new SimpleMeterRegistry();
            Stage stage = new Stage(
                    "segment",
                    new Attempts(store, storeConfig, config),
                    publisher,
                    inWork,
                    config,
                    new Patience(
                            "segment",
                            inWork,
                            config,
                            new Pauses(new InternalChannelRegistry(), inWork, "segment"),
                            metrics),
                    new StageMeters(metrics));
            stage.process(next(consumer), VideoIngested.class, (film, tell) -> {
                switch (args[2]) {
                    case "halt" -> Runtime.getRuntime().halt(HALTED);
                    case "linger" -> {
                        System.out.println(AT_WORK);
                        new CountDownLatch(1).await();
                    }
                    default -> tell.accept(Films.segmented(film));
                }
            });
            consumer.commitSync();
        }
        publisher.close();
        System.exit(0);
    }

    private static ConsumerRecord<String, byte[]> next(KafkaConsumer<String, byte[]> consumer) {
        // Assigned and not subscribed: nobody has to wait until the group forgets a process that was killed.
        consumer.assign(List.of(new TopicPartition(Ear.FILMS, 0)));
        while (true) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                return record;
            }
        }
    }
}
