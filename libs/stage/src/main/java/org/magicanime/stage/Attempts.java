package org.magicanime.stage;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.StoreConfig;
import org.magicanime.contracts.ArtifactKeys;

/// Counts the tries of an input across process deaths, by marks in the object store: one is put before a try and all
/// are removed when the input is done. A mark that is left over is a try that ended with its process, or failed.
@ApplicationScoped
class Attempts {
    private final ArtifactStore store;
    private final StoreConfig storeConfig;
    private final StageConfig config;
    private final String processId;

    Attempts(ArtifactStore store, StoreConfig storeConfig, StageConfig config) {
        this.store = store;
        this.storeConfig = storeConfig;
        this.config = config;
        this.processId = config.processId().orElseGet(() -> UUID.randomUUID().toString());
    }

    /// @param prefix of the marks of one input
    /// @param failed tries that failed so far
    record Count(String prefix, int failed) {}

    Count count(String service, ConsumerRecord<String, byte[]> record) {
        String prefix = ArtifactKeys.attempts(service, inputId(record));
        int[] failed = {0};
        store.list(storeConfig.artifactsBucket(), prefix, mark -> {
            if (isHeldAgainst(mark.key().substring(prefix.length()))) {
                failed[0]++;
            }
        });
        return new Count(prefix, failed[0]);
    }

    /// @return the key of the mark
    String begin(Count count) {
        String key = count.prefix() + processId + "." + UUID.randomUUID() + ".json";
        byte[] mark = EventJson.write(
                Map.of("process", processId, "began", Instant.now().toString()));
        store.put(storeConfig.artifactsBucket(), key, mark, "application/json");
        return key;
    }

    void abandon(String mark) {
        store.delete(storeConfig.artifactsBucket(), mark);
    }

    void done(Count count) {
        List<String> marks = new ArrayList<>();
        store.list(storeConfig.artifactsBucket(), count.prefix(), mark -> marks.add(mark.key()));
        marks.forEach(mark -> store.delete(storeConfig.artifactsBucket(), mark));
    }

    /// Our own left-over marks are tries that failed. Those of others count if their process died by itself: one that
    /// somebody killed, or that still runs, says nothing about the input.
    private boolean isHeldAgainst(String mark) {
        String process = mark.substring(0, Math.max(0, mark.indexOf('.')));
        return process.equals(processId)
                || config.obituaries().isEmpty()
                || Files.exists(config.obituaries().get().resolve(process + ".died"));
    }

    private static String inputId(ConsumerRecord<String, byte[]> record) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((record.topic() + "/" + record.partition() + "/" + record.offset() + "/" + record.timestamp())
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update(record.value());
            return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
