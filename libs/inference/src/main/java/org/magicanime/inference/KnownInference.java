package org.magicanime.inference;

import java.nio.file.Path;

/// Settings that a program knows by itself, with no configuration to read.
///
/// @param modelsFolder the folder with `catalog.yaml` and the models
/// @param device what models run on
/// @param threads of one run on the CPU
public record KnownInference(Path modelsFolder, Device device, int threads) implements InferenceConfig {

    /// One thread of the CPU: the same input gives the same bits.
    public static KnownInference oneThread(Path modelsFolder) {
        return new KnownInference(modelsFolder, Device.CPU, 1);
    }
}
