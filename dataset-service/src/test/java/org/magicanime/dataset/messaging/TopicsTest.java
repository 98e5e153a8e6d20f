package org.magicanime.dataset.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.magicanime.stage.Topics;

class TopicsTest {
    /// Its own dead letters are left out: a ledger that cannot write something down would go round in a circle.
    @Test
    void everyEventAndEveryDeadLetterOfOthersIsHeard() throws IOException {
        Topics topics = Topics.catalogue();

        assertThat(heard())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                topics.topics().stream()
                                        .filter(topic -> topic.event() != null)
                                        .map(Topics.Topic::name),
                                topics.deadLetterTopics().stream().filter(topic -> !topic.endsWith(".dataset.dlq")))
                        .toList());
    }

    private static List<String> heard() throws IOException {
        Properties settings = new Properties();
        try (InputStream in = Objects.requireNonNull(
                TopicsTest.class.getResourceAsStream("/META-INF/microprofile-config.properties"))) {
            settings.load(in);
        }
        return List.of(settings.getProperty("mp.messaging.incoming.dataset-events.topics")
                .split(","));
    }
}
