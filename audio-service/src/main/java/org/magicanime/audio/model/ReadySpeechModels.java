package org.magicanime.audio.model;

import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.magicanime.audio.domain.SpeechModels;
import org.magicanime.contracts.Busy;
import org.magicanime.inference.ModelMissingException;
import org.magicanime.inference.ModelRefusedException;

/// The models, as soon as they are there and right. Until then clips wait: what is wrong with a model says
/// nothing about them, and other stages go on.
public final class ReadySpeechModels implements Supplier<SpeechModels>, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ReadySpeechModels.class);

    private final Supplier<OnnxSpeechModels> opening;
    private @Nullable OnnxSpeechModels open;
    private @Nullable String wrong;

    /// @param opening loads the models
    public ReadySpeechModels(Supplier<OnnxSpeechModels> opening) {
        this.opening = opening;
    }

    /// @throws WaitingForModelsException while a model is missing or refused; each call looks again
    @Override
    public synchronized SpeechModels get() {
        if (open == null) {
            try {
                open = opening.get();
                if (wrong != null) {
                    LOG.info("the models for sound are there now");
                }
                wrong = null;
            } catch (ModelMissingException | ModelRefusedException e) {
                String message = String.valueOf(e.getMessage());
                if (!message.equals(wrong)) {
                    LOG.errorf("%s Face clips wait until that is mended; other stages go on.", message);
                }
                wrong = message;
                throw new WaitingForModelsException(message, e);
            }
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    /// Not the clip's fault.
    static final class WaitingForModelsException extends RuntimeException implements Busy {
        private static final long serialVersionUID = 1L;

        WaitingForModelsException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
