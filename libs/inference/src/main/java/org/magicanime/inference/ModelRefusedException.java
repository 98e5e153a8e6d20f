package org.magicanime.inference;

import org.jspecify.annotations.Nullable;

/// A model file that is not what the catalogue says, or that cannot be run.
public final class ModelRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelRefusedException(String id, String wrong, @Nullable Throwable cause) {
        super("the model '" + id + "' is refused: " + wrong, cause);
    }
}
