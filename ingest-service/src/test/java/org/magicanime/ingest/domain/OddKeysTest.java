package org.magicanime.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.Busy;
import org.magicanime.contracts.ObjectHint;
import org.magicanime.contracts.ObjectId;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.testkit.HandMadeFilm;

/// Row 10 of the attack table: keys that would hurt whoever took them for file names.
class OddKeysTest {
    @TempDir
    static Path folder;

    private static Intake intake;

    @BeforeAll
    static void start() throws Exception {
        intake = new Intake(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        intake.close();
    }

    @Test
    void aKeyIsNeverAFileNameAndNeverPartOfAKeyOfOurs() throws IOException {
        Set<Path> before = outside();
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("japan/..%2f..%2fetc/passwd.mp4", "..%2f..%2fetc");
        titles.put("a\\..\\b/x/film.mp4", "x");
        titles.put("japan/new\nline\u0007/film.mp4", "newline");
        titles.put("japan/\u202egpj.exe\u2066/film.mp4", "gpj.exe");
        titles.put("japan/\ud83c\udfac\u200d/film.mp4", "\ud83c\udfac");
        titles.put("-i.mp4", "-i");
        titles.put("a b+c.mp4", "a b+c");
        titles.put("japan/$(touch x)`id`;'\"/film.mp4", "$(touch x)`id`;'\"");
        // 1,024 bytes. One part of more than about 200 bytes is refused by the embedded store itself, whose parts are
        // file names.
        String part = "n".repeat(200) + "/";
        titles.put("japan/" + part.repeat(5) + "z".repeat(9) + ".mp4", "n".repeat(200));
        int seed = 0;
        for (Map.Entry<String, String> each : titles.entrySet()) {
            ObjectHint hint = intake.drop(each.getKey(), film(++seed));

            VideoIngested told = intake.ingested(hint);

            assertThat(told.origin().key()).isEqualTo(each.getKey());
            assertThat(told.labels().title()).isEqualTo(each.getValue());
            assertThat(told.source().key()).isEqualTo("videos/" + told.videoId() + "/source");
            assertThat(intake.receipts.hasReceipt(ObjectId.of(told.origin()))).isTrue();
        }
        assertThat(intake.keys(Intake.ARTIFACTS, "")).allSatisfy(ArtifactKeys::require);
        assertThat(outside()).isEqualTo(before);
        assertThat(intake.leftOver()).isEmpty();
    }

    @Test
    void twoNamesThatLookTheSameStayTwoObjectsAndTwoFilms() {
        String composed = "japan/caf\u00e9/film.mp4";
        String decomposed = "japan/cafe\u0301/film.mp4";

        VideoIngested first = intake.ingested(intake.drop(composed, film(101)));
        VideoIngested second = intake.ingested(intake.drop(decomposed, film(102)));

        assertThat(first.videoId()).isNotEqualTo(second.videoId());
        assertThat(intake.keys(Intake.INGEST, "japan/caf")).containsExactlyInAnyOrder(composed, decomposed);
    }

    /// What was dropped or told about cannot lead out of the bucket: the client refuses `.` and `..` as parts of a key,
    /// so that somebody's forged notification is a poison input, and no such object exists.
    @Test
    void aNotificationOfAKeyThatClimbsIsAFailureOfThatInputAndNothingIsWritten() throws IOException {
        Set<Path> before = outside();
        for (String key : List.of("a/../../etc/x", "../x", "/../../etc/passwd", "./x")) {
            assertThat(catchThrowable(() -> intake.usual().take(new ObjectHint(Intake.INGEST, key), intake.told::add)))
                    .as(key)
                    .isInstanceOf(RuntimeException.class)
                    .isNotInstanceOf(Busy.class);
        }
        assertThat(outside()).isEqualTo(before);
    }

    /// The embedded store refuses such a key (a request's path would begin with two strokes). A notification of it can
    /// be forged all the same, and then finds nothing.
    @Test
    void aKeyThatBeginsWithASlashIsRefusedOrFindsNothingAndNothingIsWrittenElsewhere() throws IOException {
        Set<Path> before = outside();
        String key = "/abs-" + folder.getFileName();

        assertThatThrownBy(() -> intake.drop(key, film(103))).hasMessageContaining("Bad Request");
        Throwable failure = catchThrowable(() -> intake.usual().take(new ObjectHint(Intake.INGEST, key), told -> {
            throw new AssertionError("told: " + told);
        }));

        assertThat(failure).isNotInstanceOf(Error.class).isNotInstanceOf(Busy.class);
        assertThat(Path.of(key)).doesNotExist();
        assertThat(outside()).isEqualTo(before);
    }

    /// Files beside the work folder and the store's two buckets.
    private static Set<Path> outside() throws IOException {
        Set<Path> found = new TreeSet<>();
        for (Path parent : List.of(folder.resolve(".."), folder, folder.resolve("store"))) {
            try (Stream<Path> files = Files.list(parent.toRealPath())) {
                files.filter(file -> !parent.endsWith("..")
                                || file.getFileName().toString().matches("x|etc|abs.*"))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static byte[] film(int seed) {
        return HandMadeFilm.ofGreys(32, 32, 2, seed).bytes();
    }
}
