package org.magicanime.dataset.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.dataset.domain.FrozenVersion;
import org.magicanime.dataset.export.FrozenVersions.Listed;
import org.magicanime.dataset.storage.PostgresManifest;

/// The recorded film has 8 clips with 3 or 4 artifacts and 5 spans with 7; a span is in two subsets.
class VersionCheckTest {
    @TempDir
    Path folder;

    private FreezingFixture fixture;
    private FrozenVersion version;
    private List<ArtifactRef> artifacts = new ArrayList<>();

    @BeforeEach
    void freeze() throws Exception {
        fixture = new FreezingFixture(folder);
        fixture.tellFilm(1);
        version = fixture.freezing.freeze("v1", false).version();
        new PostgresManifest(fixture.database)
                .read(row -> artifacts.addAll(row.artifacts().values()));
    }

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    @Test
    void aVersionThatIsAsItWasHasNoFindings() {
        VersionCheck.Result result = check();

        assertThat(result.findings()).isEmpty();
        assertThat(result.rows()).isEqualTo(18);
        assertThat(result.read()).isEqualTo(artifacts.size() + 3);
    }

    @Test
    void whatIsMissingOrAlteredIsNamedOnce() {
        ArtifactRef lost = artifacts.getFirst();
        // A span's, which two subsets refer to.
        ArtifactRef changed = artifacts.getLast();
        fixture.store.delete(lost.bucket(), lost.key());
        fixture.alter(changed);
        fixture.alter(version.table());

        assertThat(check().findings())
                .containsExactly(
                        "altered: datasets/" + version.table().key(),
                        "missing: artifacts/" + lost.key(),
                        "altered: artifacts/" + changed.key());
    }

    @Test
    void aManifestThatWasAlteredIsNotBelieved() {
        fixture.alter(version.lines());

        assertThat(check().findings())
                .hasSize(2)
                .contains("altered: datasets/" + version.lines().key());
        assertThat(check().rows()).isZero();
    }

    @Test
    void aVersionWhoseDescriptionWasAlteredIsDamaged() {
        for (byte[] content : List.of("{}".getBytes(UTF_8), "no json".getBytes(UTF_8))) {
            fixture.store.delete(FreezingFixture.BUCKET, "versions/v1/version.json");
            fixture.store.put(FreezingFixture.BUCKET, "versions/v1/version.json", content, "application/json");

            assertThat(check().findings()).singleElement().asString().contains("version.json");
            assertThat(fixture.versions.list()).containsExactly(new Listed("v1", null));
            assertThatExceptionOfType(DamagedVersionException.class)
                    .isThrownBy(() -> fixture.freezing.freeze("v1", false))
                    .withMessageContaining("dataset verify v1");
        }
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> new VersionCheck(fixture.store, fixture.versions).check("v2"))
                .withMessageContaining("'v2'");
    }

    private VersionCheck.Result check() {
        return new VersionCheck(fixture.store, fixture.versions).check("v1");
    }
}
