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

/// The films among the files and folders that somebody names. A file that is named itself is always taken; of a folder,
/// the files (not those of folders in it) whose name ends like a film's.
final class FilmFiles {
    private static final Set<String> ENDINGS = Set.of(
            "mp4", "m4v", "mov", "mkv", "webm", "avi", "gif", "ts", "m2ts", "mpg", "mpeg", "3gp", "flv", "wmv", "ogv");

    private FilmFiles() {}

    /// @param skipped hears the names of files that do not look like films
    static List<Path> of(List<Path> named, Consumer<Path> skipped) {
        List<Path> films = new ArrayList<>();
        for (Path path : named) {
            if (!Files.exists(path)) {
                throw new IllegalArgumentException("there is no file or folder " + path);
            }
            if (Files.isDirectory(path)) {
                addFolder(path, films, skipped);
            } else {
                films.add(path);
            }
        }
        if (films.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no film in " + named + "; a film's name ends in one of " + ENDINGS);
        }
        return films;
    }

    private static void addFolder(Path folder, List<Path> films, Consumer<Path> skipped) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                if (ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))) {
                    films.add(file);
                } else {
                    skipped.accept(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }
}
