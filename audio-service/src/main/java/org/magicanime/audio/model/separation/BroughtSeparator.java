package org.magicanime.audio.model.separation;

import java.util.Map;
import java.util.TreeMap;
import org.magicanime.audio.domain.VoiceSeparator;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.Models;

/// A separation model that a user has put into the catalogue, with the decoder `mdx` or `htdemucs`.
public final class BroughtSeparator implements VoiceSeparator, AutoCloseable {
    private static final String SETTING = "speech.separation";

    private final Separation separation;

    private BroughtSeparator(Separation separation) {
        this.separation = separation;
    }

    /// Before the file is looked for, its entry is looked through.
    ///
    /// @param models of the same catalogue as the entry
    /// @throws IllegalArgumentException naming the model and what is wrong in its entry
    /// @throws org.magicanime.inference.ModelMissingException if its file is not there
    /// @throws org.magicanime.inference.ModelRefusedException if it is not what the catalogue says
    public static BroughtSeparator open(Models models, ModelEntry entry) {
        return new BroughtSeparator(
                switch (entry.decoder()) {
                    case "mdx" -> new MdxSeparator(entry, models);
                    case "htdemucs" -> new HtdemucsSeparator(entry, models);
                    default ->
                        throw new IllegalArgumentException("model '" + entry.id() + "' has the decoder '"
                                + entry.decoder() + "'; separation models have 'mdx' or 'htdemucs'");
                });
    }

    @Override
    public float[][] voice(float[][] sides) {
        return separation.voice(sides);
    }

    @Override
    public String model() {
        return separation.entry().id();
    }

    @Override
    public String sha256() {
        return separation.entry().sha256();
    }

    /// The same file with other settings, another of its outputs, or other sizes where its graph leaves them open,
    /// answers otherwise.
    @Override
    public Map<String, String> parameters() {
        ModelEntry entry = separation.entry();
        Map<String, String> all = new TreeMap<>();
        all.put(SETTING, entry.id());
        all.put("model." + entry.id(), entry.sha256());
        all.put(SETTING + ".decoder", entry.decoder());
        all.put(SETTING + ".shape", entry.inputs().getFirst().shape().toString());
        all.put(SETTING + ".output", entry.outputs().getFirst().name());
        separation.settings().forEach((name, value) -> all.put(SETTING + "." + name, value));
        return all;
    }

    @Override
    public void close() {
        separation.close();
    }
}
