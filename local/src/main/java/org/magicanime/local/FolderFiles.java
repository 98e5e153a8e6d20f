package org.magicanime.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.magicanime.artifact.Digest;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.stage.EventJson;

/// Artifacts as files of a folder, for measurements without a store. Keys are paths: what one of them refers to, any
/// other finds.
final class FolderFiles {
    private static final String BUCKET = "bench";

    private final Path folder;

    FolderFiles(Path folder) {
        this.folder = folder;
    }

    ArtifactRef refer(Path file) {
        try {
            return new ArtifactRef(
                    BUCKET,
                    file.toAbsolutePath().toString().substring(1),
                    Digest.sha256(file),
                    Files.size(file),
                    "application/octet-stream");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void fetch(ArtifactRef artifact, Path target) {
        try {
            Files.copy(Path.of("/" + artifact.key()), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T read(Path file, Class<T> type) {
        try {
            return EventJson.read(Files.readAllBytes(file), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ArtifactRef write(String name, Object document) {
        Path file = folder.resolve(name);
        try {
            Files.write(file, EventJson.write(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return refer(file);
    }
}
