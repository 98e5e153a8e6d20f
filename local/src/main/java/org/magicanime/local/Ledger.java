package org.magicanime.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ClipCaptioned;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.SpeechExtracted;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.contracts.VideoSegmented;
import org.magicanime.stage.DeadLetter;
import org.magicanime.stage.DeadLetters;
import org.magicanime.stage.EventJson;
import org.magicanime.stage.Topics;
import org.magicanime.stage.UnreadableEventException;

/// What was told so far, read from the topics: a set keyed by ids, so that what is told twice counts
/// once.
final class Ledger implements AutoCloseable {
    private static final Duration WAIT = Duration.ofMillis(200);
    /// Between two looks for dead letters, each of which costs a connection and some requests.
    private static final Duration LOOK = Duration.ofSeconds(5);

    /// Longer than a broker is away while it is started again.
    private static final String PATIENCE = "180000";

    private final Consumer<String, byte[]> consumer;
    private final Supplier<List<DeadLetter>> letters;
    private final Topics topics = Topics.catalogue();
    private final Map<String, VideoIngested> films = new TreeMap<>();
    private final Map<String, ClipCut> clips = new TreeMap<>();
    private final Map<String, ClipPosed> posed = new TreeMap<>();
    private final Map<String, Map<String, ClipPosed>> posedByFilm = new HashMap<>();
    private final Map<String, Map<String, VideoSegmented>> segmentedByFilm = new HashMap<>();
    private final Set<String> posedClips = new HashSet<>();
    private final Map<String, FacesCropped> cropped = new TreeMap<>();
    private final Map<String, SpeechExtracted> extracted = new TreeMap<>();
    private final Map<String, Map<String, SpeechExtracted>> extractedByFilm = new HashMap<>();
    /// Clip and the parameters of its faces.
    private final Set<String> extractedClips = new HashSet<>();
    private final Map<String, ClipCaptioned> captioned = new TreeMap<>();
    private final Map<String, Map<String, ClipCaptioned>> captionedByFilm = new HashMap<>();
    /// Clip and the parameters of its poses.
    private final Set<String> captionedClips = new HashSet<>();
    private final Map<String, Map<String, FacesCropped>> croppedByFilm = new HashMap<>();
    private final Set<String> croppedClips = new HashSet<>();
    private final Map<String, VideoSegmented> segmented = new TreeMap<>();
    private final Map<String, ItemRejected> rejections = new TreeMap<>();
    private final Map<String, VideoIngested> filmsByObject = new HashMap<>();
    private final Map<String, Map<String, ClipCut>> clipsByFilm = new HashMap<>();
    private final Map<String, Integer> segmentations = new HashMap<>();
    private final Map<String, ItemRejected> rejectedWholes = new TreeMap<>();
    private final List<String> unreadable = new ArrayList<>();
    private final Set<String> contradictions = new TreeSet<>();
    private List<DeadLetter> dead = List.of();
    private Set<String> deadKeys = Set.of();
    private long nextLook = System.nanoTime();

