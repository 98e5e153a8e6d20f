package org.magicanime.inference;

/// Hears how long models run.
@FunctionalInterface
public interface ModelClock {
    /// @param model the id
    /// @param nanos of one run
    void ran(String model, long nanos);
}
