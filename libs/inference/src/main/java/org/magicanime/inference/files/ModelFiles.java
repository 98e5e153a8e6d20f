package org.magicanime.inference.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.ModelMissingException;
import org.magicanime.inference.ModelRefusedException;

/// The files of a catalogue's models, in one folder.
public final class ModelFiles {
    private final Path folder;

    public ModelFiles(Path folder) {
        this.folder = folder;
    }

    /// Where the model's file is, or would be.
    public Path place(ModelEntry model) {
        return folder.resolve(model.file());
    }

    /// @return the file's bytes, in memory that nobody else can change; those that were checked
    /// @throws ModelMissingException if it is not there
    /// @throws ModelRefusedException if size or SHA-256 are not those of the catalogue
    public ByteBuffer read(ModelEntry model) {
        Path file = place(model);
        return checked(model, file, file.toString(), remedy(model));
    }

    /// @param what the file, as its reader knows it
    /// @param remedy what to do if it is wrong
    private static ByteBuffer checked(ModelEntry model, Path file, String what, String remedy) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            if (channel.size() != model.bytes()) {
                throw new ModelRefusedException(
                        model.id(),
                        what + " has " + channel.size() + " bytes, the catalogue says " + model.bytes() + ". " + remedy,
                        null);
            }
            ByteBuffer bytes =
                    ByteBuffer.allocateDirect(Math.toIntExact(model.bytes())).order(ByteOrder.nativeOrder());
            while (bytes.hasRemaining()) {
                if (channel.read(bytes) < 0) {
                    throw new ModelRefusedException(model.id(), what + " became shorter while it was read", null);
                }
            }
            bytes.flip();
            MessageDigest digest = sha256();
            digest.update(bytes.duplicate());
            String found = HexFormat.of().formatHex(digest.digest());
            if (!found.equals(model.sha256())) {
                throw new ModelRefusedException(
                        model.id(),
                        what + " has the SHA-256 " + found + ", the catalogue says " + model.sha256() + ". " + remedy,
                        null);
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new ModelMissingException(model, file);
        } catch (IOException e) {
            throw new UncheckedIOException("the model file " + file + " cannot be read", e);
        }
    }

    private static String remedy(ModelEntry model) {
        return switch (model.tier()) {
            case STARTER -> "It belongs to the repository: restore it from there.";
            case STANDARD -> "Delete it and fetch it again.";
            case OWN -> "Put the file there that the entry is about, or mend the entry.";
        };
    }

    /// Puts a model's file in its place, if it is what the catalogue says. Others never see half of it.
    ///
    /// @param content its bytes; is read to its end or to the first byte too many
    /// @throws ModelRefusedException if it is not; nothing is left behind
    public void put(ModelEntry model, InputStream content) throws IOException {
        Path file = place(model);
        Path part = Files.createTempFile(
                Files.createDirectories(file.toAbsolutePath().getParent()), file.getFileName() + ".", ".part");
        try {
            Files.write(part, content.readNBytes(Math.toIntExact(model.bytes() + 1)));
            checked(model, part, "what was fetched", "It is another file, or was damaged on its way.");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
