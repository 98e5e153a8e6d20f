package org.magicanime.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;

/// Fetches an object range by range into a private file, digesting it on the way. A range that breaks off is taken up
/// again where it stopped; after several breaks without a byte of progress it gives up as busy.
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

    CheckedDownload(String what, Ranges ranges) {
        this.what = what;
        this.ranges = ranges;
    }

    /// @param size bytes of the object
    /// @return lower-case hex SHA-256
    String into(Path target, long size) {
        MessageDigest digest = Sha256.begin();
        boolean complete = false;
        try (FileChannel file = FileChannel.open(
                target,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            long got = 0;
            int breaks = 0;
            while (got < size) {
                long before = got;
                StoreBusyException broken = null;
                try (InputStream in = ranges.open(got, Math.min(RANGE, size - got))) {
                    got += copy(in, file, digest, Math.min(RANGE, size - got));
                } catch (StoreBusyException e) {
                    broken = e;
                } catch (BrokenRange e) {
                    got += e.copied;
                    broken = new StoreBusyException(what + ": the transfer broke off (" + e.getCause() + ")", e);
                }
                breaks = got > before ? 0 : breaks + 1;
                if (breaks >= MOST_BREAKS) {
                    throw broken != null ? broken : new StoreBusyException(what + ": no bytes come", null);
                }
            }
            complete = true;
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new LocalDiskException("cannot write " + target.getFileName() + ": " + e.getMessage(), e);
        } finally {
            if (!complete) {
                remove(target);
            }
        }
    }

    private long copy(InputStream in, FileChannel file, MessageDigest digest, long most) throws IOException {
        long copied = 0;
        while (copied < most) {
            int read;
            try {
                read = in.read(chunk, 0, (int) Math.min(chunk.length, most - copied));
            } catch (IOException e) {
                throw new BrokenRange(copied, e);
            }
            if (read < 0) {
                return copied;
            }
            digest.update(chunk, 0, read);
            ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, read);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            copied += read;
        }
        return copied;
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The connection broke in the middle of a range.
    private static final class BrokenRange extends IOException {
        private static final long serialVersionUID = 1L;
        private final long copied;

        BrokenRange(long copied, IOException cause) {
            super(cause);
            this.copied = copied;
        }
    }
}
