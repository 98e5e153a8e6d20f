package org.magicanime.inference;

import java.nio.file.Path;

/// A model of the catalogue whose file is not there.
public final class ModelMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelMissingException(ModelEntry model, Path file) {
        super("the model '" + model.id() + "' is not at " + file + ". Fetch it with: ./magicanime models pull "
                + model.id() + (model.url() == null ? " --from FOLDER, a folder that has it" : ""));
    }
}
