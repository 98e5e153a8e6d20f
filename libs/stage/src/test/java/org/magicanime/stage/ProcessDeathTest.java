package org.magicanime.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.contracts.VideoIngested;

/// Tries are counted across real processes that really die.
class ProcessDeathTest {
    private static final Servers SERVERS = new Servers();

    @TempDir
    Path obituaries;

    private final VideoIngested film = Films.film(UUID.randomUUID().toString());
    private Ear ear;

    @BeforeAll
    static void start() {
        SERVERS.start();
    }

    @AfterAll
    static void stop() {
        SERVERS.stop();
    }

    @BeforeEach
    void listen() {
        ear = new Ear(SERVERS.bootstrapServers());
    }

    @AfterEach
    void hangUp() {
        ear.close();
    }

    @Test
    void anInputThatKillsItsProcessIsADeadLetterAfterThreeDeaths() throws Exception {
        ear.say(film);
        for (int death = 1; death <= 3; death++) {
            assertThat(SegmentLikeProcess.start(SERVERS, "p" + death, obituaries, "halt")
                            .waitFor())
                    .as("process %d", death)
                    .isEqualTo(SegmentLikeProcess.HALTED);
            Files.createFile(obituaries.resolve("p" + death + ".died"));
            assertThat(ear.heard(Ear.DEAD_FILMS, this::isOurs)).isEmpty();
        }

        assertThat(SegmentLikeProcess.start(SERVERS, "p4", obituaries, "halt").waitFor())
                .isZero();

        ConsumerRecord<String, byte[]> letter =
                ear.awaitHeard(Ear.DEAD_FILMS, 1, this::isOurs).getFirst();
        assertThat(new String(
                        letter.headers().lastHeader("dead-letter-attempts").value(), UTF_8))
                .isEqualTo("3");
        assertThat(new String(letter.headers().lastHeader("dead-letter-reason").value(), UTF_8))
                .isEqualTo("the process died 3 times while it worked on this input");
    }

    @Test
    void triesOfProcessesThatWereKilledFromOutsideDoNotCount() throws Exception {
        ear.say(film);
        for (int kill = 1; kill <= 3; kill++) {
            Process process = SegmentLikeProcess.start(SERVERS, "k" + kill, obituaries, "linger");
            assertThat(process.inputReader().readLine()).isEqualTo(SegmentLikeProcess.AT_WORK);
            process.destroyForcibly().waitFor();
        }

        assertThat(SegmentLikeProcess.start(SERVERS, "k4", obituaries, "tell").waitFor())
                .isZero();

        assertThat(ear.awaitHeard(Ear.RESULTS, 1, this::isOurs)).hasSize(1);
        assertThat(ear.heard(Ear.DEAD_FILMS, this::isOurs)).isEmpty();
    }

    @Test
    void withoutObituariesEveryDeathCounts() throws Exception {
        ear.say(film);
        for (int kill = 1; kill <= 3; kill++) {
            assertThat(SegmentLikeProcess.start(SERVERS, "w" + kill, null, "halt")
                            .waitFor())
                    .isEqualTo(SegmentLikeProcess.HALTED);
        }

        assertThat(SegmentLikeProcess.start(SERVERS, "w4", null, "tell").waitFor())
                .isZero();

        assertThat(ear.awaitHeard(Ear.DEAD_FILMS, 1, this::isOurs)).hasSize(1);
        assertThat(ear.heard(Ear.RESULTS, this::isOurs)).isEmpty();
    }

    private boolean isOurs(ConsumerRecord<String, byte[]> record) {
        return film.videoId().equals(record.key());
    }
}
