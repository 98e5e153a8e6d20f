package org.magicanime.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// SHA-256 in lower-case hex, and the MD5 that S3 wants with a part.
public final class Digest {
    private static final int CHUNK = 1 << 16;

    private Digest() {}

    static MessageDigest sha256() {
        return begin("SHA-256");
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String sha256(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    static String sha256(InputStream content) throws IOException {
        MessageDigest digest = sha256();
        byte[] chunk = new byte[CHUNK];
        for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
            digest.update(chunk, 0, read);
        }
        return hex(digest);
    }

    /// @return 64 lower-case hex digits
    /// @throws LocalDiskException if the file cannot be read
    public static String sha256(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return sha256(content);
        } catch (IOException e) {
            throw LocalDiskException.reading(file, e);
        }
    }

    /// Base64, as the header `Content-MD5` has it, of a part of a file.
    static String md5(FileChannel file, long from, long length) throws IOException {
        MessageDigest digest = begin("MD5");
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        long left = length;
        while (left > 0) {
            chunk.clear().limit((int) Math.min(CHUNK, left));
            int read = file.read(chunk, from + length - left);
            if (read < 0) {
                throw new IOException("the file became shorter while it was read");
            }
            digest.update(chunk.flip());
            left -= read;
        }
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private static MessageDigest begin(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has " + algorithm, e);
        }
    }
}
