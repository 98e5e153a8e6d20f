package org.magicanime.facecrop.model;

import java.nio.file.Path;
import java.util.Optional;
import org.magicanime.inference.KnownInference;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.files.ModelFiles;
import org.magicanime.inference.onnx.OnnxModels;
import org.magicanime.testkit.ProjectFolder;

/// The starter models of this repository.
public final class ProjectFaceModels {
    private ProjectFaceModels() {}

    public static Path folder() {
        return ProjectFolder.models();
    }

    public static CatalogueFaceModels open() {
        ModelCatalogue catalogue = ModelCatalogue.in(folder());
        return new CatalogueFaceModels(
                catalogue,
                new OnnxModels(
                        catalogue, new ModelFiles(folder()), KnownInference.oneThread(folder()), (model, nanos) -> {}),
                Optional.empty());
    }
}
