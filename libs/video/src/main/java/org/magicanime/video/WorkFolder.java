package org.magicanime.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A private, empty folder for one piece of work; closing it removes everything in it.
public final class WorkFolder implements AutoCloseable {
    private final Path path;

    WorkFolder(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    /// Creates an empty folder in this one.
    public Path subfolder(String name) {
        try {
            return Files.createDirectory(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        remove(path);
    }

    static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (NoSuchFileException e) {
            // Somebody else was quicker.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
