package org.magicanime.inference;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the catalogue says of a model.
///
/// @param id a name of its own, such as `pose_landmark_full`
/// @param job what it is for, such as `body-landmarks`
/// @param tier whether it comes with the project
/// @param file below the folder of the catalogue
/// @param bytes of the file
/// @param sha256 of the file, in lower case
/// @param licence SPDX identifier
/// @param origin what it was made from, and who made that
/// @param url where it can be had; absent where only a mirror folder has it
/// @param recipe the command that makes it, for whoever does not have it; absent where there is none
/// @param decoder how its outputs are read
/// @param settings what the decoder has to know besides, by name; empty where it knows everything
public record ModelEntry(
        String id,
        String job,
        Tier tier,
        String file,
        long bytes,
        String sha256,
        String licence,
        String origin,
        @Nullable String url,
        @Nullable String recipe,
        List<TensorSpec> inputs,
        List<TensorSpec> outputs,
        String decoder,
        Map<String, String> settings) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,63}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*(/[A-Za-z0-9][A-Za-z0-9_.-]*)*");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /// Whether a model lies in the repository (`starter`), is fetched (`standard`), or is a user's own
    /// (`own`).
    public enum Tier {
        STARTER,
        STANDARD,
        OWN
    }

    /// A model that nobody here makes, and whose decoder knows everything.
    public ModelEntry(
            String id,
            String job,
            Tier tier,
            String file,
            long bytes,
            String sha256,
            String licence,
            String origin,
            @Nullable String url,
            List<TensorSpec> inputs,
            List<TensorSpec> outputs,
            String decoder) {
        this(id, job, tier, file, bytes, sha256, licence, origin, url, null, inputs, outputs, decoder, Map.of());
    }

    /// @throws IllegalArgumentException naming the model and what is wrong
    public ModelEntry {
        check(id != null, "?", "it has no id");
        present(id, "job", job);
        present(id, "tier", tier);
        present(id, "file", file);
        present(id, "sha256", sha256);
        present(id, "licence", licence);
        present(id, "origin", origin);
        present(id, "inputs", inputs);
        present(id, "outputs", outputs);
        present(id, "decoder", decoder);
        settings = present(id, settings);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        check(ID.matcher(id).matches(), id, "an id has lower-case letters, digits, '_', '.' and '-'");
        check(FILE.matcher(file).matches(), id, "the file '" + file + "' is not a path below the catalogue's folder");
        check(SHA256.matcher(sha256).matches(), id, "its sha256 is not 64 lower-case hexadecimal digits");
        check(bytes > 0, id, "it has no size");
        check(!inputs.isEmpty() && !outputs.isEmpty(), id, "it has no inputs or no outputs");
        boolean chosen = inputs.stream().anyMatch(TensorSpec::isFree);
        for (TensorSpec output : outputs) {
            check(
                    chosen || !output.isFree(),
                    id,
                    "its output '" + output.name() + "' has the shape " + output.shape()
                            + ", but no input leaves a size open");
        }
    }

    /// Whether it takes sequences: a size of an input is left open.
    public boolean isOfAnyLength() {
        return inputs.stream().anyMatch(TensorSpec::isFree);
    }

    /// A catalogue leaves settings out where there are none.
    private static Map<String, String> present(String id, @Nullable Map<String, String> settings) {
        if (settings == null) {
            return Map.of();
        }
        settings.forEach((name, value) -> present(id, "value of the setting '" + name + "'", value));
        return Map.copyOf(settings);
    }

    private static void present(String id, String name, @Nullable Object value) {
        check(value != null, id, "it has no " + name);
    }

    private static void check(boolean right, String id, String wrong) {
        if (!right) {
            throw new IllegalArgumentException("model '" + id + "' in the catalogue: " + wrong);
        }
    }
}
