package org.magicanime.video.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.magicanime.video.child.Libraries;
import org.magicanime.video.child.Reply;

/// What makes film-reading processes start quickly. It is prepared once for each set of jars and each JDK, and
/// kept: the native libraries, unpacked and listed in the order in which they load, and the JVM's cache of loaded
/// classes and profiles (JEP 483, 514, 515), which a rehearsal fills. Without that cache everything works, more
/// slowly: it is filled while the first films are read.
final class PreparedStart {
    private static final Logger LOG = Logger.getLogger(PreparedStart.class);
    private static final String ALWAYS = "libraries";
    private static final String MEASURING = "libraries-for-measuring";
    private static final String CACHE = "film-reader.aot";
    private static final String NO_CACHE = "no-cache";
    private static final String READY = "ready";
    private static final int KEY_BYTES = 8;

    private final Path folder;
    private final List<String> always;
    private final List<String> measuring;

    private PreparedStart(Path folder) throws IOException {
        this.folder = folder;
        this.always = Files.readAllLines(folder.resolve(ALWAYS));
        this.measuring = Files.readAllLines(folder.resolve(MEASURING));
    }

    /// Runs processes that prepare.
    interface Preparer {
        /// Has the native libraries unpacked.
        Reply.Unpacked unpack();

        /// Has everything done once.
        ///
        /// @param options of the JVM
        /// @return empty if it went well, else what went wrong
        /// @throws FilmReaderKilledException if the service stops
        String rehearse(List<String> options) throws IOException;
    }

    /// @param natives the folder of native libraries; several services may start at once on an empty one
    /// @param jars the class path of film-reading processes
    static PreparedStart in(Path natives, Set<Path> jars, Preparer preparer) throws IOException {
        Path folder = Files.createDirectories(natives).resolve(key(jars));
        try (FileChannel lock = open(natives.resolve("unpack.lock"));
                var held = lock.lock()) {
            if (held.isValid() && !Files.exists(folder.resolve(READY))) {
                forgetOthers(natives);
                empty(Files.createDirectories(folder));
                Reply.Unpacked unpacked = preparer.unpack();
                Files.write(folder.resolve(ALWAYS), unpacked.always());
                Files.write(folder.resolve(MEASURING), unpacked.measuring());
                Files.createFile(folder.resolve(READY));
            }
        }
        return new PreparedStart(folder);
    }

    /// Fills the class cache, unless it is there, is being filled by another service, or could not be filled before.
    void fillCache(Set<Path> jars, Preparer preparer) throws IOException {
        if (!jars.stream().allMatch(Files::isRegularFile)) {
            LOG.debug(
                    "film-reading processes start without a class cache: it needs jars, and there are folders of classes");
            return;
        }
        try (FileChannel lock = open(folder.resolve("cache.lock"));
                var held = lock.tryLock()) {
            if (held != null && !Files.exists(folder.resolve(CACHE)) && !Files.exists(folder.resolve(NO_CACHE))) {
                fillCache(preparer);
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("the class cache is being filled by another reader of this process");
        }
    }

    private static FileChannel open(Path lock) throws IOException {
        return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /// Options for the JVM of a process that reads films.
    ///
    /// @param measures whether it measures, which needs more libraries
    List<String> options(boolean measures) {
        List<String> options = new ArrayList<>(libraries(measures));
        Path cache = folder.resolve(CACHE);
        if (Files.exists(cache)) {
            options.add("-XX:AOTCache=" + cache);
        }
        return options;
    }

    private List<String> libraries(boolean measures) {
        Stream<String> paths = measures ? Stream.concat(always.stream(), measuring.stream()) : always.stream();
        return List.of(
                "-Dorg.bytedeco.javacpp.loadlibraries=false",
                "-D" + Libraries.PROPERTY + "=" + String.join(File.pathSeparator, paths.toList()));
    }

    /// The rehearsal is repeated with the cache, and a JVM that insists on it: a cache that cannot be used is none.
    private void fillCache(Preparer preparer) throws IOException {
        Path part = folder.resolve(CACHE + ".part");
        // A JVM that died in the middle leaves files of its own.
        emptyOf(folder, part.getFileName().toString());
        String trouble = preparer.rehearse(with("-XX:AOTCacheOutput=" + part));
        if (trouble.isEmpty() && Files.exists(part)) {
            trouble = preparer.rehearse(with("-XX:AOTCache=" + part, "-XX:AOTMode=on"));
        }
        if (trouble.isEmpty() && Files.exists(part)) {
            Files.move(part, folder.resolve(CACHE), StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.deleteIfExists(part);
            Files.createFile(folder.resolve(NO_CACHE));
            LOG.warnf(
                    "film-reading processes start without a class cache, which takes longer: %s",
                    trouble.isEmpty() ? "the JVM wrote none" : trouble);
        }
    }

    private List<String> with(String... more) {
        List<String> options = new ArrayList<>(libraries(true));
        options.addAll(List.of(more));
        return options;
    }

    /// Whatever changes in jars or JDK makes another key.
    private static String key(Set<Path> jars) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.join(
                            "\n",
                            System.getProperty("java.home"),
                            Runtime.version().toString())
                    .getBytes(UTF_8));
            for (Path jar : jars) {
                String stamp = jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar) + "\n";
                digest.update(stamp.getBytes(UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Processes that run have their cache in memory; those that an older service starts from now on do without.
    private static void forgetOthers(Path natives) throws IOException {
        try (Stream<Path> folders = Files.list(natives)) {
            for (Path other : folders.filter(PreparedStart::isOurs).toList()) {
                empty(other);
                Files.deleteIfExists(other);
            }
        }
    }

    private static void empty(Path folder) throws IOException {
        emptyOf(folder, "");
    }

    private static void emptyOf(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith(prefix))
                    .toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isOurs(Path folder) {
        return folder.getFileName().toString().matches("[0-9a-f]{" + 2 * KEY_BYTES + "}");
    }
}
