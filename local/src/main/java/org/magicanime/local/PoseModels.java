package org.magicanime.local;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.inference.KnownInference;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.ModelClock;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.ModelMissingException;
import org.magicanime.inference.ModelRefusedException;
import org.magicanime.inference.files.ModelFiles;
import org.magicanime.inference.onnx.OnnxModels;
import org.magicanime.keypoint.model.EstimatorOptions;
import org.magicanime.keypoint.model.HolisticEstimator;

/// Looks at the models of the keypoint stage before the services start, so that what is wrong is said where a person
/// sees it.
final class PoseModels {
    private final Path folder;
    private final @Nullable String wrong;
    private final List<String> personDetectors;

    PoseModels(Path folder) {
        this.folder = folder;
        this.wrong = firstWrong(folder);
        this.personDetectors = wrong == null
                ? EstimatorOptions.PERSON_DETECTORS.stream()
                        .filter(id -> wrong(folder, id) == null)
                        .toList()
                : List.of();
    }

    private static @Nullable String firstWrong(Path folder) {
        for (String id : EstimatorOptions.DEFAULT.models()) {
            String wrong = wrong(folder, id);
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    private static @Nullable String wrong(Path folder, String id) {
        try {
            ModelEntry model = ModelCatalogue.in(folder).entry(id);
            new ModelFiles(folder).read(model);
            return null;
        } catch (ModelMissingException | ModelRefusedException e) {
            return e.getMessage();
        }
    }

    Path folder() {
        return folder;
    }

    /// What is wrong with a model that the stage cannot do without; null if nothing is.
    @Nullable
    String wrong() {
        return wrong;
    }

    /// As the keypoint stage estimates, with one thread for each run of a model.
    ///
    /// @param clock hears how long each run took
    /// @throws ModelMissingException if a model is not there, see {@link #wrong}
    /// @throws ModelRefusedException if a model is not the one that the catalogue means
    HolisticEstimator estimator(ModelClock clock) {
        ModelCatalogue catalogue = ModelCatalogue.in(folder);
        return new HolisticEstimator(
                catalogue,
                new OnnxModels(catalogue, new ModelFiles(folder), KnownInference.oneThread(folder), clock),
                EstimatorOptions.DEFAULT.counting(personDetectors));
    }

    /// Those that were fetched: they are used by all processes of one machine, or by none.
    List<String> personDetectors() {
        return personDetectors;
    }
}
