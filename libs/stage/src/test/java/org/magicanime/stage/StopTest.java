package org.magicanime.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.PausableChannel;
import io.smallrye.reactive.messaging.providers.impl.InternalChannelRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.artifact.StoreBusyException;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.testkit.BucketNotifications;
import org.magicanime.testkit.EmbeddedStore;

/// What a stop does to inputs in work, and what the watchdog sees.
class StopTest {
    @TempDir
    static java.nio.file.Path folder;

    private static EmbeddedStore server;
    private static MinioArtifactStore store;

    private final InWork inWork = new InWork();
    private final InternalChannelRegistry channels = new InternalChannelRegistry();
    private final MockProducer<String, byte[]> producer = new MockProducer<>(
            true,
            null,
            new org.apache.kafka.common.serialization.StringSerializer(),
            new org.apache.kafka.common.serialization.ByteArraySerializer());
    private final StageSettings config = StageSettings.ofProcess("this-process");
    private final ConsumerRecord<String, byte[]> input = new ConsumerRecord<>(
            Ear.FILMS,
            0,
            7,
            "key",
            EventJson.write(Films.film(java.util.UUID.randomUUID().toString())));
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Channel channel = new Channel();

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedStore.start(
                folder.resolve("store"), 0, Servers.ACCESS_KEY, Servers.SECRET_KEY, BucketNotifications.NONE);
        store = MinioArtifactStore.connect(Servers.way(server.endpoint()));
        store.ensureBucket("artifacts");
    }

    @AfterAll
    static void stop() throws Exception {
        store.close();
        server.close();
    }

    @AfterEach
    void removeMarks() {
        marks().forEach(mark -> store.delete("artifacts", mark));
    }

    @Test
    void anInputInWorkIsFinishedAndNothingNewIsBegun() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Void> work = process((film, tell) -> {
            begun.countDown();
            goOn.await();
            tell.accept(Films.segmented(film));
        });
        begun.await();
        CompletableFuture<Void> drain = drain();
        Ear.await("it stops", inWork::isStopping);
        assertThatExceptionOfType(DrainingException.class)
                .isThrownBy(() -> stage().process(input, VideoIngested.class, (film, tell) -> {}));
        goOn.countDown();

        drain.join();
        work.join();

        assertThat(producer.history()).hasSize(1);
        assertThat(marks()).isEmpty();
        assertThat(channel.isPaused()).isTrue();
    }

    @Test
    void anInputThatIsNotFinishedWithinTheBoundIsLeftForTheNextProcessAndItsTryDoesNotCount() throws Exception {
        CompletableFuture<Void> work = process((film, tell) -> {
            begun.countDown();
            // Throws what says nothing of a stop when it is broken off.
            new CountDownLatch(1).await();
        });
        begun.await();

        drain().join();

        assertThat(failureOf(work)).isInstanceOf(DrainingException.class);
        assertThat(marks()).isEmpty();
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void aRetryEndsWithTheStopAndDoesNotWakeTheChannel() throws Exception {
        CompletableFuture<Void> work = process((film, tell) -> {
            begun.countDown();
            throw new StoreBusyException("away", null);
        });
        begun.await();
        Ear.await("it retries", channel::isPaused);

        drain().join();

        assertThat(failureOf(work)).isInstanceOf(DrainingException.class);
        assertThat(marks()).isEmpty();
        assertThat(channel.isPaused()).isTrue();
    }

    @Test
    void aTryThatFailsDuringTheStopCountsAndTheNextTryIsLeftToTheNextProcess() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        CompletableFuture<Void> work = process((film, tell) -> {
            tries.incrementAndGet();
            begun.countDown();
            Ear.await("it stops", inWork::isStopping);
            throw new IllegalStateException("poison");
        });
        begun.await();

        drain().join();

        assertThat(failureOf(work)).isInstanceOf(DrainingException.class);
        assertThat(tries).hasValue(1);
        assertThat(marks()).hasSize(1);
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void aStoreThatWasAwayForLongIsNotHeldAgainstTheTryThatFollows() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Void> work = process((film, tell) -> {
            if (tries.incrementAndGet() < 12) {
                throw new StoreBusyException("away", null);
            }
            begun.countDown();
            goOn.await();
        });
        begun.await();

        InWork.Input busy = inWork.all().iterator().next();
        // Eleven pauses of up to 100 ms went by before this try.
        assertThat(inWork.oldestTry().orElseThrow()).isLessThan(busy.age().dividedBy(2));
        // And a try that hangs after a retry is seen.
        Ear.await("the try grows old", () -> inWork.oldestTry().orElseThrow().toMillis() > 50);
        goOn.countDown();
        work.join();
    }

    private CompletableFuture<Void> process(StageHandler<VideoIngested> handler) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Stage stage = stage();
        Thread.ofPlatform().start(() -> {
            try {
                stage.process(input, VideoIngested.class, handler);
                end.complete(null);
            } catch (Throwable e) {
                end.completeExceptionally(e);
            }
        });
        return end;
    }

    private Stage stage() {
        channels.register("segment-video-ingested", channel);
        channels.register(
                "segment-video-ingested", io.smallrye.mutiny.Multi.createFrom().<Message<?>>empty(), false);
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        return new Stage(
                "segment",
                new Attempts(store, Servers.way(server.endpoint()), config),
                new EventPublisher(() -> producer),
                inWork,
                config,
                new Patience("segment", inWork, config, new Pauses(channels, inWork, "segment"), metrics),
                new StageMeters(metrics));
    }

    private CompletableFuture<Void> drain() {
        return CompletableFuture.runAsync(() -> new Drain(channels, inWork, config).stop(new ShutdownEvent()));
    }

    private static Throwable failureOf(CompletableFuture<Void> work) {
        try {
            work.join();
            throw new AssertionError("it did not fail");
        } catch (CompletionException e) {
            return java.util.Objects.requireNonNull(e.getCause());
        }
    }

    private static List<String> marks() {
        List<String> marks = new ArrayList<>();
        store.list("artifacts", "attempts/", object -> marks.add(object.key()));
        return marks;
    }

    private static final class Channel implements PausableChannel {
        private volatile boolean paused;

        @Override
        public boolean isPaused() {
            return paused;
        }

        @Override
        public void pause() {
            paused = true;
        }

        @Override
        public void resume() {
            paused = false;
        }
    }
}
