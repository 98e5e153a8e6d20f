package org.magicanime.inference;

/// A model that is loaded and takes sequences of any length: the size that the catalogue leaves open is
/// the same in all its tensors. Memory is made anew for each run. Not for more than one thread at a
/// time.
public interface SequenceModel extends AutoCloseable {
    /// What the catalogue says of it; its `sha256` is that of the bytes which run.
    ModelEntry entry();

    /// @param length of the sequence, at least 1
    /// @param inputs all of them by name, in the order of their shapes' dimensions
    /// @return all outputs of the catalogue, likewise
    /// @throws IllegalArgumentException if an input is missing, or has not as many values as its shape
    /// @throws ModelRefusedException if the graph fails, or an output has another size than the
    ///     catalogue says
    Tensors run(int length, Tensors inputs);

    @Override
    void close();
}
