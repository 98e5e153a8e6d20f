package org.magicanime.dataset.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder for files on their way, readable by this user only. It is gone, with all that is in it, when it is closed.
public final class ScratchFolder implements AutoCloseable {
    private final Path folder;

    private ScratchFolder(Path folder) {
        this.folder = folder;
    }

    /// @throws UncheckedIOException if the disk does not take it
    public static ScratchFolder create() {
        try {
            return new ScratchFolder(Files.createTempDirectory("magicanime-dataset"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A file in it, which need not exist.
    public Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> innerFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : innerFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
