package org.magicanime.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.DrawnFilm;

/// Texts of strangers that try to run, to break out of an attribute, to lead elsewhere or to look like other text.
final class HostileInputs {
    static final String PICTURE = "\"><img src=x onerror=\"window.__pwned=1\">";
    static final String SCRIPT = "<script>window.__pwned=2</script>";
    static final String LINK = "javascript:window.__pwned=3";
    static final String HIDDEN = "gnp.\u202egpj\u2066 \u001b[31m\u0007 {title} &lt;b&gt;";
    private static final String ALL = PICTURE + " " + SCRIPT + " " + LINK + " " + HIDDEN;

    private final LocalSystem system;
    private final Path folder;

    HostileInputs(LocalSystem system, Path folder) {
        this.system = system;
        this.folder = folder;
    }

    /// A film and what is none, under such names.
    List<ObjectOrigin> drop() throws Exception {
        Path film = folder.resolve("hostile.mp4");
        DrawnFilm.standard(1).write(film);
        Path text = Files.writeString(folder.resolve("text.mp4"), ALL);
        List<ObjectOrigin> dropped = new ArrayList<>();
        try (MinioArtifactStore store = system.store()) {
            dropped.add(store.drop(LocalSystem.INGEST, "china/" + PICTURE + "/" + LINK + " \u202e4pm.mp4", film));
            dropped.add(store.drop(LocalSystem.INGEST, LINK + "/" + SCRIPT + "/" + PICTURE + ".mp4", text));
        }
        return dropped;
    }

    /// Rejections of items that have such names and reasons: more than one page of them.
    void tellRejections() throws Exception {
        for (int number = 0; number < 130; number++) {
            ItemRejected rejected = new ItemRejected(
                    PICTURE + number,
                    "ingest",
                    "not-a-video",
                    ALL,
                    null,
                    null,
                    new ObjectOrigin(LocalSystem.INGEST, ALL + number, "etag"),
                    1.5,
                    2.5,
                    null,
                    null,
                    null,
                    Map.of(SCRIPT, LINK));
            tell("item.rejected.v1", PICTURE, EventJson.write(rejected));
        }
    }

    /// What no service can read.
    void tellUnreadable() throws Exception {
        tell("video.ingested.v1", PICTURE + HIDDEN, ALL.getBytes(UTF_8));
        tell(
                "object.created.v1",
                SCRIPT,
                ("{\"Records\":[{\"eventName\":\"s3:ObjectCreated:Put\",\"s3\":{\"bucket\":"
                                + "{\"name\":\"<img src=x onerror=window.__pwned=4>\"},\"object\":{\"key\":\"a\"}}}]}")
                        .getBytes(UTF_8));
    }

    private void tell(String topic, String key, byte[] value) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", system.kafka()), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }
}
