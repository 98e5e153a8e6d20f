package org.magicanime.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.ObjectOrigin;

/// Puts films into the ingest bucket, as any S3 client would, under `STYLE/TITLE/FILE`.
final class Dropping {
    private final MinioArtifactStore store;
    private final String style;
    private final @Nullable String title;

    Dropping(MinioArtifactStore store, String style, @Nullable String title) {
        this.store = store;
        this.style = style;
        this.title = title;
    }

    /// @return what lies in the bucket now, by file. A film that lies there already with the same bytes is left alone.
    Map<Path, ObjectOrigin> drop(List<Path> films) {
        Map<Path, ObjectOrigin> dropped = new LinkedHashMap<>();
        for (Path film : films) {
            String file = film.getFileName().toString();
            String key = style + "/" + (title == null ? withoutEnding(file) : title) + "/" + file;
            dropped.put(film, store.drop(LocalSystem.INGEST, key, film));
        }
        return dropped;
    }

    private static String withoutEnding(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
