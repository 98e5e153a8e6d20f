package org.magicanime.inference;

/// Gives models that are ready to run.
public interface Models {
    /// @param id of the catalogue
    /// @throws ModelMissingException if its file is not there
    /// @throws ModelRefusedException if the file is not what the catalogue says, or cannot be run
    /// @throws IllegalArgumentException if the catalogue leaves a size open
    Model open(String id);

    /// Likewise, of a model that takes sequences: the catalogue leaves one size open.
    SequenceModel openSequence(String id);
}
