package org.magicanime.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.magicanime.artifact.StoreServer.BUCKET;
import static org.magicanime.artifact.StoreServer.INGEST;
import static org.magicanime.artifact.StoreServer.bytes;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.magicanime.artifact.ArtifactStore.Stored;
import org.magicanime.artifact.ArtifactStore.StoredObject;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ObjectOrigin;
/// What {@link ArtifactStore} promises, on any S3 store.

abstract class StoreContract extends ContractFixture {
    private static final String TYPE = "video/mp4";

    @Test
    void whatIsPutCanBeGotAndDescribed() throws Exception {
        byte[] content = bytes(3_000_000, 1);
        Path file = Files.write(folder.resolve("clip.mp4"), content);

        Stored stored = store.put(BUCKET, key("clip.mp4"), file, TYPE);

        assertThat(stored.created()).isTrue();
        assertThat(stored.sameContent()).isTrue();
        assertThat(stored.ref())
                .isEqualTo(new ArtifactRef(BUCKET, key("clip.mp4"), Digest.sha256(content), content.length, TYPE));
        assertThat(store.ref(BUCKET, key("clip.mp4"))).contains(stored.ref());
        Path target = folder.resolve("got");
        store.get(stored.ref(), target);
        assertThat(target).hasBinaryContent(content);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-------");
        StoredObject object = store.stat(BUCKET, key("clip.mp4")).orElseThrow();
        assertThat(object.mediaType()).isEqualTo(TYPE);
        assertThat(object.metadata()).containsEntry("sha256", Digest.sha256(content));
        assertThat(object.etag()).isNotEmpty().doesNotContain("\"");
    }

    @Test
    void emptyFilesAreArtifactsToo() throws Exception {
        Stored stored = store.put(BUCKET, key("empty"), Files.createFile(folder.resolve("empty")), TYPE);

        store.get(stored.ref(), folder.resolve("got"));

        assertThat(folder.resolve("got")).isEmptyFile();
        assertThat(store.find(BUCKET, key("empty"), 0)).contains(new byte[0]);
    }

    @Test
    void firstWriterOfKeyWins() {
        byte[] first = "first".getBytes(UTF_8);
        store.put(BUCKET, key("a.json"), first, "application/json");

        Stored same = store.put(BUCKET, key("a.json"), first, "application/json");
        Stored other = store.put(BUCKET, key("a.json"), "other".getBytes(UTF_8), "application/json");

        assertThat(same.created()).isFalse();
        assertThat(same.sameContent()).isTrue();
        assertThat(other.created()).isFalse();
        assertThat(other.sameContent()).isFalse();
        assertThat(other.ref().sha256()).isEqualTo(Digest.sha256(first));
        assertThat(store.find(BUCKET, key("a.json"), 100)).contains(first);
    }

    @Test
    void ofSixteenWritersAtOnceOneCreates() throws Exception {
        List<Callable<Stored>> writers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            byte[] content = bytes(100_000, i);
            writers.add(() -> store.put(BUCKET, key("raced"), content, TYPE));
        }

        List<Stored> outcomes = atOnce(writers);

