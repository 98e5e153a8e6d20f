package org.magicanime.numpy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// NumPy's file format, version 1.0: magic, version, length of the header, the header as a Python dictionary, padded
/// with blanks to a multiple of 64 bytes, then the numbers: float32, little-endian, C order.
public final class NumpyFile {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final Pattern HEADER = Pattern.compile(
            "\\{'descr': '<f4', 'fortran_order': False, 'shape': \\(((?:\\d{1,9}, ?)*\\d{0,9}),?\\), \\} *\\n");

    private NumpyFile() {}

    /// Writes an array; a file that is there is replaced.
    public static void write(FloatArray array, Path target) throws IOException {
        byte[] header = header(array.shape());
        ByteBuffer bytes = ByteBuffer.allocate(
                        Math.addExact(header.length, Math.multiplyExact(array.values().length, Float.BYTES)))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(header);
        bytes.asFloatBuffer().put(array.values());
        Files.write(target, bytes.array());
    }

    /// Reads what {@link #write} writes, which is also what NumPy writes of such arrays.
    ///
    /// @throws IllegalArgumentException if it is another file
    public static FloatArray read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int start = MAGIC.length + Short.BYTES;
        if (bytes.length < start || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw refused(file, "it is no NumPy file of version 1.0");
        }
        ByteBuffer values = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = start + Short.toUnsignedInt(values.getShort(MAGIC.length));
        if (end > bytes.length) {
            throw refused(file, "it ends within its header");
        }
        Matcher header = HEADER.matcher(new String(bytes, start, end - start, US_ASCII));
        if (!header.matches()) {
            throw refused(file, "it has no array of float32 in C order");
        }
        float[] all = new float[(bytes.length - end) / Float.BYTES];
        values.position(end).asFloatBuffer().get(all);
        return new FloatArray(shape(header.group(1)), all);
    }

    private static IllegalArgumentException refused(Path file, String why) {
        return new IllegalArgumentException("the file " + file.getFileName() + " cannot be read: " + why);
    }

    private static List<Integer> shape(String lengths) {
        List<Integer> shape = new ArrayList<>();
        for (String length : lengths.split(",")) {
            if (!length.isBlank()) {
                shape.add(Integer.parseInt(length.strip()));
            }
        }
        return shape;
    }

    private static byte[] header(List<Integer> shape) {
        String lengths = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
        String dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (%s%s), }"
                .formatted(lengths, shape.size() == 1 ? "," : "");
        int unpadded = MAGIC.length + Short.BYTES + dictionary.length() + 1;
        int total = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        String padded = dictionary + " ".repeat(total - unpadded) + "\n";
        return ByteBuffer.allocate(total)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) padded.length())
                .put(padded.getBytes(US_ASCII))
                .array();
    }
}
