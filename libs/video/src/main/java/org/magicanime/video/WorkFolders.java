package org.magicanime.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.stream.Stream;

/// The work folders of this process, below a folder that several processes may share.
///
/// Each process holds a lock on its own part for as long as it lives, so that what a killed process left behind can be
/// told from what a running one needs; the former is removed when another process starts.
public final class WorkFolders implements AutoCloseable {
    /// The name of the one file that lies in a folder of a process that works on nothing.
    public static final String LOCK = "in-use.lock";

    private final Path own;
    private final FileChannel lockFile;

    private WorkFolders(Path own, FileChannel lockFile) {
        this.own = own;
        this.lockFile = lockFile;
    }

    /// @param root created if it is missing; only this user can look into what is made below it
    public static WorkFolders below(Path root) {
        try {
            Files.createDirectories(root);
            removeAbandoned(root);
            Path own = Files.createDirectory(
                    root.resolve(UUID.randomUUID().toString()),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            FileChannel lockFile =
                    FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (lockFile.tryLock() == null) {
                throw new IOException("cannot lock " + own);
            }
            return new WorkFolders(own, lockFile);
        } catch (IOException e) {
            throw new UncheckedIOException("the work folder " + root + " cannot be used: " + e.getMessage(), e);
        }
    }

    /// @return an empty folder that only this user can look into
    public WorkFolder create() {
        try {
            return new WorkFolder(
                    Files.createDirectory(own.resolve(UUID.randomUUID().toString())));
        } catch (IOException e) {
            throw new UncheckedIOException("no work folder can be made: " + e.getMessage(), e);
        }
    }

    private static void removeAbandoned(Path root) throws IOException {
        try (Stream<Path> parts = Files.list(root)) {
            for (Path part : parts.toList()) {
                if (Files.isRegularFile(part.resolve(LOCK)) && isAbandoned(part.resolve(LOCK))) {
                    WorkFolder.remove(part);
                }
            }
        }
    }

    private static boolean isAbandoned(Path lock) {
        try (FileChannel file = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            FileLock held = file.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            // It is ours: several services may live in one process.
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        WorkFolder.remove(own);
    }
}
