package org.magicanime.ingest.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.magicanime.ingest.messaging.Bystander.DEAD;
import static org.magicanime.ingest.messaging.Bystander.FILMS;
import static org.magicanime.ingest.messaging.Bystander.OBJECTS;
import static org.magicanime.ingest.messaging.Bystander.about;
import static org.magicanime.ingest.messaging.Bystander.header;
import static org.magicanime.ingest.messaging.Bystander.keyed;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.magicanime.ingest.domain.Children;
import org.magicanime.stage.DeadLetters;
import org.magicanime.testkit.HandMadeFilm;

/// The whole service on a real broker, a real store that tells of its objects, and real film-reading processes.
@QuarkusTest
@QuarkusTestResource(IngestServers.class)
class IngestServiceTest {
    private static final AtomicInteger SEED = new AtomicInteger();

    @Inject
    MeterRegistry metrics;

    private final IngestServers servers = IngestServers.running();
    private final Bystander bystander = new Bystander(servers);

    @AfterEach
    void hangUp() throws Exception {
        servers.loseNotifications(false);
        bystander.close();
    }

    @Test
    void aDroppedFilmIsToldBecauseTheStoreSpokeOfIt() throws Exception {
        String key = "japan/A b+ü #2/film.mkv";
        bystander.drop(key, film());

        assertThat(bystander.awaitHeard(FILMS, 1, about(key))).hasSize(1);
        assertThat(bystander.heard(DEAD, keyed("ingest/" + key))).isEmpty();
    }

    @Test
    void aFilmWhoseNotificationWasLostIsFoundAndTakenOnce() throws Exception {
        String key = "japan/Lost é/film.mkv";
        dropUnheard(key);
        bystander.awaitHeard(FILMS, 1, about(key));

        // The reconciler goes round again, as it finds another one.
        String later = "japan/Lost later/film.mkv";
        dropUnheard(later);
        bystander.awaitHeard(FILMS, 1, about(later));

        assertThat(bystander.heard(FILMS, about(key))).hasSize(1);
        assertThat(bystander.heard(OBJECTS, keyed("ingest/" + key))).hasSize(1);
    }

    @Test
    void row15AnOldNotificationThatIsReplayedIsIgnoredAndCounted() throws Exception {
        String key = "japan/Replayed/film.mkv";
        bystander.drop(key, film());
        bystander.awaitHeard(FILMS, 1, about(key));
        ConsumerRecord<String, byte[]> old =
                bystander.awaitHeard(OBJECTS, 1, keyed("ingest/" + key)).getFirst();
        bystander.drop(key, film());
        bystander.awaitHeard(FILMS, 2, about(key));
        double before = ignored();

        bystander.awaitHandled(bystander.say(old.key(), old.value()));

        assertThat(ignored()).isEqualTo(before + 1);
        assertThat(bystander.heard(FILMS, about(key))).hasSize(2);
        assertThat(bystander.heard(DEAD, keyed(old.key()))).isEmpty();
    }

    @Test
    void row9AFilmThatCrashesItsReaderIsADeadLetterAfterThreeTriesAndOthersAreNotAffected() throws Exception {
        String poison = "japan/Poison/film.mkv";
        Thread crashing = Thread.ofPlatform().start(IngestServiceTest::crashReaders);
        bystander.drop(poison, film());
        ConsumerRecord<String, byte[]> letter =
                bystander.awaitHeard(DEAD, 1, keyed("ingest/" + poison)).getFirst();
        crashing.interrupt();
        crashing.join();

        assertThat(header(letter, "dead-letter-attempts")).isEqualTo("3");
        assertThat(header(letter, "dead-letter-reason")).contains("the film reader ");
        String good = "japan/Good/film.mkv";
        bystander.drop(good, film());
        bystander.awaitHeard(FILMS, 1, about(good));
        // The reconciler goes round, and does not bring the poison again.
        String lost = "japan/Lost after the poison/film.mkv";
        dropUnheard(lost);
        bystander.awaitHeard(FILMS, 1, about(lost));
        assertThat(bystander.heard(OBJECTS, keyed("ingest/" + poison))).hasSize(1);
        assertThat(bystander.heard(FILMS, about(poison))).isEmpty();

        // Put back when the reader is mended, it is taken.
        assertThat(new DeadLetters(servers.bootstrapServers()).replay()).isPositive();
        bystander.awaitHeard(FILMS, 1, about(poison));
    }

    private static void crashReaders() {
        while (!Thread.currentThread().isInterrupted()) {
            Children.all()
                    .filter(child -> child.info().command().orElse("").endsWith("java"))
                    .forEach(IngestServiceTest::crash);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static void crash(ProcessHandle child) {
        try {
            new ProcessBuilder("kill", "-SEGV", Long.toString(child.pid()))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Drops a film of which the store does not tell.
    private void dropUnheard(String key) throws Exception {
        servers.loseNotifications(true);
        bystander.drop(key, film());
        servers.loseNotifications(false);
    }

    private double ignored() {
        return metrics.counter("pipeline.notifications.ignored", "stage", "ingest")
                .count();
    }

    /// A film of which there is no other.
    private static byte[] film() {
        return HandMadeFilm.ofGreys(32, 32, 5, SEED.incrementAndGet()).bytes();
    }
}
