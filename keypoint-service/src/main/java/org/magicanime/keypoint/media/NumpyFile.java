package org.magicanime.keypoint.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.magicanime.keypoint.domain.WholeBody;

/// NumPy's file format, version 1.0: magic, version, length of the header, the header as a Python dictionary, padded
/// with blanks to a multiple of 64 bytes, then the numbers.
final class NumpyFile {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final int VALUES = 3;

    private NumpyFile() {}

    /// Writes `[bodies, 133, 3]`: x, y, confidence.
    static void write(List<WholeBody> bodies, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(
                target, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            writeAll(channel, header(bodies.size()));
            ByteBuffer values =
                    ByteBuffer.allocate(WholeBody.POINTS * VALUES * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (WholeBody body : bodies) {
                values.clear();
                for (int point = 0; point < WholeBody.POINTS; point++) {
                    values.putFloat(body.x(point)).putFloat(body.y(point)).putFloat(body.confidence(point));
                }
                writeAll(channel, values.flip());
            }
        }
    }

    private static ByteBuffer header(int count) {
        String dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d, %d), }"
                .formatted(count, WholeBody.POINTS, VALUES);
        int unpadded = MAGIC.length + Short.BYTES + dictionary.length() + 1;
        int total = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        String padded = dictionary + " ".repeat(total - unpadded) + "\n";
        return ByteBuffer.allocate(total)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) padded.length())
                .put(padded.getBytes(US_ASCII))
                .flip();
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
