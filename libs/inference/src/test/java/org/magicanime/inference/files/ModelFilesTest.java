package org.magicanime.inference.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.ModelMissingException;
import org.magicanime.inference.ModelRefusedException;
import org.magicanime.inference.TinyOnnx;

class ModelFilesTest {
    private static final byte[] CONTENT = TinyOnnx.adding();
    private static final ModelEntry MODEL = TinyOnnx.entry("adding", CONTENT);

    @TempDir
    Path folder;

    @Test
    void whatIsPutIsReadAgain() throws IOException {
        ModelFiles files = new ModelFiles(folder);
        files.put(MODEL, new ByteArrayInputStream(CONTENT));

        byte[] read = new byte[CONTENT.length];
        files.read(MODEL).get(read);

        assertThat(read).isEqualTo(CONTENT);
        assertThat(files.place(MODEL)).isEqualTo(folder.resolve("standard/adding.onnx"));
    }

    @Test
    void aMissingModelIsNamedWithTheCommandThatFetchesIt() {
        assertThatExceptionOfType(ModelMissingException.class)
                .isThrownBy(() -> new ModelFiles(folder).read(MODEL))
                .withMessageContaining("'adding'")
                .withMessageContaining("./magicanime models pull adding --from");
    }

    @Test
    void otherBytesAndATruncatedFileAreRefusedAndNeverGetIntoTheirPlace() throws IOException {
        byte[] other = CONTENT.clone();
        other[other.length / 2] ^= 1;
        byte[] longer = Arrays.copyOf(CONTENT, CONTENT.length + 1);
        byte[] shorter = Arrays.copyOf(CONTENT, CONTENT.length - 1);
        for (byte[] wrong : new byte[][] {other, longer, shorter, new byte[0]}) {
            Path file = folder.resolve("standard/adding.onnx");
            Files.createDirectories(file.getParent());
            Files.write(file, wrong);
            refused(() -> new ModelFiles(folder).read(MODEL), wrong == other ? "SHA-256" : "bytes");
            Files.delete(file);

            refused(
                    () -> new ModelFiles(folder).put(MODEL, new ByteArrayInputStream(wrong)),
                    wrong == other ? "what was fetched has the SHA-256" : "what was fetched has");
            assertThat(file.getParent()).isEmptyDirectory();
        }
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String said) {
        assertThatExceptionOfType(ModelRefusedException.class)
                .isThrownBy(call)
                .withMessageContaining("'adding'")
                .withMessageContaining(said);
    }
}
