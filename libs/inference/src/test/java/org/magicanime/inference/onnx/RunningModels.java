package org.magicanime.inference.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.magicanime.inference.KnownInference;
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
                ModelCatalogue.in(folder),
                new ModelFiles(folder),
                KnownInference.oneThread(folder),
                (model, nanos) -> {});
    }

    /// Models that are not in the repository, from a mirror folder beside the checkout; without it the test is skipped.
    ///
    /// @param folder where they are put
    public static Models standard(Path folder, String... ids) throws IOException {
        ModelCatalogue catalogue = ModelCatalogue.in(TestPictures.models());
        ModelFiles files = new ModelFiles(folder);
        for (String id : ids) {
            Path file = TestPictures.sharedFile("models/standard/" + id + ".onnx");
            try (InputStream content = Files.newInputStream(file)) {
                files.put(catalogue.entry(id), content);
            }
        }
        return new OnnxModels(catalogue, files, KnownInference.oneThread(folder), (model, nanos) -> {});
    }
}
