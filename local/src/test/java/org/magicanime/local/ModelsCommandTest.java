package org.magicanime.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelsCommandTest {
    private static final byte[] BYTES = "the bytes of a model".getBytes(UTF_8);
    private static final String ENTRY = """
              - id: %s
                job: test
                tier: %s
                file: %s/%s.onnx
                bytes: 20
                sha256: 68d18a506016639d3a8274be1d740a81afb482ffbfad7e4c3e10a5a32fd04840
                licence: MIT
                origin: a test
                inputs: [{name: x, shape: [1]}]
                outputs: [{name: y, shape: [1]}]
                decoder: none
            """;

    @TempDir
    Path folder;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private Path models = Path.of("");
    private Path mirror = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        models = Files.createDirectories(folder.resolve("models"));
        mirror = Files.createDirectories(folder.resolve("mirror"));
        Files.writeString(
                models.resolve("catalog.yaml"),
                "models:\n"
                        + ENTRY.formatted("ours", "starter", "starter", "ours")
                        + ENTRY.formatted("theirs", "standard", "standard", "theirs"));
        Files.createDirectories(models.resolve("starter"));
        Files.write(models.resolve("starter/ours.onnx"), BYTES);
        System.setOut(new PrintStream(said, true, UTF_8));
        System.setErr(new PrintStream(complained, true, UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void whatIsPulledFromAMirrorIsHereAndRight() throws IOException {
        Files.write(mirror.resolve("theirs.onnx"), BYTES);

        assertThat(run("list")).isZero();
        assertThat(said()).containsPattern("(?m)^ours .* yes$").containsPattern("(?m)^theirs .* no$");
        assertThat(run("pull", "--from", mirror.toString())).isZero();
        assertThat(said()).contains("ours: is here", "theirs: fetched");
        assertThat(run("verify")).isZero();
        assertThat(said()).contains("ours: right", "theirs: right");
        assertThat(models.resolve("standard/theirs.onnx")).hasBinaryContent(BYTES);
    }

    @Test
    void aMirrorThatHasOtherBytesIsRefusedAndNothingIsLeftBehind() throws IOException {
        Files.write(mirror.resolve("theirs.onnx"), "the bytes of another".getBytes(UTF_8));

        assertThat(run("pull", "theirs", "--from", mirror.toString())).isEqualTo(1);

        assertThat(complained.toString(UTF_8)).contains("theirs", "SHA-256");
        assertThat(models.resolve("standard")).isEmptyDirectory();
    }

    @Test
    void whereAModelComesFromIsSaidWhenTheCatalogueHasNoAddress() {
        assertThat(run("pull")).isEqualTo(1);

        assertThat(complained.toString(UTF_8)).contains("theirs", "--from", "a test");
    }

    @Test
    void aMissingStarterModelIsAnErrorAndAMissingStandardOneIsNot() throws IOException {
        assertThat(run("verify")).isZero();
        assertThat(said()).contains("theirs: not here");

        Files.delete(models.resolve("starter/ours.onnx"));

        assertThat(run("verify")).isEqualTo(1);
    }

    private String said() {
        String text = said.toString(UTF_8);
        said.reset();
        return text;
    }

    private int run(String... arguments) {
        return new CommandLine(new ModelsCommand())
                .execute(Stream.concat(Stream.of(arguments), Stream.of("--models", models.toString()))
                        .toArray(String[]::new));
    }
}
