package org.magicanime.inference;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/// Settings of inference.
@ConfigMapping(prefix = "inference")
public interface InferenceConfig {
    /// What models run on.
    enum Device {
        CPU,
        CUDA
    }

    /// The folder with `catalog.yaml` and the models.
    @WithDefault("models")
    Path modelsFolder();

    /// With `cuda` and no GPU, or a build without it, models run on the CPU, which is said once.
    @WithDefault("cpu")
    Device device();

    /// Threads of one run on the CPU. A service that works on several inputs at a time has as many runs at a time.
    @WithDefault("1")
    int threads();
}
