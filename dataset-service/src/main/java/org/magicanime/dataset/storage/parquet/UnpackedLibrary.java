package org.magicanime.dataset.storage.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// DuckDB's library, 58 MB, which its driver unpacks into the folder for temporary files and removes when the process
/// ends. One that is killed would leave it there.
final class UnpackedLibrary {
    private static final Path MAPPED = Path.of("/proc/self/maps");

    private UnpackedLibrary() {}

    /// Removes the file that this process has loaded: as long as it runs, the library needs no name.
    static void remove() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        try (Stream<String> lines = Files.lines(MAPPED)) {
            List<Path> unpacked = lines.filter(line -> line.contains("/libduckdb_java") && line.endsWith(".so"))
                    .map(line -> Path.of(line.substring(line.indexOf('/'))))
                    // One that somebody installed stays.
                    .filter(file -> folder.equals(file.getParent()))
                    .distinct()
                    .toList();
            for (Path file : unpacked) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
