package org.magicanime.audio.model;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.magicanime.inference.KnownInference;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.Models;
import org.magicanime.inference.files.ModelFiles;
import org.magicanime.inference.onnx.OnnxModels;
import org.magicanime.testkit.ProjectFolder;
import org.magicanime.video.sound.Resampling;
import org.magicanime.video.sound.Sound;
import org.magicanime.video.sound.SoundFile;

/// The project's models on one thread, and the recordings on which numbers were measured.
public final class ProjectModels {
    private ProjectModels() {}

    /// The folder with the catalogue.
    public static Path folder() {
        return ProjectFolder.models();
    }

    public static Models starter() {
        Path folder = folder();
        return models(folder, ModelCatalogue.in(folder));
    }

    /// A model that is not in the repository, from a mirror folder beside the checkout; without it the
    /// test is skipped.
    ///
    /// @param folder where it is put
    static Models standard(Path folder, String id) throws IOException {
        ModelCatalogue catalogue = ModelCatalogue.in(folder());
        try (InputStream content = Files.newInputStream(shared("models/standard/" + id + ".onnx"))) {
            new ModelFiles(folder).put(catalogue.entry(id), content);
        }
        return models(folder, catalogue);
    }

    private static Models models(Path folder, ModelCatalogue catalogue) {
        return new OnnxModels(
                catalogue, new ModelFiles(folder), KnownInference.oneThread(folder), (model, nanos) -> {});
    }

    /// A recording as one channel at a rate.
    public static float[] recording(String name, int rate) {
        Sound sound = SoundFile.read(shared("cartoons/audio/" + name));
        return Resampling.of(sound.samples(), sound.rate(), rate);
    }

    /// A file of the folder beside the checkout, which a bare clone does not have: then the test is
    /// skipped.
    public static Path shared(String name) {
        Path file = ProjectFolder.shared(name);
        assumeTrue(Files.exists(file), "skipped: shared/" + name + " is not beside the checkout");
        return file;
    }
}
