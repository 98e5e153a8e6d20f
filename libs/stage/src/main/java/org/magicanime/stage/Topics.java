package org.magicanime.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.PipelineEvent;

/// The catalogue of topics, read from the one file that contracts has and that launcher, compose and Kubernetes share.
///
/// @param partitions of every topic
/// @param retentionMs how long records are kept; -1 for ever
/// @param figures where processes tell how they are doing
/// @param topics all of them but the dead letters', which follow from `heardBy`
public record Topics(int partitions, long retentionMs, Figures figures, List<Topic> topics) {
    private static final String FILE = "/org/magicanime/contracts/topics.json";
    private static final int SEGMENTS = 4;
    private static final String DEAD_LETTERS = ".dlq";
    private static final List<? extends Class<? extends PipelineEvent>> EVENTS = Arrays.stream(
                    PipelineEvent.class.getPermittedSubclasses())
            .map(event -> event.<PipelineEvent>asSubclass(PipelineEvent.class))
            .toList();

    public Topics {
        topics = List.copyOf(topics);
    }

    /// @param name such as `clip.cut.v1`
    /// @param event simple name of the record that it carries, if that is one of ours
    /// @param heardBy names of the services that consume it
    public record Topic(String name, @Nullable String event, List<String> heardBy) {
        public Topic {
            heardBy = List.copyOf(heardBy);
        }
    }

    /// A topic of one partition that nobody has to hear: it is read back for as long as its figures are of interest.
    ///
    /// @param topic its name
    /// @param retentionMs how long records are kept
    public record Figures(String topic, long retentionMs) {}

    public static Topics catalogue() {
        try (InputStream in = PipelineEvent.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("contracts lacks " + FILE);
            }
            return EventJson.read(in.readAllBytes(), Topics.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The topic that an event is told on.
    public String of(Class<? extends PipelineEvent> event) {
        return topics.stream()
                .filter(topic -> event.getSimpleName().equals(topic.event()))
                .map(Topic::name)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("topics.json has no topic for " + event.getSimpleName()));
    }

    /// The event that a topic carries.
    ///
    /// @throws IllegalArgumentException if it carries none of ours
    public Class<? extends PipelineEvent> eventOn(String topic) {
        return topics.stream()
                .filter(each -> each.name().equals(topic))
                .flatMap(each ->
                        EVENTS.stream().filter(event -> event.getSimpleName().equals(each.event())))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("topics.json has no event on " + topic));
    }

    /// Where a service puts inputs that it cannot process.
    public static String deadLetters(String topic, String service) {
        return topic + "." + service + DEAD_LETTERS;
    }

    /// All dead-letter topics.
    public List<String> deadLetterTopics() {
        return topics.stream()
                .flatMap(topic -> topic.heardBy().stream().map(service -> deadLetters(topic.name(), service)))
                .toList();
    }

    /// Creates the topics that are missing.
    ///
    /// @param replication copies of each partition: 1 on one machine, 3 in a cluster
    public void ensure(Admin admin, short replication) throws InterruptedException {
        try {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> missing = new ArrayList<>();
            Map<String, String> settings = Map.of("retention.ms", Long.toString(retentionMs));
            for (Topic topic : topics) {
                missing.add(new NewTopic(topic.name(), partitions, replication).configs(settings));
            }
            for (String name : deadLetterTopics()) {
                missing.add(new NewTopic(name, 1, replication).configs(settings));
            }
            missing.add(new NewTopic(figures.topic(), 1, replication)
                    .configs(Map.of(
                            "retention.ms",
                            Long.toString(figures.retentionMs()),
                            // What is too old goes by whole segments.
                            "segment.ms",
                            Long.toString(figures.retentionMs() / SEGMENTS))));
            missing.removeIf(topic -> there.contains(topic.name()));
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("the topics cannot be created: " + e.getCause(), e);
            }
        }
    }
}
