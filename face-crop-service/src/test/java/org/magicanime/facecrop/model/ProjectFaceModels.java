package org.magicanime.facecrop.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.magicanime.inference.KnownInference;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.files.ModelFiles;
import org.magicanime.inference.onnx.OnnxModels;

/// The starter models of this repository.
public final class ProjectFaceModels {
    private ProjectFaceModels() {}

    public static Path folder() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(above -> above.resolve("models"))
                .filter(above -> Files.exists(above.resolve(ModelCatalogue.FILE)))
                .findFirst()
                .orElseThrow();
    }

    public static MeshFaceModels open() {
        ModelCatalogue catalogue = ModelCatalogue.in(folder());
        return new MeshFaceModels(
                catalogue,
                new OnnxModels(
                        catalogue, new ModelFiles(folder()), KnownInference.oneThread(folder()), (model, nanos) -> {}),
                Optional.empty());
    }
}
