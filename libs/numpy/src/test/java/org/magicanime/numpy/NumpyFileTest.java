package org.magicanime.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumpyFileTest {
    private static final float[] VALUES = {1, -2.5f, 0, 1e-30f, 4, 5};

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        for (List<Integer> shape : List.of(List.of(1, 2, 3), List.of(6), List.of(3, 2), List.of(6, 1, 1, 1))) {
            FloatArray read = NumpyFile.read(written(new FloatArray(shape, VALUES)));

            assertThat(read.shape()).isEqualTo(shape);
            assertThat(read.values()).containsExactly(VALUES);
        }
        assertThat(NumpyFile.read(written(new FloatArray(List.of(0, 68, 3), new float[0])))
                        .shape())
                .containsExactly(0, 68, 3);
    }

    @Test
    void whatNumpyWritesIsRead() throws IOException, InterruptedException {
        assumeTrue(runs("import numpy"), "needs python3 with numpy, which is not there");
        Path file = folder.resolve("numpy.npy");

        assertThat(runs("import numpy; numpy.save('" + file
                        + "', numpy.arange(12, dtype=numpy.float32).reshape(2, 3, 2))"))
                .isTrue();

        assertThat(NumpyFile.read(file).shape()).containsExactly(2, 3, 2);
        assertThat(NumpyFile.read(file).values()[11]).isEqualTo(11);
    }

    @Test
    void anotherFileIsRefusedWithWhatIsWrong() throws IOException {
        byte[] good = Files.readAllBytes(written(new FloatArray(List.of(2, 3), VALUES)));
        assertRefused(Arrays.copyOf(good, 7), "no NumPy file");
        assertRefused(Arrays.copyOf(good, 40), "within its header");
        assertRefused(
                new String(good, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .replace("<f4", "<f8")
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                "float32");
        assertRefused(Arrays.copyOf(good, good.length - 4), "shape");
    }

    private void assertRefused(byte[] bytes, String why) throws IOException {
        Path file = Files.write(folder.resolve("other.npy"), bytes);
        assertThatThrownBy(() -> NumpyFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private Path written(FloatArray array) throws IOException {
        Path file = folder.resolve("array.npy");
        NumpyFile.write(array, file);
        return file;
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
}