        assertThat(outcomes).filteredOn(Stored::created).hasSize(1);
        ArtifactRef winner = outcomes.stream()
                .filter(Stored::created)
                .findAny()
                .orElseThrow()
                .ref();
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.ref()).isEqualTo(winner));
        assertThat(Digest.sha256(store.find(BUCKET, key("raced"), 100_000).orElseThrow()))
                .isEqualTo(winner.sha256());
    }

    @Test
    void filesOver64MebibytesGoInPartsAndFirstWriterWinsThereToo() throws Exception {
        int size = (64 << 20) + 12_345;
        List<Callable<Stored>> writers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Path file = Files.write(folder.resolve("large" + i), bytes(size, i));
            writers.add(() -> store.put(BUCKET, key("large"), file, TYPE));
        }

        List<Stored> outcomes = atOnce(writers);
        Stored late = store.put(BUCKET, key("large"), folder.resolve("large0"), TYPE);

        assertThat(outcomes).filteredOn(Stored::created).hasSize(1);
        ArtifactRef winner = outcomes.stream()
                .filter(Stored::created)
                .findAny()
                .orElseThrow()
                .ref();
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.ref()).isEqualTo(winner));
        assertThat(late.created()).isFalse();
        assertThat(late.ref()).isEqualTo(winner);
        assertThat(store.stat(BUCKET, key("large")).orElseThrow().etag()).endsWith("-5");
        store.get(winner, folder.resolve("got"));
        assertThat(folder.resolve("got")).hasSize(size);
    }

    @Test
    void strangersObjectIsGotOnlyInItsVersionAndUpToLimit() throws Exception {
        String name = prefix + "japan/a b+ü #2 %20 ?.mp4";
        ObjectOrigin old = drop(name, bytes(1_000, 1));
        ObjectOrigin origin = drop(name, bytes(20_000_000, 2));

        assertThat(store.get(origin, 20_000_000, folder.resolve("got"))).isEqualTo(Digest.sha256(bytes(20_000_000, 2)));
        assertThat(folder.resolve("got")).hasBinaryContent(bytes(20_000_000, 2));
        assertThatExceptionOfType(ObjectChangedException.class)
                .isThrownBy(() -> store.get(old, 20_000_000, folder.resolve("old")));
        assertThatExceptionOfType(StoreRefusedException.class)
                .isThrownBy(() -> store.get(origin, 19_999_999, folder.resolve("long")))
                .withMessageContaining("20000000")
                .withMessageContaining("19999999");
        assertThat(folder.resolve("old")).doesNotExist();
        assertThat(folder.resolve("long")).doesNotExist();
    }

    @Test
    void copyTakesExactlyTheVersionAndCarriesItsHash() throws Exception {
        String name = prefix + "china/ö & co.mkv";
        ObjectOrigin old = drop(name, bytes(1_000, 1));
        ObjectOrigin origin = drop(name, bytes(2_000, 2));
        String sha256 = Digest.sha256(bytes(2_000, 2));

        assertThatExceptionOfType(ObjectChangedException.class)
                .isThrownBy(() -> store.copy(old, BUCKET, key("source"), sha256, TYPE));
        Stored first = store.copy(origin, BUCKET, key("source"), sha256, TYPE);
        Stored again = store.copy(origin, BUCKET, key("source"), sha256, TYPE);

        assertThat(first)
                .isEqualTo(new Stored(new ArtifactRef(BUCKET, key("source"), sha256, 2_000, TYPE), true, true));
        assertThat(again).isEqualTo(new Stored(first.ref(), false, true));
        StoredObject copy = store.stat(BUCKET, key("source")).orElseThrow();
        assertThat(copy.metadata()).containsEntry("sha256", sha256).doesNotContainKey("title");
        assertThat(copy.mediaType()).isEqualTo(TYPE);
        store.get(first.ref(), folder.resolve("got"));
        assertThatExceptionOfType(ObjectNotFoundException.class)
                .isThrownBy(() -> store.copy(
                        new ObjectOrigin(INGEST, prefix + "none", origin.etag()), BUCKET, key("x"), sha256, TYPE));
    }

    @Test
    void droppedFileReplacesWhatWasThereUnlessItIsTheSame() throws Exception {
        String name = prefix + "japan/a title/film #1.mp4";
        Path film = Files.write(folder.resolve("film"), bytes(70 << 20, 1));
        Path other = Files.write(folder.resolve("other"), bytes(1_000, 2));

        ObjectOrigin first = store.drop(INGEST, name, film);

        assertThat(store.drop(INGEST, name, film)).isEqualTo(first);
        assertThat(store.get(first, 70 << 20, folder.resolve("got"))).isEqualTo(Digest.sha256(bytes(70 << 20, 1)));
        assertThat(store.drop(INGEST, name, other)).isNotEqualTo(first);
        assertThat(store.find(INGEST, name, 1_000)).contains(bytes(1_000, 2));
    }

    @Test
    void metadataOfStrangersIsTold() throws Exception {
        drop(prefix + "film.mp4", bytes(10, 1));

        StoredObject film = store.stat(INGEST, prefix + "film.mp4").orElseThrow();

        assertThat(film.metadata()).containsEntry("title", "A film");
        assertThat(film.origin().key()).isEqualTo(prefix + "film.mp4");
        assertThat(film.size()).isEqualTo(10);
    }

    @Test
    void aPartOfAnArtifactIsReadWithoutTheRest() throws Exception {
        byte[] content = bytes(100_000, 7);
        ArtifactRef ref = store.put(BUCKET, key("part.mp4"), content, TYPE).ref();

        try (InputStream part = store.read(ref, 99_990, 10)) {
            assertThat(part.readAllBytes()).isEqualTo(Arrays.copyOfRange(content, 99_990, 100_000));
        }
        try (InputStream first = store.read(ref, 0, 1)) {
            assertThat(first.readAllBytes()).containsExactly(content[0]);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> store.read(ref, 99_991, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> store.read(ref, 0, 0));
        store.delete(BUCKET, ref.key());
        assertThatExceptionOfType(ObjectNotFoundException.class).isThrownBy(() -> store.read(ref, 0, 10));
    }

    @Test
    void whatIsMissingIsAbsentAndGettingItSaysSo() {
        ArtifactRef none = new ArtifactRef(BUCKET, key("none"), Digest.sha256(new byte[0]), 0, TYPE);

        assertThat(store.stat(BUCKET, key("none"))).isEmpty();
        assertThat(store.ref(BUCKET, key("none"))).isEmpty();
        assertThat(store.find(BUCKET, key("none"), 10)).isEmpty();
        assertThatExceptionOfType(ObjectNotFoundException.class)
                .isThrownBy(() -> store.get(none, folder.resolve("got")))
                .withMessageContaining(key("none"));
        store.delete(BUCKET, key("none"));
    }

    @Test
    void deletedObjectIsGone() {
        store.put(BUCKET, key("a"), new byte[] {1}, TYPE);

        store.delete(BUCKET, key("a"));

        assertThat(store.stat(BUCKET, key("a"))).isEmpty();
        assertThat(store.put(BUCKET, key("a"), new byte[] {2}, TYPE).created()).isTrue();
    }

    @Test
    void objectWithOtherBytesThanToldIsNotGot() {
        ArtifactRef stored = store.put(BUCKET, key("a"), bytes(1_000, 1), TYPE).ref();
        ArtifactRef otherHash = new ArtifactRef(BUCKET, key("a"), Digest.sha256(new byte[] {9}), 1_000, TYPE);
        ArtifactRef otherSize = new ArtifactRef(BUCKET, key("a"), stored.sha256(), 999, TYPE);

        assertThatExceptionOfType(ObjectChangedException.class)
                .isThrownBy(() -> store.get(otherHash, folder.resolve("got")));
        assertThatExceptionOfType(ObjectChangedException.class)
                .isThrownBy(() -> store.get(otherSize, folder.resolve("got")));
        assertThat(folder.resolve("got")).doesNotExist();
    }

    @Test
    void fileThatExistsIsNeverOverwritten() throws Exception {
        ArtifactRef ref = store.put(BUCKET, key("a"), new byte[] {1}, TYPE).ref();
        Path mine = Files.writeString(folder.resolve("mine"), "mine");

        assertThatIllegalStateException().isThrownBy(() -> store.get(ref, mine)).withMessageContaining("mine");

        assertThat(mine).hasContent("mine");
    }

    @Test
    void artifactThatSomebodyElseWroteIsHashedByReading() throws Exception {
        byte[] content = bytes(70_000, 5);
        drop(BUCKET, key("foreign"), content);

        assertThat(store.ref(BUCKET, key("foreign")).orElseThrow().sha256()).isEqualTo(Digest.sha256(content));
    }

    @Test
    void smallObjectIsNotReadBeyondItsLimit() {
        store.put(BUCKET, key("a.json"), bytes(100, 1), "application/json");

        assertThat(store.find(BUCKET, key("a.json"), 100)).contains(bytes(100, 1));
        assertThatExceptionOfType(StoreRefusedException.class)
                .isThrownBy(() -> store.find(BUCKET, key("a.json"), 99))
                .withMessageContaining("99");
    }

    @Test
    void wrongSecretIsRefusedAndNoSecretIsInTheMessage() {
        try (MinioArtifactStore stranger = server().connectWithSecret("not-the-secret-0123456789")) {
            assertThatExceptionOfType(StoreRefusedException.class)
                    .isThrownBy(() -> stranger.put(BUCKET, key("a"), new byte[] {1}, TYPE))
                    .withMessageContaining(key("a"))
                    .satisfies(e -> assertThat(printed(e))
                            .doesNotContain(
                                    "not-the-secret", server().accessKey(), server().secretKey(), "Signature="));
            assertThatExceptionOfType(StoreRefusedException.class).isThrownBy(() -> stranger.stat(BUCKET, key("a")));
        }
    }

    @Test
    void missingBucketIsSaid() {
        assertThatExceptionOfType(StoreRefusedException.class)
                .isThrownBy(() -> store.put("no-such-bucket", key("a"), new byte[] {1}, TYPE))
                .withMessageContaining("no such bucket");
        assertThatExceptionOfType(StoreRefusedException.class)
                .isThrownBy(() -> store.list("no-such-bucket", "", object -> {}))
                .withMessageContaining("no such bucket");
    }

    @Test
    void manyMayEnsureTheSameBucketAtOnce() throws Exception {
        String bucket = "b" + UUID.randomUUID();
        List<Callable<Boolean>> services = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            services.add(() -> {
                store.ensureBucket(bucket);
                return true;
            });
        }

        assertThat(atOnce(services)).hasSize(8);
        assertThat(store.put(bucket, key("a"), new byte[] {1}, TYPE).created()).isTrue();
    }

    private static String printed(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        List<T> results = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
        }
        return results;
    }
}
