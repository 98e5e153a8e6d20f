package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DrawCommandTest {
    @TempDir
    Path folder;

    @Test
    void drawsShardsAndSheets() throws IOException {
        int code = new CommandLine(new ModelsCommand())
                .execute(
                        "draw",
                        "--out",
                        folder.resolve("drawn").toString(),
                        "--count",
                        "25",
                        "--per-shard",
                        "20",
                        "--seed",
                        "3",
                        "--sheet",
                        folder.resolve("sheets/plain.png").toString(),
                        "--truth-sheet",
                        folder.resolve("sheets/truth.png").toString());

        assertThat(code).isZero();
        assertThat(folder.resolve("drawn/shard-00000/pictures.rgb")).hasSize(20L * 256 * 256 * 3);
        assertThat(folder.resolve("drawn/shard-00001/pictures.rgb")).hasSize(5L * 256 * 256 * 3);
        assertThat(folder.resolve("drawn/shard-00001/shard.json")).content().contains("\"first\": 20");
        BufferedImage plain = ImageIO.read(folder.resolve("sheets/plain.png").toFile());
        BufferedImage truth = ImageIO.read(folder.resolve("sheets/truth.png").toFile());
        assertThat(plain.getWidth()).isEqualTo(20 * 128);
        assertThat(plain.getHeight()).isEqualTo(2 * 128);
        int different = 0;
        for (int x = 0; x < plain.getWidth(); x += 3) {
            for (int y = 0; y < plain.getHeight(); y += 3) {
                different += plain.getRGB(x, y) == truth.getRGB(x, y) ? 0 : 1;
            }
        }
        assertThat(different).as("pixels that truth is drawn over").isPositive();
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        int code = new CommandLine(new ModelsCommand()).execute("draw", "--out", folder.toString(), "--count", "0");

        assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
    }
}
