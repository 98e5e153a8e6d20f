package org.magicanime.numpy;

import java.util.List;

/// An array of 32-bit numbers.
///
/// @param shape length along each dimension, at least one of them
/// @param values in C order: the last index changes fastest
public record FloatArray(List<Integer> shape, float[] values) {
    public FloatArray {
        shape = List.copyOf(shape);
        long size = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        if (shape.isEmpty() || shape.stream().anyMatch(length -> length < 0) || size != values.length) {
            throw new IllegalArgumentException(
                    "an array of the shape " + shape + " does not have " + values.length + " values");
        }
    }
}
