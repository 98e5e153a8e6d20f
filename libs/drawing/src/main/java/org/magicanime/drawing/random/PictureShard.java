package org.magicanime.drawing.random;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.magicanime.drawing.KnownPoint;
import org.magicanime.drawing.random.DrawnPicture.PictureTruth;
import org.magicanime.numpy.FloatArray;
import org.magicanime.numpy.NumpyFile;

/// A folder with consecutive pictures and their truth, in a form that a trainer maps into memory:
///
/// * `pictures.rgb`: `[n, 256, 256, 3]` bytes without a header
/// * `masks.bits`: `[n, 8192]` bytes, eight pixels in each, the first one highest
/// * `points.npy`: float32 `[n, 133, 3]`: x, y, visibility
/// * `scenes.npy`: float32 `[n, 13]`: {@link #COLUMNS}
/// * `shard.json`: seed, first number, count, SHA-256 of pictures and points; written last, so that a folder with it is
///   complete
public final class PictureShard {
    public static final List<String> COLUMNS = List.of(
            "number",
            "present",
            "left",
            "top",
            "right",
            "bottom",
            "yaw",
            "pitch",
            "headYaw",
            "mouthOpening",
            "eyeOpening",
            "era",
            "area");

    private static final int BATCH = 64;

    private PictureShard() {}

    /// Draws pictures on all processors of the common pool and writes them. The bytes do not depend on how many there
    /// are.
    ///
    /// @param folder is made; a complete shard in it is replaced
    /// @param seen is given each picture, in order
    public static void write(Path folder, long seed, long first, int count, Consumer<DrawnPicture> seen)
            throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve("shard.json"));
        PictureGenerator generator = new PictureGenerator(seed);
        float[] points = new float[count * PictureTruth.POINTS * 3];
        float[] scenes = new float[count * COLUMNS.size()];
        MessageDigest digest = sha256();
        try (OutputStream pictures = new DigestOutputStream(open(folder.resolve("pictures.rgb")), digest);
                OutputStream masks = open(folder.resolve("masks.bits"))) {
            for (int from = 0; from < count; from += BATCH) {
                int until = Math.min(count, from + BATCH);
                List<DrawnPicture> batch = LongStream.range(first + from, first + until)
                        .parallel()
                        .mapToObj(generator::draw)
                        .toList();
                for (int i = 0; i < batch.size(); i++) {
                    DrawnPicture picture = batch.get(i);
                    pictures.write(rgb(picture.pixels()));
                    masks.write(bits(picture.mask()));
                    points(picture.truth(), points, (from + i) * PictureTruth.POINTS * 3);
                    scene(picture, first + from + i, scenes, (from + i) * COLUMNS.size());
                    seen.accept(picture);
                }
            }
        }
        NumpyFile.write(new FloatArray(List.of(count, PictureTruth.POINTS, 3), points), folder.resolve("points.npy"));
        NumpyFile.write(new FloatArray(List.of(count, COLUMNS.size()), scenes), folder.resolve("scenes.npy"));
        digest.update(Files.readAllBytes(folder.resolve("points.npy")));
        describe(folder, seed, first, count, HexFormat.of().formatHex(digest.digest()));
    }

    private static OutputStream open(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] rgb(int[] pixels) {
        byte[] bytes = new byte[3 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            bytes[3 * i] = (byte) (pixels[i] >> 16);
            bytes[3 * i + 1] = (byte) (pixels[i] >> 8);
            bytes[3 * i + 2] = (byte) pixels[i];
        }
        return bytes;
    }

    private static byte[] bits(byte[] mask) {
        byte[] bits = new byte[mask.length / 8];
        for (int i = 0; i < mask.length; i++) {
            bits[i / 8] |= (byte) (mask[i] << (7 - i % 8));
        }
        return bits;
    }

    private static void points(PictureTruth truth, float[] values, int at) {
        for (KnownPoint point : truth.points()) {
            values[at++] = (float) point.x();
            values[at++] = (float) point.y();
            values[at++] = point.visibility();
        }
    }

    private static void scene(DrawnPicture picture, long number, float[] values, int at) {
        PictureTruth truth = picture.truth();
        int area = 0;
        for (byte pixel : picture.mask()) {
            area += pixel;
        }
        double[] row = {
            number,
            truth.present() ? 1 : 0,
            truth.box().left(),
            truth.box().top(),
            truth.box().right(),
            truth.box().bottom(),
            truth.yaw(),
            truth.pitch(),
            truth.headYaw(),
            truth.mouthOpening(),
            truth.eyeOpening(),
            truth.era(),
            area
        };
        for (double value : row) {
            values[at++] = (float) value;
        }
    }

    private static void describe(Path folder, long seed, long first, int count, String sha256) throws IOException {
        String json = """
                {"seed": %d, "first": %d, "count": %d, "size": %d, "columns": ["%s"], "sha256": "%s"}
                """.formatted(seed, first, count, PictureGenerator.SIZE, String.join("\", \"", COLUMNS), sha256);
        Path partial = folder.resolve("shard.json.partial");
        Files.writeString(partial, json, UTF_8);
        Files.move(partial, folder.resolve("shard.json"), StandardCopyOption.REPLACE_EXISTING);
    }
}
