package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.artifact.StoreBusyException;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.Style;

class DroppingTest {
    @TempDir
    Path folder;

    @Test
    void theFilmsOfAFolderAndOfTheFoldersInItAreTakenAndNothingElse() throws IOException {
        Path first = file("show/E01.mkv");
        Path second = file("show/S02/E01.MP4");
        Path text = file("show/notes.txt");
        file("show/.trash/E00.mkv");
        file("show/.hidden.mkv");
        List<Path> skipped = new ArrayList<>();

        assertThat(FilmFiles.of(List.of(folder.resolve("show")), skipped::add))
                .extracting(FilmFiles.FilmFile::file)
                .containsExactly(first, second);
        assertThat(skipped).containsExactly(text);
    }

    @Test
    void filmsOfTheSameNameInDifferentFoldersDoNotReplaceEachOther() throws IOException {
        file("show/S01/E01.mkv");
        file("show/S02/E01.mkv");
        var films = FilmFiles.of(List.of(folder.resolve("show")), skipped -> {});

        assertThat(new Dropping(Style.JAPAN, null).keys(films).keySet())
                .containsExactly("japan/S01/E01/E01.mkv", "japan/S02/E01/E01.mkv");
        assertThat(new Dropping(Style.JAPAN, "Show").keys(films).keySet())
                .containsExactly("japan/S01/Show/E01.mkv", "japan/S02/Show/E01.mkv");
    }

    @Test
    void twoFilmsThatWouldReplaceEachOtherAreRefusedByName() throws IOException {
        Path one = file("a/E01.mkv");
        Path other = file("b/E01.mkv");
        var films = FilmFiles.of(List.of(one, other), skipped -> {});

        assertThatThrownBy(() -> new Dropping(Style.UNKNOWN, null).keys(films))
                .hasMessageContaining(one.toString())
                .hasMessageContaining(other.toString())
                .hasMessageContaining("--title");
    }

    @Test
    void aFilmThatIsNamedTwiceIsDroppedOnce() throws IOException {
        Path one = file("a/E01.mkv");
        var films = FilmFiles.of(List.of(one, folder.resolve("a")), skipped -> {});

        assertThat(new Dropping(Style.UNKNOWN, null).keys(films)).hasSize(1);
    }

    @Test
    void aFileThatIsNamedItselfIsTakenWhateverItIsCalled() throws IOException {
        Path odd = file("film");

        assertThat(FilmFiles.of(List.of(odd), skipped -> {})).hasSize(1);
        assertThatThrownBy(() -> FilmFiles.of(List.of(folder.resolve("none")), skipped -> {}))
                .hasMessageContaining("none");
        Files.delete(odd);
        assertThatThrownBy(() -> FilmFiles.of(List.of(folder), skipped -> {})).hasMessageContaining("no film");
    }

    @Test
    void aTitleIsOnePartOfAKey() {
        assertThatThrownBy(() -> new Dropping(Style.UNKNOWN, "a/b")).hasMessageContaining("--title");
        assertThatThrownBy(() -> new Dropping(Style.UNKNOWN, " ")).hasMessageContaining("--title");
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }

    @Test
    void aStoreThatIsAwayForAMomentIsAskedAgain() throws IOException {
        Path film = file("Popeye 1.mkv");
        List<String> asked = new ArrayList<>();

        var dropped =
                new Dropping(Style.AMERICAN, null).drop(FilmFiles.of(List.of(film), skipped -> {}), busy(2, asked));

        assertThat(asked).hasSize(3).containsOnly("american/Popeye 1/Popeye 1.mkv");
        assertThat(dropped).containsOnlyKeys(film);
    }

    @Test
    void aStoreThatStaysAwayIsAnError() throws IOException {
        var films = FilmFiles.of(List.of(file("film.mkv")), skipped -> {});

        assertThatThrownBy(() -> new Dropping(Style.UNKNOWN, null, Duration.ZERO)
                        .drop(films, busy(Integer.MAX_VALUE, new ArrayList<>())))
                .isInstanceOf(StoreBusyException.class);
    }

    private static BiFunction<String, Path, ObjectOrigin> busy(int times, List<String> asked) {
        return (key, film) -> {
            asked.add(key);
            if (asked.size() <= times) {
                throw new StoreBusyException("away", null);
            }
            return new ObjectOrigin("ingest", key, "etag");
        };
    }
}
