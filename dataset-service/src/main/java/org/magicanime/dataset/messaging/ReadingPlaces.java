package org.magicanime.dataset.messaging;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.magicanime.dataset.domain.Ledger;
import org.magicanime.dataset.domain.Ledger.TopicPlace;

/// Begins where both the broker and the ledger say that everything before is known: a ledger that is new, or was
/// restored from an older copy, hears again what it lacks, and so does one whose broker is new.
@ApplicationScoped
@Identifier("dataset")
class ReadingPlaces implements KafkaConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(ReadingPlaces.class);

    private final Ledger ledger;

    ReadingPlaces(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> committed = committed(consumer, Set.copyOf(partitions));
        Map<TopicPlace, Long> known = known(partitions);
        for (TopicPartition partition : partitions) {
            long ledgerSays = known.getOrDefault(place(partition), 0L);
            if (ledgerSays < committed.getOrDefault(partition, 0L)) {
                LOG.infof("the ledger lacks what %s has from offset %d on", partition, ledgerSays);
                consumer.seek(partition, ledgerSays);
            }
        }
    }

    private static Map<TopicPartition, Long> committed(Consumer<?, ?> consumer, Set<TopicPartition> partitions) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        consumer.committed(partitions).forEach((partition, offset) -> {
            if (offset != null) {
                offsets.put(partition, ((OffsetAndMetadata) offset).offset());
            }
        });
        return offsets;
    }

    /// A ledger that cannot be asked hears everything again: that takes time and changes nothing.
    private Map<TopicPlace, Long> known(Collection<TopicPartition> partitions) {
        try {
            return ledger.reached(partitions.stream().map(ReadingPlaces::place).collect(Collectors.toSet()));
        } catch (RuntimeException e) {
            LOG.warnf("the ledger cannot be asked how far it is, and hears everything again: %s", e.getMessage());
            return Map.of();
        }
    }

    private static TopicPlace place(TopicPartition partition) {
        return new TopicPlace(partition.topic(), partition.partition());
    }
}
