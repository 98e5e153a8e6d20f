package org.magicanime.inference;

import java.nio.FloatBuffer;

/// A model that is loaded and has been run once. Inputs and outputs are memory that stays: write the inputs, run, read
/// the outputs. Not for more than one thread at a time.
public interface Model extends AutoCloseable {
    /// What the catalogue says of it; its `sha256` is that of the bytes which run.
    ModelEntry entry();

    /// @param name of an input
    /// @return all its values, in the order of its shape's dimensions; position 0, limit at the end
    /// @throws IllegalArgumentException if the catalogue has no input of this name
    FloatBuffer input(String name);

    /// Computes the outputs of what is in the inputs.
    ///
    /// @throws ModelRefusedException if the graph fails
    void run();

    /// @param name of an output
    /// @return its values as of the last {@link #run()}, until the next
    /// @throws IllegalArgumentException if the catalogue has no output of this name
    FloatBuffer output(String name);

    @Override
    void close();
}
