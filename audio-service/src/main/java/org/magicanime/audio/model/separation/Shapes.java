package org.magicanime.audio.model.separation;

import java.nio.FloatBuffer;
import java.util.List;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.ModelRefusedException;
import org.magicanime.inference.TensorSpec;

/// What tensors of separation models have to be.
final class Shapes {
    /// Stands for a size that the entry chooses.
    static final long ANY = -1;

    /// So that numbers of values, bytes and samples are ints.
    private static final double MOST_VALUES = 1 << 28;

    private Shapes() {}

    /// Whether there is one tensor, of this shape and of a size that can be held.
    static boolean isOf(List<TensorSpec> tensors, long... shape) {
        if (tensors.size() != 1
                || tensors.getFirst().shape().size() != shape.length
                || tensors.getFirst().isFree()) {
            return false;
        }
        double values = 1;
        for (int i = 0; i < shape.length; i++) {
            long size = tensors.getFirst().shape().get(i);
            if (shape[i] != ANY && size != shape[i]) {
                return false;
            }
            values *= size;
        }
        return values <= MOST_VALUES;
    }

    /// @param wanted the shape, in words
    /// @param tensors what the entry has
    /// @throws IllegalArgumentException naming the model and both, unless it is right
    static void require(ModelEntry entry, boolean right, String wanted, List<TensorSpec> tensors) {
        if (!right) {
            throw new IllegalArgumentException("model '" + entry.id() + "' in the catalogue: the decoder '"
                    + entry.decoder() + "' needs one " + wanted + ", not "
                    + tensors.stream().map(TensorSpec::shape).toList());
        }
    }

    /// @throws ModelRefusedException if an answer has something else
    static void requireNumbers(ModelEntry entry, FloatBuffer answer) {
        for (int i = 0; i < answer.limit(); i++) {
            if (!Float.isFinite(answer.get(i))) {
                throw new ModelRefusedException(entry.id(), "it answered with what is no number", null);
            }
        }
    }
}
