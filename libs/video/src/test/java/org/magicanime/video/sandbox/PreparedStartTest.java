package org.magicanime.video.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.video.FilmMeasures;
import org.magicanime.video.MeasureOptions;
import org.magicanime.video.ProbeLimits;
import org.magicanime.video.WorkFolders;
import org.magicanime.video.encode.FilmFormat;
import org.magicanime.video.encode.FilmWriter;

/// The class cache of film-reading processes, with jars as in an installed service.
class PreparedStartTest {
    /// Enough for a process to tell of its progress long before it ends.
    private static final int FRAMES = 3000;

    @TempDir
    static Path folder;

    private static WorkFolders workFolders;
    private static Set<Path> jars;
    private static Path film;

    @BeforeAll
    static void start() throws IOException {
        workFolders = WorkFolders.below(folder.resolve("work"));
        jars = new LinkedHashSet<>();
        for (Path entry : ChildClassPath.jars()) {
            jars.add(Files.isDirectory(entry) ? packed(entry) : entry);
        }
        film = folder.resolve("film.mkv");
        try (FilmWriter writer = new FilmWriter(film, FilmFormat.lossless(640, 360, 24))) {
            int[] picture = new int[640 * 360];
            for (int frame = 0; frame < FRAMES; frame++) {
                Arrays.fill(picture, frame * 0x030201);
                writer.frame(picture);
            }
            writer.finish();
        }
    }

    @AfterAll
    static void stop() {
        workFolders.close();
    }

    @Test
    void aCacheIsFilledOnceThatAllLaterProcessesUseAndADamagedOneIsNoHindrance() throws IOException {
        Path cache;
        FilmMeasures measures;
        try (SandboxedFilmReader reader = reader()) {
            assertThat(reader.probe(film, ProbeLimits.DEFAULT).facts().packets())
                    .as("without a cache")
                    .isEqualTo(FRAMES);
            reader.prepare();
            cache = cache();
            assertThat(cache).isNotEmptyFile();
            List<String> commands = new ArrayList<>();
            measures = reader.measure(film, MeasureOptions.DEFAULT, frames -> commands.addAll(commandsOfChildren()));
            assertThat(commands).isNotEmpty().allMatch(command -> command.contains("-XX:AOTCache=" + cache));
            assertThat(reader.probe(film, ProbeLimits.DEFAULT).facts().packets())
                    .isEqualTo(FRAMES);
        }
        assertThat(measures.frames()).isEqualTo(FRAMES);

        byte[] damaged = Files.readAllBytes(cache);
        Arrays.fill(damaged, 0, damaged.length / 2, (byte) 7);
        Files.write(cache, damaged);
        try (SandboxedFilmReader again = reader()) {
            again.prepare();
            assertThat(Files.readAllBytes(cache)).as("prepared once").isEqualTo(damaged);
            assertThat(again.measure(film, MeasureOptions.DEFAULT, frames -> {}).contentScore())
                    .isEqualTo(measures.contentScore());
        }
    }

    private static SandboxedFilmReader reader() {
        return new SandboxedFilmReader(SandboxConfig.in(folder.resolve("natives")), workFolders, jars);
    }

    private static Path cache() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("natives"), 2)) {
            return files.filter(file -> file.endsWith("film-reader.aot"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> commandsOfChildren() {
        return ProcessHandle.current()
                .descendants()
                .map(child -> commandLine(child.pid()))
                .filter(command -> command.contains("org.magicanime.video.child.Main"))
                .toList();
    }

    /// `ProcessHandle` does not tell long ones.
    private static String commandLine(long process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException e) {
            // It has ended meanwhile.
            return "";
        }
    }

    private static Path packed(Path classes) throws IOException {
        Path jar = folder.resolve("classes-" + Math.abs(classes.hashCode()) + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                    Files.copy(file, out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return jar;
    }
}
