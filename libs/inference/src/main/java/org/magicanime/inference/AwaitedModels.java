package org.magicanime.inference;

import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Busy;

/// What works with models, as soon as they are there and right. Until then items wait: what is wrong with a model, or
/// with the catalogue, says nothing about them, and other stages go on.
///
/// @param <T> what the models are opened for
public final class AwaitedModels<T extends AutoCloseable> implements Supplier<T>, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(AwaitedModels.class);

    private final String stage;
    private final Supplier<? extends T> opening;
    private @Nullable T open;
    private @Nullable String wrong;

    /// @param stage whose items wait, as its log says
    /// @param opening loads the models
    public AwaitedModels(String stage, Supplier<? extends T> opening) {
        this.stage = stage;
        this.opening = opening;
    }

    /// @throws WaitingForModelsException while a model or the catalogue is missing or refused; each call looks again
    @Override
    public synchronized T get() {
        T known = open;
        if (known != null) {
            return known;
        }
        try {
            T opened = opening.get();
            open = opened;
            if (wrong != null) {
                LOG.infof("the models of %s are there now", stage);
            }
            wrong = null;
            return opened;
        } catch (ModelMissingException | ModelRefusedException | IllegalArgumentException | UncheckedIOException e) {
            String message = String.valueOf(e.getMessage());
            if (!message.equals(wrong)) {
                LOG.errorf("items of %s wait until this is mended, while other stages go on: %s", stage, message);
            }
            wrong = message;
            throw new WaitingForModelsException(message, e);
        }
    }

    /// Loads the models before the first item comes, and says at once what is wrong with them.
    public void open() {
        try {
            get();
        } catch (WaitingForModelsException e) {
            LOG.debugf(e, "%s has said why it waits", stage);
        }
    }

    @Override
    public synchronized void close() {
        T known = open;
        open = null;
        if (known != null) {
            try {
                known.close();
            } catch (Exception e) {
                throw new IllegalStateException("the models of " + stage + " cannot be closed", e);
            }
        }
    }

    /// Not the item's fault.
    static final class WaitingForModelsException extends RuntimeException implements Busy {
        private static final long serialVersionUID = 1L;

        WaitingForModelsException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
