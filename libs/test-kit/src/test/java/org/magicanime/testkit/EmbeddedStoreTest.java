package org.magicanime.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.minio.CopyObjectArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.messages.Item;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.testkit.BucketNotifications.CreatedObject;

class EmbeddedStoreTest {
    private static final String FILM = "japan/a b+ü #2.mp4";
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    private final BlockingQueue<CreatedObject> created = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> removed = new LinkedBlockingQueue<>();

    private final BucketNotifications told = new BucketNotifications() {
        @Override
        public void created(CreatedObject object) {
            created.add(object);
        }

        @Override
        public void removed(String bucket, String key) {
            removed.add(bucket + "/" + key);
        }
    };

    @Test
    void everyWayToCreateAnObjectIsTold() throws Exception {
        try (EmbeddedStore store = start(told);
                MinioClient client = client(store.endpoint())) {
            put(client, FILM, 1_000);
            put(client, "large.mkv", 11 * MEBIBYTE);
            client.copyObject(CopyObjectArgs.builder()
                    .bucket("ingest")
                    .object("copy.mp4")
                    .source(SourceObject.builder().bucket("ingest").object(FILM).build())
                    .build());
            client.removeObject(
                    RemoveObjectArgs.builder().bucket("ingest").object(FILM).build());

            assertThat(created)
                    .extracting(CreatedObject::event, CreatedObject::key, CreatedObject::size)
                    .containsExactly(
                            tuple("s3:ObjectCreated:Put", FILM, 1_000L),
                            tuple("s3:ObjectCreated:CompleteMultipartUpload", "large.mkv", 11L * MEBIBYTE),
                            tuple("s3:ObjectCreated:Copy", "copy.mp4", 1_000L));
            assertThat(created).first().satisfies(film -> {
                assertThat(film.metadata()).containsExactly(Map.entry("title", "A film"));
                assertThat(film.mediaType()).isEqualTo("video/mp4");
            });
            assertThat(created)
                    .last()
                    .satisfies(copy -> assertThat(copy.etag())
                            .isEqualTo(stat(client, "copy.mp4"))
                            .doesNotContain("\""));
            assertThat(removed).containsExactly("ingest/" + FILM);
        }
    }

    @Test
    void listenerThatFailsDoesNotFailTheWriter() throws Exception {
        BucketNotifications broken = object -> {
            throw new IllegalStateException("the listener is broken");
        };
        try (EmbeddedStore store = start(broken);
                MinioClient client = client(store.endpoint())) {
            put(client, FILM, 10);

            assertThat(listed(client)).containsExactly(FILM);
        }
    }

    @Test
    void objectsArePlainFilesThatSurviveRestart() throws Exception {
        try (EmbeddedStore store = start(told);
                MinioClient client = client(store.endpoint())) {
            put(client, FILM, 1_000);
        }
        assertThat(folder.resolve("store/ingest").resolve(FILM)).hasSize(1_000);

        try (EmbeddedStore store = start(told);
                MinioClient client = client(store.endpoint())) {
            assertThat(listed(client)).containsExactly(FILM);
            assertThat(client.statObject(StatObjectArgs.builder()
                                    .bucket("ingest")
                                    .object(FILM)
                                    .build())
                            .userMetadata()
                            .getFirst("title"))
                    .isEqualTo("A film");
        }
    }

    @Test
    void objectIsSeenOnlyOnceItIsWholeAndKilledStoreLeavesNoHalf() throws Exception {
        Process process = StoreProcess.start(folder.resolve("store"));
        try {
            URI endpoint = StoreProcess.endpoint(process);
            try (FaultProxy firstWay = FaultProxy.before(endpoint);
                    FaultProxy secondWay = FaultProxy.before(endpoint);
                    MinioClient client = client(endpoint);
                    MinioClient first = client(firstWay.endpoint());
                    MinioClient second = client(secondWay.endpoint())) {
                firstWay.holdAfter(6L * MEBIBYTE);
                secondWay.holdAfter(MEBIBYTE);
                Thread parts = Thread.ofVirtual().start(() -> putInVain(first));
                Thread whole = Thread.ofVirtual().start(() -> streamInVain(second));
                Conditions.await("there are a part, a note and a temporary", () -> {
                    String names = halves().toString();
                    return names.contains(".mpus-") && names.contains(".unfinished/") && names.contains(".mp4-");
                });

                assertThat(listed(client)).isEmpty();

                process.destroyForcibly().waitFor();
                firstWay.refuse();
                secondWay.refuse();
                whole.join();
                parts.join();
            }
            assertThat(halves()).isNotEmpty();
        } finally {
            process.destroyForcibly();
        }

        try (EmbeddedStore store = start(told);
                MinioClient client = client(store.endpoint())) {
            assertThat(halves()).isEmpty();
            assertThat(listed(client)).isEmpty();
            put(client, FILM, 10);
            assertThat(listed(client)).containsExactly(FILM);
        }
    }

