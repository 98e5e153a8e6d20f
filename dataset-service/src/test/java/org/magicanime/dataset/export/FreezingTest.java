package org.magicanime.dataset.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.artifact.StoreBusyException;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.dataset.ManifestTable;
import org.magicanime.dataset.domain.Accounting.Films;
import org.magicanime.dataset.domain.FrozenVersion;
import org.magicanime.dataset.export.Freezing.Frozen;
import org.magicanime.dataset.export.FrozenVersions.Listed;
import org.magicanime.dataset.storage.PostgresManifest;
import org.magicanime.dataset.storage.PostgresStatistics;
import org.magicanime.stage.EventJson;

/// A recorded film has 8 clips and 5 spans.
class FreezingTest {
    @TempDir
    Path folder;

    private FreezingFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new FreezingFixture(folder);
    }

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    @Test
    void aVersionHasWhatTheLedgerHas() throws Exception {
        fixture.tellFilm(1);

        Frozen frozen = fixture.freezing.freeze("v1.0_a", false);

        FrozenVersion version = frozen.version();
        assertThat(frozen.created()).isTrue();
        assertThat(version.unfinished()).isFalse();
        assertThat(version.films()).isEqualTo(new Films(1, 1, 0, 0, 0));
        assertThat(version.items()).isEqualTo(Map.of("image-to-video", 8L, "pose-driven", 5L, "text-to-video", 5L));
        assertThat(version.files())
                .allSatisfy(file ->
                        assertThat(file.key()).startsWith("versions/v1.0_a/").contains("." + file.sha256() + "."));
        assertThat(fixture.versions.find("v1.0_a")).hasValue(version);
        assertThat(fixture.versions.list()).containsExactly(new Listed("v1.0_a", version));
        assertThat(Files.readAllLines(fetch(version.lines()))).isEqualTo(fixture.manifest());
        assertThat(ManifestTable.lines(fetch(version.table()))).isEqualTo(fixture.manifest());
        assertThat(fetch(version.statistics()))
                .hasBinaryContent(EventJson.write(new PostgresStatistics(fixture.database).read()));
    }

    @Test
    void nothingCanBeFrozen() throws Exception {
        FrozenVersion version = fixture.freezing.freeze("empty", false).version();

        assertThat(version.rows()).isZero();
        assertThat(fetch(version.lines())).isEmptyFile();
        assertThat(ManifestTable.columns(fetch(version.table()))).hasSize(23);
    }

    @Test
    void theSameIsFrozenOnce() {
        fixture.tellFilm(1);
        FrozenVersion first = fixture.freezing.freeze("v1", false).version();
        List<String> objects = fixture.objects();

        Frozen second = fixture.freezing.freeze("v1", false);

        assertThat(second).isEqualTo(new Frozen(first, false));
        assertThat(fixture.objects()).hasSize(4).isEqualTo(objects);
    }

    @Test
    void anotherDataSetGetsAnotherName() {
        fixture.tellFilm(1);
        FrozenVersion first = fixture.freezing.freeze("v1", false).version();
        List<String> objects = fixture.objects();
        fixture.tellFilm(2);

        assertThatExceptionOfType(VersionTakenException.class)
                .isThrownBy(() -> fixture.freezing.freeze("v1", false))
                .withMessageContaining("'v1'")
                .withMessageContaining("image-to-video has 8 items there and 16 now")
                .withMessageContaining("pose-driven has 5 items there and 10 now");

        assertThat(fixture.objects()).isEqualTo(objects);
        assertThat(fixture.versions.find("v1")).hasValue(first);
        assertThat(fixture.freezing.freeze("v2", false).created()).isTrue();
        assertThat(fixture.versions.list()).extracting(Listed::name).containsExactly("v1", "v2");
    }

    @Test
    void asManyItemsWithOtherContentAreAnotherDataSet() throws Exception {
        fixture.tellFilm(1);
        fixture.freezing.freeze("v1", false);
        try (FreezingFixture other = new FreezingFixture(folder.resolve("other"))) {
            other.tellFilm(2);
            FrozenVersion made = other.freezing.freeze("v1", false).version();
            fixture.versions
                    .find("v1")
                    .ifPresent(version -> assertThat(made.items()).isEqualTo(version.items()));
            fixture.store.delete(FreezingFixture.BUCKET, "versions/v1/version.json");
            fixture.store.put(
                    FreezingFixture.BUCKET, "versions/v1/version.json", EventJson.write(made), "application/json");
        }

        assertThatExceptionOfType(VersionTakenException.class)
                .isThrownBy(() -> fixture.freezing.freeze("v1", false))
                .withMessageContaining("other content");
    }

    @Test
    void filmsInFlightAreFrozenOnlyIfOneSaysSo() {
        fixture.tellFilm(1);
        fixture.tellFilmInFlight(2);

        assertThatExceptionOfType(UnfinishedException.class)
                .isThrownBy(() -> fixture.freezing.freeze("v1", false))
                .withMessageContaining("1 films in flight");
        assertThat(fixture.objects()).isEmpty();

        FrozenVersion version = fixture.freezing.freeze("v1", true).version();
        assertThat(version.unfinished()).isTrue();
        assertThat(version.films().inFlight()).isEqualTo(1);
        assertThat(fixture.freezing.freeze("v1", true).created()).isFalse();
    }

    @Test
    void namesThatCannotBeAreRefused() {
        for (String name : List.of("current", "V1", "../v1", "", "a/b")) {
            assertThatIllegalArgumentException().isThrownBy(() -> fixture.freezing.freeze(name, false));
            assertThatIllegalArgumentException().isThrownBy(() -> fixture.versions.find(name));
        }
        assertThat(fixture.objects()).isEmpty();
    }

    @Test
    void whatWasInterruptedIsNoVersionAndIsFinishedByTheNext() {
        fixture.tellFilm(1);
        for (int puts = 0; puts < 4; puts++) {
            String name = "after" + puts;
            Freezing interrupted = fixture.interruptedAfter(puts);

            assertThatExceptionOfType(StoreBusyException.class).isThrownBy(() -> interrupted.freeze(name, false));

            assertThat(fixture.versions.find(name)).isEmpty();
            assertThat(fixture.versions.list()).extracting(Listed::name).doesNotContain(name);
            assertThat(files(name)).isEqualTo(puts);
            assertThat(fixture.freezing.freeze(name, false).created()).isTrue();
            assertThat(files(name)).isEqualTo(4);
        }
    }

    @Test
    void ofManyAtOnceOneMakesTheVersion() throws Exception {
        fixture.tellFilm(1);
        try (ExecutorService many = Executors.newFixedThreadPool(4)) {
            List<Future<Frozen>> all = many.invokeAll(
                    Collections.<Callable<Frozen>>nCopies(4, () -> fixture.freezing.freeze("v1", false)));

            List<Frozen> frozen = new ArrayList<>();
            for (Future<Frozen> each : all) {
                frozen.add(each.get());
            }

            assertThat(frozen).filteredOn(Frozen::created).hasSize(1);
            assertThat(frozen)
                    .extracting(Frozen::version)
                    .containsOnly(frozen.getFirst().version());
        }
        assertThat(files("v1")).isEqualTo(4);
    }

    @Test
    void whatAnInterruptedOneOfAnotherDataSetLeftIsRemoved() {
        fixture.tellFilm(1);
        Freezing interrupted = fixture.interruptedAfter(3);
        assertThatExceptionOfType(StoreBusyException.class).isThrownBy(() -> interrupted.freeze("v1", false));
        fixture.tellFilm(2);

        FrozenVersion version = fixture.freezing.freeze("v1", false).version();

        assertThat(files("v1")).isEqualTo(4);
        assertThat(fixture.versions.find("v1")).hasValue(version);
    }

    @Test
    void whatWasLostOfAVersionComesBackWhenItIsFrozenAgain() throws Exception {
        fixture.tellFilm(1);
        FrozenVersion version = fixture.freezing.freeze("v1", false).version();
        fixture.store.delete(FreezingFixture.BUCKET, version.table().key());

        assertThat(fixture.freezing.freeze("v1", false)).isEqualTo(new Frozen(version, false));

        assertThat(ManifestTable.lines(fetch(version.table()))).hasSize(18);
    }

    @Test
    void whatIsReadAtOneMomentIsNotChangedByWhatIsToldMeanwhile() throws Exception {
        fixture.tellFilm(1);
        PostgresManifest manifest = new PostgresManifest(fixture.database);

        List<Long> rows = Objects.requireNonNull(fixture.database.atOneMoment(() -> {
            long before = rows(manifest);
            Thread teller = Thread.ofPlatform().start(() -> fixture.tellFilm(2));
            try {
                teller.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return List.of(before, rows(manifest));
        }));

        assertThat(rows).containsExactly(18L, 18L);
        assertThat(rows(manifest)).isEqualTo(36);
    }

    private static long rows(PostgresManifest manifest) {
        long[] rows = {0};
        manifest.read(row -> rows[0]++);
        return rows[0];
    }

    private long files(String name) {
        return fixture.objects().stream()
                .filter(object -> object.startsWith("versions/" + name + "/"))
                .count();
    }

    private Path fetch(ArtifactRef file) throws Exception {
        Path target = Files.createTempDirectory(folder, "fetched").resolve("file");
        fixture.store.get(file, target);
        return target;
    }
}
