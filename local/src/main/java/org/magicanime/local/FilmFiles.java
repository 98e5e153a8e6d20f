package org.magicanime.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The films among the files and folders that somebody names. A file that is named itself is always taken; of a folder
/// and the folders in it, the files whose name ends like a film's. Hidden ones are passed over.
final class FilmFiles {
    private static final Set<String> ENDINGS = Set.of(
            "mp4", "m4v", "mov", "mkv", "webm", "avi", "gif", "ts", "m2ts", "mpg", "mpeg", "3gp", "flv", "wmv", "ogv");

    private FilmFiles() {}

    /// @param file the film
    /// @param within the folders between the one that was named and the film; empty for most
    record FilmFile(Path file, List<String> within) {
        FilmFile {
            within = List.copyOf(within);
        }

        String name() {
            return file.getFileName().toString();
        }
    }

    /// @param skipped hears of files that do not look like films
    /// @throws IllegalArgumentException if a path does not exist, or there is no film at all
    static List<FilmFile> of(List<Path> named, Consumer<Path> skipped) {
        List<FilmFile> films = new ArrayList<>();
        for (Path path : named) {
            if (!Files.exists(path)) {
                throw new IllegalArgumentException("there is no file or folder " + path);
            }
            if (Files.isDirectory(path)) {
                addFolder(path, films, skipped);
            } else {
                films.add(new FilmFile(path, List.of()));
            }
        }
        if (films.isEmpty()) {
            throw new IllegalArgumentException("there is no film in " + named + "; a film's name ends in one of "
                    + ENDINGS.stream().sorted().toList());
        }
        return films;
    }

    private static void addFolder(Path folder, List<FilmFile> films, Consumer<Path> skipped) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                List<String> names = new ArrayList<>();
                folder.relativize(file).forEach(name -> names.add(name.toString()));
                if (names.stream().anyMatch(name -> name.startsWith("."))) {
                    continue;
                }
                String name = names.removeLast().toLowerCase(Locale.ROOT);
                if (ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))) {
                    films.add(new FilmFile(file, names));
                } else {
                    skipped.accept(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new UncheckedIOException(
                    "the folder " + folder + " cannot be read: " + e.getMessage(),
                    e instanceof UncheckedIOException unchecked ? unchecked.getCause() : (IOException) e);
        }
    }
}
