package org.magicanime.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/// The checkout in which tests run.
public final class ProjectFolder {
    private static final String MODELS = "models";

    private ProjectFolder() {}

    /// The folder with the catalogue and the starter models.
    public static Path models() {
        return root().resolve(MODELS);
    }

    /// A file of the folder `shared` beside the checkout, which a bare clone does not have.
    public static Path shared(String name) {
        return root().resolveSibling("shared").resolve(name);
    }

    private static Path root() {
        for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            if (Files.exists(here.resolve(MODELS).resolve("catalog.yaml"))) {
                return here;
            }
        }
        throw new IllegalStateException("this is no checkout of the project: there is no models/catalog.yaml");
    }
}
