package org.magicanime.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Fetches an object range by range into a private file and digests it on the way. A range that breaks off is taken up
/// where it stopped. Three breaks in a row without one new byte, or a silence as long as the time-out, and it gives up
/// as busy; whatever goes wrong, the file is gone then.
final class CheckedDownload {
    private static final long RANGE = 16L << 20;
    private static final int MOST_BREAKS = 3;

    /// Opens a range of one version of the object.
    interface Ranges {
        InputStream open(long offset, long length);
    }

    private final String what;
    private final Ranges ranges;
    private final byte[] chunk = new byte[1 << 16];
    private final MessageDigest digest = Digest.sha256();

    CheckedDownload(String what, Ranges ranges) {
        this.what = what;
        this.ranges = ranges;
    }

    /// @param size bytes of the object
    /// @param expected lower-case hex SHA-256, where it is known
    /// @return lower-case hex SHA-256
    String into(Path target, long size, @Nullable String expected) {
        try (FileChannel file = create(target)) {
            boolean complete = false;
            try {
                fill(file, size);
                String sha256 = Digest.hex(digest);
                if (expected != null && !expected.equals(sha256)) {
                    throw new ObjectChangedException(
                            what + ": its bytes have SHA-256 " + sha256 + " instead of " + expected, null);
                }
                complete = true;
                return sha256;
            } finally {
                if (!complete) {
                    Files.deleteIfExists(target);
                }
            }
        } catch (FileAlreadyExistsException e) {
            throw new IllegalStateException(what + ": " + target.getFileName() + " exists already", e);
        } catch (IOException e) {
            throw LocalDiskException.writing(target, e);
        }
    }

    private static FileChannel create(Path target) throws IOException {
        return FileChannel.open(
                target,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private void fill(FileChannel file, long size) throws IOException {
        long got = 0;
        int breaks = 0;
        while (got < size) {
            long length = Math.min(RANGE, size - got);
            StoreBusyException broken = new StoreBusyException(what + ": the transfer ended early", null);
            long before = file.position();
            try (InputStream in = ranges.open(got, length)) {
                copy(in, file, length);
            } catch (StoreBusyException e) {
                broken = e;
            }
            long copied = file.position() - before;
            got += copied;
            breaks = copied > 0 ? 0 : breaks + 1;
            if (copied < length && (breaks >= MOST_BREAKS || silent(broken))) {
                throw broken;
            }
        }
    }

    /// A store that says nothing for as long as the time-out would cost the time-out once more.
    private static boolean silent(StoreBusyException broken) {
        return broken.getCause() instanceof InterruptedIOException || broken.getCause() instanceof InterruptedException;
    }

    private void copy(InputStream in, FileChannel file, long most) throws IOException {
        long left = most;
        while (left > 0) {
            int read;
            try {
                read = in.read(chunk, 0, (int) Math.min(chunk.length, left));
            } catch (IOException e) {
                throw new StoreBusyException(what + ": the transfer broke off (" + e + ")", e);
            }
            if (read < 0) {
                return;
            }
            digest.update(chunk, 0, read);
            ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, read);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            left -= read;
        }
    }
}
