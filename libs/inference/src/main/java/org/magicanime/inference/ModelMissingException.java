package org.magicanime.inference;

import java.nio.file.Path;

/// A model of the catalogue whose file is not there.
public final class ModelMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelMissingException(ModelEntry model, Path file) {
        super("the model '" + model.id() + "' is not at " + file + ". " + remedy(model));
    }

    private static String remedy(ModelEntry model) {
        String pull = "./magicanime models pull " + model.id();
        if (model.url() != null) {
            return "Fetch it with: " + pull;
        }
        String recipe = model.recipe();
        String make = recipe == null ? "" : "Make it with: " + recipe + ". Or fetch it with: ";
        return (make.isEmpty() ? "Fetch it with: " : make) + pull + " --from FOLDER, a folder that has it";
    }
}
