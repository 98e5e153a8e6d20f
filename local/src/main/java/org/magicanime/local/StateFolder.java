package org.magicanime.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/// All that a machine remembers between starts: broker log, objects, ledger, credentials, log files.
final class StateFolder implements AutoCloseable {
    private final Path root;
    private final FileChannel lockFile;

    private StateFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /// Takes the folder for this process.
    ///
    /// @throws IllegalStateException if another launcher has it
    static StateFolder take(Path root) {
        return tryTake(root)
                .orElseThrow(() -> new IllegalStateException("the state folder " + root
                        + " is in use by another magicanime; stop that one or choose another folder with --state"));
    }

    /// Likewise, empty if another launcher has it.
    static Optional<StateFolder> tryTake(Path root) {
        try {
            Files.createDirectories(root);
            FileChannel file = FileChannel.open(
                    root.resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = file.tryLock();
            if (lock == null) {
                file.close();
                return Optional.empty();
            }
            return Optional.of(new StateFolder(root.toAbsolutePath(), file));
        } catch (IOException e) {
            throw new UncheckedIOException("the state folder " + root + " cannot be used: " + e.getMessage(), e);
        }
    }

    Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name) {
        return root.resolve(name);
    }

    /// Credentials of store and database, made once; only this user can read them.
    Properties credentials() {
        return credentials(root);
    }

    static Properties credentials(Path root) {
        Path file = root.resolve("credentials.properties");
        Properties credentials = new Properties();
        try {
            if (Files.exists(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    credentials.load(in);
                }
            }
            Properties made = new Properties();
            made.setProperty("access-key", "magicanime");
            made.setProperty("secret-key", secret());
            made.setProperty("database-password", secret());
            if (!credentials.keySet().containsAll(made.keySet())) {
                made.putAll(credentials);
                write(made, file);
                return made;
            }
            return credentials;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Properties credentials, Path file) throws IOException {
        Path next = Files.createTempFile(
                file.getParent(),
                "credentials",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(next)) {
            credentials.store(
                    out, "made at the first start; S3 credentials of the ingest bucket, password of the database");
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String secret() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
