package org.magicanime.keypoint.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.keypoint.domain.WholeBody;

class NumpyFileTest {
    private static final int HEADER = 128;

    @TempDir
    Path folder;

    @Test
    void theHeaderIsThatOfVersionOne() throws IOException {
        byte[] bytes = Files.readAllBytes(written(12));
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (12, 133, 3), }";
        assertThat(new String(bytes, 0, HEADER, ISO_8859_1))
                .isEqualTo("\u0093NUMPY\u0001\u0000\u0076\u0000" + header
                        + " ".repeat(HEADER - 10 - header.length() - 1) + "\n");
        assertThat(bytes).hasSize(HEADER + 12 * 133 * 3 * 4);
    }

    @Test
    void everyValueStandsInItsPlace() throws IOException {
        ByteBuffer values = ByteBuffer.wrap(Files.readAllBytes(written(3)))
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(HEADER);
        for (int frame = 0; frame < 3; frame++) {
            for (int point = 0; point < WholeBody.POINTS; point++) {
                assertThat(values.getFloat()).isEqualTo((float) (1000 * frame + point + 0.25));
                assertThat(values.getFloat()).isEqualTo((float) (-point));
                assertThat(values.getFloat()).isEqualTo(point / 133f);
            }
        }
        assertThat(values.hasRemaining()).isFalse();
    }

    @Test
    void anOlderFileIsReplaced() throws IOException {
        written(12);
        assertThat(Files.readAllBytes(written(2))).hasSize(HEADER + 2 * 133 * 3 * 4);
    }

    @Test
    void numpyReadsIt() throws IOException, InterruptedException {
        assumeTrue(runs("import numpy"), "needs python3 with numpy, which is not there");
        Path file = written(5);
        assertThat(runs("import numpy; a = numpy.load('" + file + "'); assert a.shape == (5, 133, 3);"
                        + " assert a.dtype == numpy.float32 and a.flags['C_CONTIGUOUS'];"
                        + " assert a[4, 7, 0] == 4007.25 and a[4, 7, 1] == -7;"
                        + " assert a[4, 7, 2] == numpy.float32(7) / numpy.float32(133)"))
                .isTrue();
    }

    private static boolean runs(String python) throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "-c", python)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Path written(int frames) {
        WholeBody[] bodies = new WholeBody[frames];
        for (int frame = 0; frame < frames; frame++) {
            bodies[frame] = new WholeBody();
            for (int point = 0; point < WholeBody.POINTS; point++) {
                bodies[frame].set(point, 1000 * frame + point + 0.25, -point, point / 133f);
            }
        }
        Path target = folder.resolve("keypoints.npy");
        new AvClipMedia().writeNpy(List.of(bodies), target);
        return target;
    }
}
