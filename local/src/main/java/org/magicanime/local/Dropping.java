package org.magicanime.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.artifact.StoreBusyException;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.Style;
import org.magicanime.local.FilmFiles.FilmFile;

/// Puts films into the ingest bucket, as any S3 client would, under `STYLE/FOLDER…/TITLE/FILE`.
///
/// @param style the films' style
/// @param title their title; null for each file's own name
/// @param patience for how long a store that is away is asked again
record Dropping(Style style, @Nullable String title, Duration patience) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_NANOS = 200_000_000;

    /// @throws IllegalArgumentException if the title cannot be part of a key
    Dropping {
        if (title != null && (title.isBlank() || title.contains("/"))) {
            throw new IllegalArgumentException("--title must have letters and no '/'");
        }
    }

    Dropping(Style style, @Nullable String title) {
        this(style, title, PATIENCE);
    }

    /// Finds the keys before anything is written.
    ///
    /// @throws IllegalArgumentException if two films would lie under the same one: one would replace the other
    Map<String, Path> keys(List<FilmFile> films) {
        Map<String, Path> keys = new LinkedHashMap<>();
        for (FilmFile film : films) {
            String key = key(film);
            Path other = keys.put(key, film.file());
            if (other != null && !other.equals(film.file())) {
                throw new IllegalArgumentException(
                        other + " and " + film.file() + " would both be " + key
                                + " in the ingest bucket; name the folder that both are in, or run them one after the other, each with its own --title");
            }
        }
        return keys;
    }

    /// @return what lies in the bucket now, by file. A film that lies there already with the same bytes is left alone.
    Map<Path, ObjectOrigin> drop(List<FilmFile> films, MinioArtifactStore store) {
        return drop(films, (key, file) -> store.drop(LocalSystem.INGEST, key, file));
    }

    /// @param drop puts a file under a key, and says what lies there then
    Map<Path, ObjectOrigin> drop(List<FilmFile> films, BiFunction<String, Path, ObjectOrigin> drop) {
        Map<Path, ObjectOrigin> dropped = new LinkedHashMap<>();
        keys(films).forEach((key, file) -> dropped.put(file, dropPatiently(key, file, drop)));
        return dropped;
    }

    /// A store that is started again takes some seconds.
    private ObjectOrigin dropPatiently(String key, Path film, BiFunction<String, Path, ObjectOrigin> drop) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return drop.apply(key, film);
            } catch (StoreBusyException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private String key(FilmFile film) {
        List<String> parts = new ArrayList<>();
        parts.add(style.toString());
        parts.addAll(film.within());
        parts.add(title == null ? withoutEnding(film.name()) : title);
        parts.add(film.name());
        return String.join("/", parts);
    }

    private static String withoutEnding(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
