package org.magicanime.dataset.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.ObjectChangedException;
import org.magicanime.artifact.ObjectNotFoundException;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.dataset.domain.FrozenVersion;
import org.magicanime.dataset.domain.ManifestRow;
import org.magicanime.stage.EventJson;

/// Reads all of a frozen version and holds it against the SHA-256 that it was frozen with: its own files, and every
/// artifact that its manifest refers to. An artifact that two subsets have is read twice, so that a manifest of any
/// length needs no memory.
public final class VersionCheck {
    private final ArtifactStore store;
    private final FrozenVersions versions;

    public VersionCheck(ArtifactStore store, FrozenVersions versions) {
        this.store = store;
        this.versions = versions;
    }

    /// @param rows of the manifest that were looked at
    /// @param read files and artifacts
    /// @param findings one sentence for everything that is missing or altered
    public record Result(long rows, long read, List<String> findings) {
        public Result {
            findings = List.copyOf(findings);
        }
    }

    /// @throws NoSuchElementException if there is no such version
    public Result check(String name) {
        FrozenVersion version;
        try {
            version = versions.find(name)
                    .orElseThrow(() -> new NoSuchElementException("there is no version '" + name + "'"));
        } catch (DamagedVersionException e) {
            return new Result(0, 1, List.of("version.json is no description of the version '" + name + "'"));
        }
        try (ScratchFolder scratch = ScratchFolder.create()) {
            return new Reading(scratch).all(version);
        }
    }

    /// One check.
    private final class Reading {
        private final Set<String> findings = new LinkedHashSet<>();
        private final Path lines;
        private final Path artifact;
        private long read;
        private long rows;

        Reading(ScratchFolder scratch) {
            this.lines = scratch.file("manifest.jsonl");
            this.artifact = scratch.file("artifact");
        }

        Result all(FrozenVersion version) {
            try {
                for (ArtifactRef file : List.of(version.table(), version.statistics())) {
                    look(file);
                }
                if (isRight(version.lines(), lines)) {
                    artifacts();
                } else {
                    findings.add("artifacts were not looked at, since the manifest that refers to them is not right");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Result(rows, read, new ArrayList<>(findings));
        }

        private void artifacts() throws IOException {
            try (BufferedReader manifest = Files.newBufferedReader(lines)) {
                for (String line = manifest.readLine(); line != null; line = manifest.readLine()) {
                    ManifestRow row =
                            EventJson.read(line.getBytes(java.nio.charset.StandardCharsets.UTF_8), ManifestRow.class);
                    rows++;
                    for (ArtifactRef ref : row.artifacts().values()) {
                        look(ref);
                    }
                }
            }
        }

        private void look(ArtifactRef ref) throws IOException {
            isRight(ref, artifact);
            Files.deleteIfExists(artifact);
        }

        private boolean isRight(ArtifactRef ref, Path target) {
            read++;
            try {
                store.get(ref, target);
                return true;
            } catch (ObjectNotFoundException e) {
                findings.add("missing: " + ref.bucket() + "/" + ref.key());
            } catch (ObjectChangedException e) {
                findings.add("altered: " + ref.bucket() + "/" + ref.key());
            }
            return false;
        }
    }
}
