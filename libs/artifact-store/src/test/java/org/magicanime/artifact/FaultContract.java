package org.magicanime.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.magicanime.artifact.StoreServer.BUCKET;
import static org.magicanime.artifact.StoreServer.INGEST;
import static org.magicanime.artifact.StoreServer.PATIENCE;
import static org.magicanime.artifact.StoreServer.bytes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.artifact.ArtifactStore.Stored;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.testkit.FaultProxy;

/// What {@link ArtifactStore} promises when the way to the store fails.
abstract class FaultContract {
    private static final String TYPE = "video/mp4";
    private static final int MEBIBYTE = 1 << 20;
    /// A try, the fault's own time, and a slow machine.
    private static final Duration SOON = PATIENCE.plusSeconds(3);

    @TempDir
    Path folder;

    private final String key = "f" + UUID.randomUUID().toString().replace("-", "") + "/clip.mp4";
    private FaultProxy way;
    private MinioArtifactStore direct;
    private MinioArtifactStore store;

    abstract StoreServer server();

    @BeforeEach
    void connect() throws Exception {
        way = FaultProxy.before(server().endpoint());
        direct = server().direct();
        store = server().connect(way.endpoint());
    }

    @AfterEach
    void hangUp() throws Exception {
        store.close();
        way.close();
    }

    @Test
    void storeThatRefusesIsBusyAndServesAgainAfterwards() throws Exception {
        ArtifactRef ref = store.put(BUCKET, key, bytes(1_000, 1), TYPE).ref();
        way.refuse();

        everythingIsBusyWithin(SOON, ref);

        way.pass();
        store.get(ref, folder.resolve("got"));
        assertThat(folder.resolve("got")).hasSize(1_000);
    }

    @Test
    void storeThatIsSilentIsBusyWithinTheTimeOut() throws Exception {
        ArtifactRef ref = store.put(BUCKET, key, bytes(1_000, 1), TYPE).ref();
        way.blackhole();

        everythingIsBusyWithin(SOON, ref);

        way.pass();
        store.get(ref, folder.resolve("got"));
        assertThat(folder.resolve("got")).hasSize(1_000);
    }

    private void everythingIsBusyWithin(Duration limit, ArtifactRef ref) throws Exception {
        Path large = Files.write(folder.resolve("large"), bytes(65 * MEBIBYTE, 3));
        String other = key.replace("clip", "other");
        List<ThrowingCallable> calls = List.of(
                () -> store.put(BUCKET, other, bytes(1_000, 2), TYPE),
                () -> store.put(BUCKET, other, large, TYPE),
                () -> store.get(ref, folder.resolve("got")),
                () -> store.find(BUCKET, key, 1_000),
                () -> store.stat(BUCKET, key),
                () -> store.copy(new ObjectOrigin(INGEST, "film", "e"), BUCKET, other, ref.sha256(), TYPE),
                () -> store.list(BUCKET, "", object -> {}),
                () -> store.delete(BUCKET, other),
                () -> store.ensureBucket(BUCKET));
        StoreContract.atOnce(calls.stream()
                .map(call -> (Callable<Boolean>) () -> {
                    busyWithin(limit, call);
                    return true;
                })
                .toList());
        assertThat(folder.resolve("got")).doesNotExist();
    }

    private static void busyWithin(Duration limit, ThrowingCallable call) {
        long begin = System.nanoTime();
        assertThatExceptionOfType(StoreBusyException.class).isThrownBy(call);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(limit);
    }

    @Test
    void sixteenCallersOfSilentStoreDoNotWaitForEachOther() throws Exception {
        way.blackhole();
        List<Callable<Boolean>> callers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            callers.add(() -> {
                busyWithin(SOON, () -> store.stat(BUCKET, key));
                return true;
            });
        }

