package org.magicanime.inference;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.magicanime.inference.picture.Picture;

/// The pictures on which numbers were measured lie beside the checkout; a bare clone does not have them.
public final class TestPictures {
    private static final int GREY = 128;

    private TestPictures() {}

    /// The project's own folder of models.
    public static Path models() {
        return above("models");
    }

    /// @param name below the folder `shared`; the test is skipped where there is none
    public static Picture shared(String name) throws IOException {
        return onGrey(ImageIO.read(sharedFile(name).toFile()));
    }

    /// @param name below the folder `shared`; the test is skipped where there is none
    public static Path sharedFile(String name) {
        Path file = above("models").resolveSibling("../shared/" + name).normalize();
        Assumptions.assumeTrue(Files.exists(file), name + " is not here");
        return file;
    }

    private static Picture onGrey(BufferedImage image) {
        byte[] rgb = new byte[image.getWidth() * image.getHeight() * Picture.CHANNELS];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int argb = image.getRGB(x, y);
                double alpha = (argb >>> 24) / 255.0;
                for (int shift = 16; shift >= 0; shift -= 8) {
                    rgb[at++] = (byte) Math.floor(((argb >> shift) & 0xff) * alpha + GREY * (1 - alpha) + 0.5);
                }
            }
        }
        return new Picture(image.getWidth(), image.getHeight(), rgb);
    }

    /// Tests run in a module's folder, or in one above it.
    private static Path above(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve(name))
                .filter(folder -> Files.exists(folder.resolve(ModelCatalogue.FILE)))
                .findFirst()
                .orElseThrow();
    }
}
