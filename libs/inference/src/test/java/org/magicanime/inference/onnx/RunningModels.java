package org.magicanime.inference.onnx;

import java.nio.file.Path;
import org.magicanime.inference.InferenceConfig;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.Models;
import org.magicanime.inference.TestPictures;
import org.magicanime.inference.files.ModelFiles;

/// The project's models, on one thread of the CPU.
public final class RunningModels {
    private RunningModels() {}

    public static Models starter() {
        Path folder = TestPictures.models();
        return new OnnxModels(
                ModelCatalogue.in(folder), new ModelFiles(folder), new OneThread(folder), (model, nanos) -> {});
    }

    private record OneThread(Path modelsFolder) implements InferenceConfig {
        @Override
        public Device device() {
            return Device.CPU;
        }

        @Override
        public int threads() {
            return 1;
        }
    }
}
