package org.magicanime.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.dataset.domain.Heard;
import org.magicanime.dataset.messaging.HeardReader;

/// The recorded run with small artifacts that lie in a store: each has its own key as content.
public final class StoredRun {
    private static final Pattern ARTIFACT = Pattern.compile(
            "\"bucket\":\"artifacts\",\"key\":\"(clips/[^\"]+)\",\"sha256\":\"[0-9a-f]{64}\",\"size\":[0-9]+");

    private StoredRun() {}

    /// @param number names the film
    public static List<Heard> film(int number, ArtifactStore store) {
        store.ensureBucket("artifacts");
        return RecordedRun.eventsOfFilm(number).stream()
                .map(event -> stored(event, store))
                .toList();
    }

    private static Heard stored(PipelineEvent event, ArtifactStore store) {
        ConsumerRecord<String, byte[]> record = RecordedRun.record(event);
        String json = ARTIFACT.matcher(new String(record.value(), UTF_8)).replaceAll(found -> stored(found, store));
        return new HeardReader().read(new ConsumerRecord<>(record.topic(), 0, 0, event.itemId(), json.getBytes(UTF_8)));
    }

    private static String stored(MatchResult artifact, ArtifactStore store) {
        String key = artifact.group(1);
        byte[] content = key.getBytes(UTF_8);
        store.put("artifacts", key, content, "application/octet-stream");
        return "\"bucket\":\"artifacts\",\"key\":\"%s\",\"sha256\":\"%s\",\"size\":%d"
                .formatted(key, sha256(content), content.length);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
