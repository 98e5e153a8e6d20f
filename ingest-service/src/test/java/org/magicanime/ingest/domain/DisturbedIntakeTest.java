package org.magicanime.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.ArtifactStore.StoredObject;
import org.magicanime.contracts.ObjectHint;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.video.ProbeLimits;

/// What becomes of an object that changes, or whose taking is broken off, at the worst moment.
class DisturbedIntakeTest {
    private static final AtomicInteger COPIES = new AtomicInteger();

    @TempDir
    static Path folder;

    private static Intake intake;

    @BeforeAll
    static void start() throws Exception {
        intake = new Intake(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        assertThat(intake.leftOver()).isEmpty();
        intake.close();
    }

    @BeforeEach
    void forget() {
        intake.told.clear();
    }

    @Test
    void anObjectThatIsReplacedWhileItIsReadIsTakenAsItIsThen() {
        byte[] later = Intake.film(7);
        ObjectHint hint = intake.drop("japan/A/replaced.mkv", Intake.film(5));
        ArtifactStore store = before("get", 1, () -> intake.drop(hint.key(), later));

        intake.with(store, intake.reader, Intake.USUAL).take(hint, intake.told::add);

        VideoIngested told = (VideoIngested) intake.only();
        assertThat(told.facts().packets()).isEqualTo(7);
        assertThat(told.source().size()).isEqualTo(later.length);
        assertThat(told.origin()).isEqualTo(intake.object(hint).origin());
    }

    @Test
    void anObjectThatIsReplacedBetweenReadingAndCopyingIsTakenAsItIsThen() {
        byte[] later = Intake.film(8);
        ObjectHint hint = intake.drop("japan/A/replaced-late.mkv", Intake.film(5));
        ArtifactStore store = before("copy", 1, () -> intake.drop(hint.key(), later));

        intake.with(store, intake.reader, Intake.USUAL).take(hint, intake.told::add);

        VideoIngested told = (VideoIngested) intake.only();
        assertThat(told.facts().packets()).isEqualTo(8);
        Path copy = folder.resolve("copy-" + COPIES.incrementAndGet());
        intake.store.get(told.source(), copy);
        assertThat(copy).hasBinaryContent(later);
    }

    @Test
    void anObjectThatNeverRestsIsTriedAgainLater() {
        ObjectHint hint = intake.drop("japan/A/restless.mkv", Intake.film(5));
        ArtifactStore store = before("get", 99, () -> intake.drop(hint.key(), Intake.film(3)));

        assertThatExceptionOfType(RestlessObjectException.class)
                .isThrownBy(
                        () -> intake.with(store, intake.reader, Intake.USUAL).take(hint, intake.told::add));

        assertThat(intake.told).isEmpty();
    }

    @Test
    void anObjectThatIsDeletedBeforeOrWhileItIsReadIsNoError() {
        intake.usual().take(new ObjectHint(Intake.INGEST, "japan/A/never-was.mkv"), intake.told::add);
        ObjectHint hint = intake.drop("japan/A/deleted.mkv", Intake.film(5));
        ArtifactStore store = before("get", 1, () -> intake.store.delete(hint.bucket(), hint.key()));

        intake.with(store, intake.reader, Intake.USUAL).take(hint, intake.told::add);

        assertThat(intake.told).isEmpty();
    }

    @Test
    void killedAtAnyPointItIsRepeatedWithTheSameResult() {
        for (String point : List.of("get", "copy", "put", "tell", "receipt")) {
            ObjectHint hint = intake.drop("american/A/killed-at-" + point + ".mkv", Intake.film(6));
            List<VideoIngested> told = new ArrayList<>();
            int[] puts = {0};
            ArtifactStore dying = before(point.equals("receipt") ? "put" : point, 99, () -> {
                if (!point.equals("receipt") || ++puts[0] == 2) {
                    throw new Killed();
                }
            });
            assertThatExceptionOfType(Killed.class)
                    .as(point)
                    .isThrownBy(() -> intake.with(dying, intake.reader, Intake.USUAL)
                            .take(hint, event -> {
                                told.add((VideoIngested) event);
                                if (point.equals("tell")) {
                                    throw new Killed();
                                }
                            }));

            intake.usual().take(hint, event -> told.add((VideoIngested) event));

            assertThat(told).as(point).isNotEmpty();
            assertThat(told.stream().distinct()).as(point).hasSize(1);
            assertThat(intake.receipt(hint)).as(point).contains(told.getFirst().videoId());
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void aFilmThatIsTooLargeForACopyInsideTheStoreIsPutFromWhatWasRead() {
        byte[] film = Intake.film(10);
        ObjectHint hint = intake.drop("x/y/large.mkv", film);
        IntakeLimits limits = new IntakeLimits(10L << 30, ProbeLimits.DEFAULT);

        intake.with(largeObjects(), intake.reader, limits).take(hint, intake.told::add);

        VideoIngested told = (VideoIngested) intake.only();
        assertThat(told.source().size()).isEqualTo(film.length);
        Path copy = folder.resolve("copy-" + COPIES.incrementAndGet());
        intake.store.get(told.source(), copy);
        assertThat(copy).hasBinaryContent(film);
    }

    /// The store, with something that happens before the first calls of a method.
    private static ArtifactStore before(String method, int times, Runnable happens) {
        AtomicInteger left = new AtomicInteger(times);
        return store(
                called -> {
                    if (called.equals(method) && left.getAndDecrement() > 0) {
                        happens.run();
                    }
                },
                (called, answer) -> answer);
    }

    /// The store, with objects of 6 GiB, which it does not copy.
    private static ArtifactStore largeObjects() {
        return store(
                called -> assertThat(called).as("S3 copies 5 GiB at most").isNotEqualTo("copy"),
                (called, answer) -> called.equals("stat")
                        ? ((Optional<?>) answer).map(StoredObject.class::cast).map(DisturbedIntakeTest::large)
                        : answer);
    }

    private static StoredObject large(StoredObject object) {
        return new StoredObject(
                object.bucket(),
                object.key(),
                object.etag(),
                6L << 30,
                object.mediaType(),
                object.lastModified(),
                object.metadata());
    }

    /// The store, with something before each call, and perhaps another answer. Both get the method's name.
    private static ArtifactStore store(Consumer<String> first, BiFunction<String, Object, Object> then) {
        return (ArtifactStore) Proxy.newProxyInstance(
                ArtifactStore.class.getClassLoader(),
                new Class<?>[] {ArtifactStore.class},
                (proxy, called, arguments) -> {
                    first.accept(called.getName());
                    try {
                        return then.apply(called.getName(), called.invoke(intake.store, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
