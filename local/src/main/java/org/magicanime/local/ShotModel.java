package org.magicanime.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.magicanime.inference.InferenceConfig.Device;
import org.magicanime.inference.KnownInference;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.files.ModelFiles;
import org.magicanime.inference.onnx.OnnxModels;
import org.magicanime.segment.model.OnnxShotNetwork;

/// The project's network that finds shots, or none.
///
/// @param network closed with this
record ShotModel(@Nullable OnnxShotNetwork network) implements AutoCloseable {
    static final ShotModel NONE = new ShotModel(null);

    /// On all cores: nothing else runs.
    ///
    /// @throws org.magicanime.inference.ModelMissingException if it is not there; says how to make it
    static ShotModel open() {
        Path folder = LocalSystem.home().resolve("models");
        KnownInference inference =
                new KnownInference(folder, Device.CPU, Runtime.getRuntime().availableProcessors());
        return new ShotModel(new OnnxShotNetwork(
                new OnnxModels(ModelCatalogue.in(folder), new ModelFiles(folder), inference, (model, nanos) -> {})));
    }

    @Override
    public void close() {
        if (network != null) {
            network.close();
        }
    }
}
