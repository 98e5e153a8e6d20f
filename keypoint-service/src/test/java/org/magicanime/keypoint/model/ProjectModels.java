package org.magicanime.keypoint.model;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.magicanime.inference.KnownInference;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.files.ModelFiles;
import org.magicanime.inference.onnx.OnnxModels;
import org.magicanime.testkit.ProjectFolder;

/// The models of the repository, and what lies beside it.
public final class ProjectModels {
    private ProjectModels() {}

    /// The folder of the repository's models.
    public static Path folder() {
        return ProjectFolder.models();
    }

    /// With the starter models that lie in `models`, or in another folder with their catalogue.
    public static HolisticEstimator estimator(Path models, EstimatorOptions options) {
        ModelCatalogue catalogue = ModelCatalogue.in(models);
        return new HolisticEstimator(
                catalogue,
                new OnnxModels(
                        catalogue, new ModelFiles(models), KnownInference.oneThread(models), (model, nanos) -> {}),
                options);
    }

    /// A file of the folder beside the checkout, which a bare clone does not have: then the test is skipped.
    static Path shared(String name) {
        Path file = ProjectFolder.shared(name);
        assumeTrue(Files.exists(file), "skipped: shared/" + name + " is not beside the checkout");
        return file;
    }
}
