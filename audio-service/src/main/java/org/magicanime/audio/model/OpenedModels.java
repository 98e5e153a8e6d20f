package org.magicanime.audio.model;

import java.util.ArrayList;
import java.util.List;
import org.magicanime.inference.Model;
import org.magicanime.inference.Models;
import org.magicanime.inference.SequenceModel;

/// Remembers what is opened, so that all of it can be closed, also where a later one cannot be opened: what waits for
/// models tries again and again, and each try would leave its sessions behind. Not for more than one thread at a time.
final class OpenedModels implements Models, AutoCloseable {
    private final Models models;
    private final List<Runnable> closing = new ArrayList<>();

    /// @param models opens them
    OpenedModels(Models models) {
        this.models = models;
    }

    @Override
    public Model open(String id) {
        Model model = models.open(id);
        closing.add(model::close);
        return model;
    }

    @Override
    public SequenceModel openSequence(String id) {
        SequenceModel model = models.openSequence(id);
        closing.add(model::close);
        return model;
    }

    /// One that cannot be closed keeps no other one open.
    ///
    /// @throws IllegalStateException with what was thrown, if there was such a one
    @Override
    public void close() {
        IllegalStateException failure = new IllegalStateException("not all models can be closed");
        for (Runnable each : closing.reversed()) {
            try {
                each.run();
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
            }
        }
        closing.clear();
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }
}
