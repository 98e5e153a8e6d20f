package org.magicanime.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.contracts.VideoSegmented;
import org.magicanime.stage.DeadLetter;
import org.magicanime.stage.DeadLetters;
import org.magicanime.stage.EventJson;
import org.magicanime.stage.Topics;

/// What was told so far, read from the topics: a set keyed by ids, so that what is told twice counts once.
final class Ledger implements AutoCloseable {
    private static final Duration WAIT = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;
    private final DeadLetters letters;
    private final Topics topics = Topics.catalogue();
    private final Map<String, VideoIngested> films = new TreeMap<>();
    private final Map<String, ClipCut> clips = new TreeMap<>();
    private final Map<String, VideoSegmented> segmented = new TreeMap<>();
    private final Map<String, ItemRejected> rejections = new TreeMap<>();
    private List<DeadLetter> dead = new ArrayList<>();
    private long nextLook;

    Ledger(String kafka) {
        letters = new DeadLetters(kafka);
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "auto.offset.reset", "earliest", "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = topics.topics().stream()
                .filter(topic -> topic.event() != null)
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /// Reads what is there now, and waits a moment if that is nothing new.
    void readOn() {
        consumer.poll(WAIT).forEach(this::note);
        if (System.nanoTime() - nextLook > 0) {
            dead = letters.list();
            nextLook = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        }
    }

    /// Reads everything that was told until now.
    void readAll() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(WAIT).forEach(this::note);
        }
        dead = letters.list();
    }

    private void note(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(topics.of(VideoIngested.class))) {
            VideoIngested film = EventJson.readEvent(record.value(), VideoIngested.class);
            films.put(film.videoId(), film);
        } else if (record.topic().equals(topics.of(ClipCut.class))) {
            ClipCut clip = EventJson.readEvent(record.value(), ClipCut.class);
            clips.put(clip.clipId() + "/" + clip.paramsHash(), clip);
        } else if (record.topic().equals(topics.of(VideoSegmented.class))) {
            VideoSegmented film = EventJson.readEvent(record.value(), VideoSegmented.class);
            segmented.put(film.videoId() + "/" + film.paramsHash(), film);
        } else if (record.topic().equals(topics.of(ItemRejected.class))) {
            ItemRejected rejected = EventJson.readEvent(record.value(), ItemRejected.class);
            rejections.put(rejected.stage() + "/" + rejected.itemId() + "/" + rejected.paramsHash(), rejected);
        }
    }

    Collection<VideoIngested> films() {
        return films.values();
    }

    Collection<ClipCut> clips() {
        return clips.values();
    }

    List<ClipCut> clipsOf(String videoId) {
        return clips.values().stream()
                .filter(clip -> clip.videoId().equals(videoId))
                .toList();
    }

    Collection<ItemRejected> rejections() {
        return rejections.values();
    }

    List<ItemRejected> rejectionsOf(String videoId) {
        return rejections.values().stream()
                .filter(rejected -> videoId.equals(rejected.videoId()))
                .toList();
    }

    Collection<VideoSegmented> segmented() {
        return segmented.values();
    }

    List<DeadLetter> deadLetters() {
        return dead;
    }

    /// Whether all frames of a film are accounted for, or the film was rejected as a whole.
    boolean isSegmented(String videoId) {
        return segmented.values().stream().anyMatch(film -> film.videoId().equals(videoId))
                || rejections.values().stream()
                        .anyMatch(rejected -> rejected.stage().equals("segment")
                                && rejected.itemId().equals(videoId));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
