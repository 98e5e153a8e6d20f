package org.magicanime.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.magicanime.contracts.PipelineEvent;

class TopicsTest {
    @Test
    void everyEventHasATopicAndEveryConsumerADeadLetterTopic() {
        Topics topics = Topics.catalogue();
        for (Class<?> event : PipelineEvent.class.getPermittedSubclasses()) {
            assertThat(topics.of(event.asSubclass(PipelineEvent.class))).matches("[a-z]+\\.[a-z]+(-[a-z]+)?\\.v[0-9]+");
        }
        assertThat(topics.deadLetterTopics()).contains("object.created.v1.ingest.dlq", "video.ingested.v1.segment.dlq");
    }
}