    @Test
    void strangersKeyThatLooksLikeOursIsListed() throws Exception {
        String key = FILM + "-01234567-89ab-cdef-0123-456789abcdef";
        try (EmbeddedStore store = start(told);
                MinioClient client = client(store.endpoint())) {
            put(client, FILM, 10);
            put(client, key, 10);

            assertThat(listed(client)).containsExactly(FILM, key);
        }
        try (EmbeddedStore store = start(told);
                MinioClient client = client(store.endpoint())) {
            assertThat(listed(client)).containsExactly(FILM, key);
        }
    }

    @Test
    void takenPortIsSaid() throws Exception {
        try (EmbeddedStore store = start(told)) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> EmbeddedStore.start(
                            folder.resolve("other"), store.endpoint().getPort(), "access", "secret", told))
                    .withMessageContaining(String.valueOf(store.endpoint().getPort()));
        }
    }

    private EmbeddedStore start(BucketNotifications listener) throws IOException {
        return EmbeddedStore.start(
                folder.resolve("store"), 0, StoreProcess.ACCESS_KEY, StoreProcess.SECRET_KEY, listener);
    }

    private MinioClient client(URI endpoint) throws Exception {
        MinioClient client = MinioClient.builder()
                .endpoint(endpoint.toString())
                .credentials(StoreProcess.ACCESS_KEY, StoreProcess.SECRET_KEY)
                .build();
        if (!Files.exists(folder.resolve("store/ingest"))) {
            client.makeBucket(MakeBucketArgs.builder().bucket("ingest").build());
        }
        return client;
    }

    private static void put(MinioClient client, String key, int size) throws Exception {
        client.putObject(
                PutObjectArgs.builder()
                        .bucket("ingest")
                        .object(key)
                        .contentType("video/mp4")
                        .userMetadata(Map.of("title", "A film"))
                        .stream(new ByteArrayInputStream(new byte[size]), (long) size, 5L * MEBIBYTE)
                        .build());
    }

    private static void putInVain(MinioClient client) {
        assertThatExceptionOfType(Exception.class).isThrownBy(() -> put(client, "large.mkv", 30 * MEBIBYTE));
    }

    /// A body that is not signed is written to the disk while it comes.
    private static void streamInVain(MinioClient client) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
            String url = client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                    .method(Http.Method.PUT)
                    .bucket("ingest")
                    .object(FILM)
                    .build());
            try (HttpClient http = HttpClient.newHttpClient()) {
                http.send(
                        HttpRequest.newBuilder(URI.create(url))
                                .PUT(BodyPublishers.ofByteArray(new byte[4 * MEBIBYTE]))
                                .build(),
                        BodyHandlers.discarding());
            }
        });
    }

    private static List<String> listed(MinioClient client) throws Exception {
        List<String> keys = new ArrayList<>();
        for (Result<Item> item : client.listObjects(
                ListObjectsArgs.builder().bucket("ingest").recursive(true).build())) {
            keys.add(item.get().objectName());
        }
        return keys;
    }

    private static String stat(MinioClient client, String key) throws Exception {
        return client.statObject(
                        StatObjectArgs.builder().bucket("ingest").object(key).build())
                .etag()
                .replace("\"", "");
    }

    /// Files that are no objects: parts, temporaries, notes.
    private List<Path> halves() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains(".mpus-")
                            || file.toString().contains(".s3proxy-mpu-stub-")
                            || file.toString().contains(".mp4-")
                            || file.toString().contains("store.unfinished"))
                    .toList();
        }
    }
}
