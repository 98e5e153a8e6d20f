package org.magicanime.drawing.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.numpy.FloatArray;
import org.magicanime.numpy.NumpyFile;

class PictureShardTest {
    @TempDir
    Path folder;

    @Test
    void aShardHasPicturesMasksAndTruth() throws IOException {
        List<DrawnPicture> seen = new ArrayList<>();
        PictureShard.write(folder, 5, 100, 70, seen::add);

        assertThat(seen).hasSize(70);
        byte[] pictures = Files.readAllBytes(folder.resolve("pictures.rgb"));
        assertThat(pictures).hasSize(70 * 256 * 256 * 3);
        DrawnPicture last = seen.getLast();
        assertThat(last.pixels()).isEqualTo(new PictureGenerator(5).draw(169).pixels());
        int at = 69 * 256 * 256 * 3 + 3 * 1000;
        assertThat((pictures[at] & 255) << 16 | (pictures[at + 1] & 255) << 8 | pictures[at + 2] & 255)
                .isEqualTo(last.pixels()[1000]);
        byte[] masks = Files.readAllBytes(folder.resolve("masks.bits"));
        assertThat(masks).hasSize(70 * 8192);
        for (int i = 0; i < last.mask().length; i++) {
            assertThat(masks[69 * 8192 + i / 8] >> (7 - i % 8) & 1).isEqualTo(last.mask()[i]);
        }
        FloatArray points = NumpyFile.read(folder.resolve("points.npy"));
        assertThat(points.shape()).containsExactly(70, 133, 3);
        assertThat(points.values()[(69 * 133 + 7) * 3])
                .isEqualTo((float) last.truth().points().get(7).x());
        FloatArray scenes = NumpyFile.read(folder.resolve("scenes.npy"));
        assertThat(scenes.shape()).containsExactly(70, PictureShard.COLUMNS.size());
        assertThat(scenes.values()[69 * PictureShard.COLUMNS.size()]).isEqualTo(169);
        assertThat(Files.readString(folder.resolve("shard.json")))
                .contains("\"seed\": 5", "\"first\": 100", "\"count\": 70");
    }

    @Test
    void theSameNumbersGiveTheSameBytesHoweverTheyAreDivided() throws IOException {
        PictureShard.write(folder.resolve("whole"), 6, 0, 20, picture -> {});
        PictureShard.write(folder.resolve("again"), 6, 0, 20, picture -> {});
        PictureShard.write(folder.resolve("second half"), 6, 10, 10, picture -> {});

        for (String file : List.of("pictures.rgb", "masks.bits", "points.npy", "scenes.npy", "shard.json")) {
            assertThat(folder.resolve("again").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
        }
        byte[] whole = Files.readAllBytes(folder.resolve("whole/pictures.rgb"));
        byte[] half = Files.readAllBytes(folder.resolve("second half/pictures.rgb"));
        assertThat(java.util.Arrays.copyOfRange(whole, whole.length / 2, whole.length))
                .isEqualTo(half);
    }
}