    Ledger(String kafka) {
        this(
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                kafka,
                                "auto.offset.reset",
                                "earliest",
                                "enable.auto.commit",
                                "false",
                                "fetch.max.wait.ms",
                                "1000",
                                "default.api.timeout.ms",
                                PATIENCE),
                        new StringDeserializer(),
                        new ByteArrayDeserializer()),
                new DeadLetters(kafka)::list);
    }

    /// @param letters says which dead letters there are; may throw what can be tried again
    Ledger(Consumer<String, byte[]> consumer, Supplier<List<DeadLetter>> letters) {
        this.consumer = consumer;
        this.letters = letters;
        List<TopicPartition> partitions = topics.topics().stream()
                .filter(topic -> topic.event() != null)
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /// Reads what is there now, and waits a moment if that is nothing new. While the broker is away
    /// nothing is new.
    void readOn() {
        consumer.poll(WAIT).forEach(this::note);
        if (System.nanoTime() - nextLook >= 0) {
            try {
                lookForDeadLetters();
            } catch (RetriableException e) {
                // It is asked again; what runs must not end because the broker is away.
                return;
            } finally {
                nextLook = System.nanoTime() + LOOK.toNanos();
            }
        }
    }

    /// Reads everything that was told until now.
    void readAll() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(WAIT).forEach(this::note);
        }
        lookForDeadLetters();
    }

    private void lookForDeadLetters() {
        dead = letters.get();
        deadKeys = dead.stream().map(letter -> String.valueOf(letter.key())).collect(Collectors.toSet());
    }

    /// What is no event of ours is not lost: the service that hears it makes it a dead letter.
    private void note(ConsumerRecord<String, byte[]> record) {
        try {
            noteEvent(record);
        } catch (UnreadableEventException e) {
            unreadable.add(record.topic() + "/" + record.partition() + "@" + record.offset() + ": " + e.getMessage());
        }
    }

    private void noteEvent(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            throw new UnreadableEventException("the record has no value", null);
        }
        if (record.topic().equals(topics.of(VideoIngested.class))) {
            VideoIngested film = EventJson.readEvent(record.value(), VideoIngested.class);
            note(films, film.videoId(), film);
            filmsByObject.put(film.origin().bucket() + "/" + film.origin().key(), film);
        } else if (record.topic().equals(topics.of(ClipCut.class))) {
            ClipCut clip = EventJson.readEvent(record.value(), ClipCut.class);
            String id = clip.clipId() + "/" + clip.paramsHash();
            note(clips, id, clip);
            clipsByFilm.computeIfAbsent(clip.videoId(), film -> new TreeMap<>()).put(id, clip);
        } else if (record.topic().equals(topics.of(ClipPosed.class))) {
            ClipPosed clip = EventJson.readEvent(record.value(), ClipPosed.class);
            String id = clip.clipId() + "/" + clip.paramsHash();
            note(posed, id, clip);
            posedByFilm.computeIfAbsent(clip.videoId(), film -> new TreeMap<>()).put(id, clip);
            posedClips.add(clip.clipId() + "/" + clip.clipParamsHash());
        } else if (record.topic().equals(topics.of(FacesCropped.class))) {
            FacesCropped clip = EventJson.readEvent(record.value(), FacesCropped.class);
            String id = clip.clipId() + "/" + clip.paramsHash();
            note(cropped, "face-crop/" + id, clip);
            croppedByFilm
                    .computeIfAbsent(clip.videoId(), film -> new TreeMap<>())
                    .put(id, clip);
            croppedClips.add(clip.clipId() + "/" + clip.poseParamsHash());
        } else if (record.topic().equals(topics.of(SpeechExtracted.class))) {
            SpeechExtracted clip = EventJson.readEvent(record.value(), SpeechExtracted.class);
            String id = clip.clipId() + "/" + clip.paramsHash();
            note(extracted, "audio/" + id, clip);
            extractedByFilm
                    .computeIfAbsent(clip.videoId(), film -> new TreeMap<>())
                    .put(id, clip);
            extractedClips.add(clip.clipId() + "/" + clip.faceParamsHash());
        } else if (record.topic().equals(topics.of(ClipCaptioned.class))) {
            ClipCaptioned clip = EventJson.readEvent(record.value(), ClipCaptioned.class);
            String id = clip.clipId() + "/" + clip.paramsHash();
            note(captioned, "caption/" + id, clip);
            captionedByFilm
                    .computeIfAbsent(clip.videoId(), film -> new TreeMap<>())
                    .put(id, clip);
            captionedClips.add(clip.clipId() + "/" + clip.poseParamsHash());
        } else if (record.topic().equals(topics.of(VideoSegmented.class))) {
            VideoSegmented film = EventJson.readEvent(record.value(), VideoSegmented.class);
            note(segmented, film.videoId() + "/" + film.paramsHash(), film);
            segmentedByFilm
                    .computeIfAbsent(film.videoId(), id -> new TreeMap<>())
                    .put(film.paramsHash(), film);
            segmentations.merge(film.videoId(), 1, Integer::sum);
        } else if (record.topic().equals(topics.of(ItemRejected.class))) {
            ItemRejected rejected = EventJson.readEvent(record.value(), ItemRejected.class);
            note(rejections, rejected.stage() + "/" + rejected.itemId() + "/" + rejected.paramsHash(), rejected);
            if (!rejected.concernsPart()) {
                rejectedWholes.put(rejected.itemId(), rejected);
            }
        }
    }

    private <E> void note(Map<String, E> events, String id, E event) {
        E before = events.put(id, event);
        if (before != null && !before.equals(event)) {
            contradictions.add(id);
        }
    }

    /// Ids of what was told twice with two contents, which must never be.
    Collection<String> contradictions() {
        return contradictions;
    }

    Collection<VideoIngested> films() {
        return films.values();
    }

    /// The film that came from an object.
    ///
    /// @param object bucket and key, joined by `/`
    @Nullable
    VideoIngested film(String object) {
        return filmsByObject.get(object);
    }

    Collection<ClipCut> clips() {
        return clips.values();
    }

    Collection<ClipCut> clipsOf(String videoId) {
        return clipsByFilm.getOrDefault(videoId, Map.of()).values();
    }

    Collection<ClipPosed> posed() {
        return posed.values();
    }

    Collection<ClipPosed> posedOf(String videoId) {
        return posedByFilm.getOrDefault(videoId, Map.of()).values();
    }

    /// Whether all frames of all clips of a film are accounted for.
    boolean isPosed(String videoId) {
        return segmentedByFilm.getOrDefault(videoId, Map.of()).values().stream()
                .allMatch(film -> clipsOf(videoId).stream()
                                .filter(clip -> clip.paramsHash().equals(film.paramsHash()))
                                .filter(clip -> posedClips.contains(clip.clipId() + "/" + clip.paramsHash())
                                        || isDead(clip.clipId()))
                                .count()
                        >= film.clips());
    }

    Collection<FacesCropped> cropped() {
        return cropped.values();
    }

    Collection<FacesCropped> croppedOf(String videoId) {
        return croppedByFilm.getOrDefault(videoId, Map.of()).values();
    }

    /// Whether all frames of all pose spans of a film are accounted for.
    boolean isCropped(String videoId) {
        return posedOf(videoId).stream()
                .allMatch(clip ->
                        croppedClips.contains(clip.clipId() + "/" + clip.paramsHash()) || isDead(clip.clipId()));
    }

    Collection<SpeechExtracted> extracted() {
        return extracted.values();
    }

    Collection<SpeechExtracted> extractedOf(String videoId) {
        return extractedByFilm.getOrDefault(videoId, Map.of()).values();
    }

    /// Whether the sound of all face clips of a film was judged.
    boolean isExtracted(String videoId) {
        return croppedOf(videoId).stream()
                .allMatch(clip ->
                        extractedClips.contains(clip.clipId() + "/" + clip.paramsHash()) || isDead(clip.clipId()));
    }

    Collection<ClipCaptioned> captioned() {
        return captioned.values();
    }

    Collection<ClipCaptioned> captionedOf(String videoId) {
        return captionedByFilm.getOrDefault(videoId, Map.of()).values();
    }

    /// Whether all clips of a film that were searched for poses have their captions.
    boolean isCaptioned(String videoId) {
        return posedOf(videoId).stream()
                .allMatch(clip ->
                        captionedClips.contains(clip.clipId() + "/" + clip.paramsHash()) || isDead(clip.clipId()));
    }

    /// Whether a clip of a film could not be searched.
    boolean hasDeadClip(String videoId) {
        return clipsOf(videoId).stream().anyMatch(clip -> isDead(clip.clipId()));
    }

    Collection<ItemRejected> rejections() {
        return rejections.values();
    }

    List<ItemRejected> rejectionsOf(String videoId) {
        return rejections.values().stream()
                .filter(rejected -> videoId.equals(rejected.videoId()))
                .toList();
    }

    /// The rejection of an object or film as a whole.
    @Nullable
    ItemRejected rejection(String itemId) {
        return rejectedWholes.get(itemId);
    }

    /// Objects and films that were rejected as a whole.
    Collection<ItemRejected> rejectedWholes() {
        return rejectedWholes.values();
    }

    Collection<VideoSegmented> segmented() {
        return segmented.values();
    }

    /// Whether all frames of a film are accounted for.
    boolean isSegmented(String videoId) {
        return segmentations(videoId) > 0;
    }

    /// How often it was told that all frames of a film are accounted for.
    int segmentations(String videoId) {
        return segmentations.getOrDefault(videoId, 0);
    }

    boolean isDead(String key) {
        return deadKeys.contains(key);
    }

    /// Records that are no events of ours, and why.
    List<String> unreadable() {
        return unreadable;
    }

    List<DeadLetter> deadLetters() {
        return dead;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