        assertThat(StoreContract.atOnce(callers)).hasSize(16);
    }

    @Test
    void storeThatFallsSilentInTheMiddleIsBusyWithinTheTimeOut() throws Exception {
        ArtifactRef ref = direct.put(BUCKET, key, bytes(20 * MEBIBYTE, 1), TYPE).ref();
        way.latency(Duration.ofMillis(5));
        Thread fault = Thread.ofVirtual().start(() -> {
            try {
                while (way.passed() < 2 * MEBIBYTE) {
                    Thread.onSpinWait();
                    Thread.yield();
                }
                way.blackhole();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });

        assertThatExceptionOfType(StoreBusyException.class).isThrownBy(() -> store.get(ref, folder.resolve("got")));

        fault.join();
        assertThat(folder.resolve("got")).doesNotExist();
    }

    @Test
    void slowStoreIsNoError() throws Exception {
        way.latency(Duration.ofMillis(200));

        Stored stored = store.put(BUCKET, key, bytes(50_000, 1), TYPE);
        store.get(stored.ref(), folder.resolve("got"));

        assertThat(stored.created()).isTrue();
        assertThat(folder.resolve("got")).hasSize(50_000);
    }

    @Test
    void downloadThatIsCutAgainAndAgainIsTakenUpWhereItStopped() throws Exception {
        byte[] content = bytes(40 * MEBIBYTE, 1);
        ArtifactRef ref = direct.put(BUCKET, key, content, TYPE).ref();
        // No connection lives long enough for one range.
        way.cutAfter(3 * MEBIBYTE);

        store.get(ref, folder.resolve("got"));

        assertThat(folder.resolve("got")).hasBinaryContent(content);
    }

    @Test
    void downloadThatCannotGoOnLeavesNoFile() throws Exception {
        ArtifactRef ref = direct.put(BUCKET, key, bytes(MEBIBYTE, 1), TYPE).ref();
        way.cutAfter(100);

        assertThatExceptionOfType(StoreBusyException.class).isThrownBy(() -> store.get(ref, folder.resolve("got")));

        assertThat(folder.resolve("got")).doesNotExist();
    }

    @Test
    void smallObjectThatIsCutIsBusyAndNeverHalf() throws Exception {
        direct.put(BUCKET, key, bytes(100_000, 1), TYPE);
        way.cutAfter(50_000);

        assertThatExceptionOfType(StoreBusyException.class).isThrownBy(() -> store.find(BUCKET, key, 100_000));
    }

    @Test
    void uploadThatIsCutLeavesNoObject() throws Exception {
        Path file = Files.write(folder.resolve("film"), bytes(20 * MEBIBYTE, 1));
        way.cutAfter(10 * MEBIBYTE);

        assertThatExceptionOfType(StoreBusyException.class).isThrownBy(() -> store.put(BUCKET, key, file, TYPE));

        nothingIsThere();
        way.pass();
        assertThat(store.put(BUCKET, key, file, TYPE).created()).isTrue();
    }

    @Test
    void uploadInPartsThatStopsInTheMiddleLeavesNoObject() throws Exception {
        byte[] content = bytes(70 * MEBIBYTE, 1);
        Path file = Files.write(folder.resolve("film"), content);
        way.holdAfter(24 * MEBIBYTE);

        assertThatExceptionOfType(StoreBusyException.class)
                .isThrownBy(() -> store.put(BUCKET, key, file, TYPE))
                .withMessageContaining("part 2 of 5");

        nothingIsThere();
        way.pass();
        assertThat(store.put(BUCKET, key, file, TYPE).created()).isTrue();
        assertThat(direct.ref(BUCKET, key).orElseThrow().sha256()).isEqualTo(Digest.sha256(content));
    }

    private void nothingIsThere() {
        assertThat(direct.stat(BUCKET, key)).isEmpty();
        List<String> listed = new ArrayList<>();
        direct.list(BUCKET, key.substring(0, key.indexOf('/') + 1), object -> listed.add(object.key()));
        assertThat(listed).isEmpty();
    }
}
