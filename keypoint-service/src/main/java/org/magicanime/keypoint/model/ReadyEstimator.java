package org.magicanime.keypoint.model;

import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Busy;
import org.magicanime.inference.ModelMissingException;
import org.magicanime.inference.ModelRefusedException;
import org.magicanime.keypoint.domain.PoseEstimator;

/// The estimator, as soon as its models are there and right. Until then clips wait: what is wrong with a model says
/// nothing about them, and other stages go on.
public final class ReadyEstimator implements Supplier<PoseEstimator>, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ReadyEstimator.class);

    private final Supplier<HolisticEstimator> opening;
    private @Nullable HolisticEstimator open;
    private @Nullable String wrong;

    /// @param opening loads the models
    public ReadyEstimator(Supplier<HolisticEstimator> opening) {
        this.opening = opening;
    }

    /// @throws WaitingForModelsException while a model is missing or refused; each call looks again
    @Override
    public synchronized PoseEstimator get() {
        if (open == null) {
            try {
                open = opening.get();
                if (wrong != null) {
                    LOG.info("the models are there now");
                }
                wrong = null;
            } catch (ModelMissingException | ModelRefusedException e) {
                String message = String.valueOf(e.getMessage());
                if (!message.equals(wrong)) {
                    LOG.errorf("%s Clips wait until that is mended; other stages go on.", message);
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
