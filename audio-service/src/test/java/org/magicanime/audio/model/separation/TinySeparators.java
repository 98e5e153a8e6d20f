package org.magicanime.audio.model.separation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.magicanime.audio.model.ProjectModels;
import org.magicanime.inference.KnownInference;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.Models;
import org.magicanime.inference.files.ModelFiles;
import org.magicanime.inference.onnx.OnnxModels;

/// A folder of models as a user has it: the project's, and tiny separation models of `src/test/golden/separators.py`
/// that were added to the catalogue.
public final class TinySeparators {
    static final String MDX = "fft: 64, hop: 16";
    static final String HTDEMUCS = "voice: 1";
    static final String SPECTRUM = "[1, 4, 33, 17]";
    static final String SAMPLES = "[1, 2, 400]";
    static final String STEMS = "[1, 2, 2, 400]";

    private final Path folder;

    /// @param folder empty
    public TinySeparators(Path folder) throws IOException {
        this.folder = folder;
        Files.copy(ProjectModels.folder().resolve(ModelCatalogue.FILE), folder.resolve(ModelCatalogue.FILE));
        Files.createSymbolicLink(
                folder.resolve("starter"), ProjectModels.folder().toRealPath().resolve("starter"));
        Files.createDirectory(folder.resolve("own"));
    }

    /// Adds a model whose file is one of the tiny ones.
    ///
    /// @param file such as `mdx_mid`
    /// @return the model's id
    public String add(String file) throws IOException {
        return file.startsWith("mdx")
                ? add(file, file, "mdx", SPECTRUM, SPECTRUM, MDX)
                : add(file, file, "htdemucs", SAMPLES, STEMS, HTDEMUCS);
    }

    /// Likewise, of stems, as if the other one were the voice.
    public String addRest(String file) throws IOException {
        return add(file + "_rest", file, "htdemucs", SAMPLES, STEMS, "voice: 0");
    }

    String add(String id, String file, String decoder, String input, String output, String settings)
            throws IOException {
        return add(id, file, decoder, input, "out", output, settings);
    }

    /// Of `mdx_two`, whose outputs are `half` and `whole`.
    String addOutput(String id, String output) throws IOException {
        return add(id, "mdx_two", "mdx", SPECTRUM, output, SPECTRUM, MDX);
    }

    private String add(
            String id, String file, String decoder, String input, String name, String output, String settings)
            throws IOException {
        byte[] model = content(file);
        Files.write(file(id), model);
        Files.writeString(
                folder.resolve(ModelCatalogue.FILE),
                """

                  - id: %s
                    job: voice-separation
                    tier: own
                    file: own/%s.onnx
                    bytes: %d
                    sha256: "%s"
                    licence: CC0-1.0
                    origin: made for a test
                    inputs: [{name: in, shape: %s}]
                    outputs: [{name: %s, shape: %s}]
                    decoder: %s
                    settings: {%s}
                """.formatted(id, id, model.length, sha256(model), input, name, output, decoder, settings),
                StandardOpenOption.APPEND);
        return id;
    }

    public Path file(String id) {
        return folder.resolve("own/" + id + ".onnx");
    }

    /// @throws IllegalArgumentException if there is none; names those that there are
    public ModelEntry entry(String id) {
        return ModelCatalogue.in(folder).entry(id);
    }

    /// As they are opened when a service starts.
    public Models models() {
        return new OnnxModels(
                ModelCatalogue.in(folder),
                new ModelFiles(folder),
                KnownInference.oneThread(folder),
                (model, nanos) -> {});
    }

    static byte[] content(String file) throws IOException {
        try (InputStream in = TinySeparators.class.getResourceAsStream("/separators/" + file + ".onnx")) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
