package org.magicanime.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Remembers which keys are being written, so that nobody sees half an object.
///
/// s3proxy writes an object of key K into a file K-UUID beside it and then renames it. Listings show that file, and it
/// stays for ever if the process is killed. So a note of every write is kept in a folder beside the store's: while the
/// note is there, K-UUID is hidden; when the store starts again, what the notes name is removed. So are the parts of
/// uploads that were never completed: their writers start over.
final class UnfinishedWrites {
    private static final Pattern TEMPORARY =
            Pattern.compile("(.+)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.DOTALL);
    private static final String PARTS = "{.mpus-,.s3proxy-mpu-stub-}*";

    private final Path folder;
    private final Path notes;
    private final Set<Note> open = ConcurrentHashMap.newKeySet();

    /// Begins with a clean store.
    ///
    /// @param folder the store's: one folder for each bucket
    /// @param notes another folder, for the notes
    UnfinishedWrites(Path folder, Path notes) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        this.notes = Files.createDirectories(notes);
        clean();
    }

    /// A write in work; closed when it is done or has failed.
    Note begin(String bucket, String key) {
        Note note = new Note(bucket, key, notes.resolve(UUID.randomUUID().toString()));
        open.add(note);
        try {
            Files.writeString(note.file, bucket + "\n" + key, UTF_8);
        } catch (IOException e) {
            open.remove(note);
            throw new UncheckedIOException("a note of the write of " + bucket + "/" + key + " cannot be kept", e);
        }
        return note;
    }

    /// Whether a key that a listing just showed is half an object: its whole is being written, or was finished since
    /// then, so that the file is gone.
    boolean hides(String bucket, String listed) {
        Matcher temporary = TEMPORARY.matcher(listed);
        return temporary.matches()
                && (open.stream().anyMatch(note -> note.bucket.equals(bucket) && note.key.equals(temporary.group(1)))
                        || !Files.exists(folder.resolve(bucket).resolve(listed)));
    }

    /// Removes what killed writes have left. Nobody may be writing.
    void clean() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(notes)) {
            for (Path note : left) {
                String text = Files.readString(note, UTF_8);
                int line = text.indexOf('\n');
                // A note that is cut short was written before anything else was.
                if (line > 0) {
                    removeTemporaries(text.substring(0, line), text.substring(line + 1));
                }
                Files.delete(note);
            }
        }
        try (DirectoryStream<Path> buckets = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path bucket : buckets) {
                try (DirectoryStream<Path> parts = Files.newDirectoryStream(bucket, PARTS)) {
                    for (Path part : parts) {
                        removeTree(part);
                    }
                }
            }
        }
    }

    private void removeTemporaries(String bucket, String key) throws IOException {
        Path root = folder.resolve(bucket);
        Path object = root.resolve(key).normalize();
        Path beside = object.getParent();
        if (!object.startsWith(root) || beside == null || !Files.isDirectory(beside)) {
            return;
        }
        List<Path> temporaries;
        try (Stream<Path> files = Files.list(beside)) {
            temporaries = files.filter(file -> {
                        Matcher name = TEMPORARY.matcher(file.getFileName().toString());
                        return name.matches()
                                && name.group(1).equals(object.getFileName().toString())
                                && Files.isRegularFile(file);
                    })
                    .toList();
        }
        for (Path temporary : temporaries) {
            Files.delete(temporary);
        }
    }

    private static void removeTree(Path top) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(top)) {
            all = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }

    final class Note implements AutoCloseable {
        private final String bucket;
        private final String key;
        private final Path file;

        private Note(String bucket, String key, Path file) {
            this.bucket = bucket;
            this.key = key;
            this.file = file;
        }

        @Override
        public void close() {
            open.remove(this);
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("the note of the write of " + bucket + "/" + key + " stays", e);
            }
        }
    }
}
