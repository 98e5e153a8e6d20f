package org.magicanime.inference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One float32 input or output of a model, as the catalogue describes it.
///
/// @param name as the graph has it
/// @param shape sizes of all dimensions, each at least 1
/// @param layout of a picture: `NHWC` or `NCHW`; absent where it is none
/// @param colour of a picture: `RGB` or `BGR`
/// @param range smallest and largest value of a picture's channels: `[0, 1]`, `[-1, 1]`, `[0, 255]`
/// @param mean what is subtracted from samples in `range`, in the order of `colour`; absent where nothing is
/// @param std what they are divided by then
public record TensorSpec(
        String name,
        List<Long> shape,
        @Nullable String layout,
        @Nullable String colour,
        @Nullable List<Double> range,
        @Nullable List<Double> mean,
        @Nullable List<Double> std) {

    /// A tensor that is no picture.
    public TensorSpec(String name, List<Long> shape) {
        this(name, shape, null, null, null, null, null);
    }

    public TensorSpec {
        if (name == null || shape == null) {
            throw new IllegalArgumentException("a tensor of the catalogue has no name or no shape");
        }
        shape = List.copyOf(shape);
        range = copy(range);
        mean = copy(mean);
        std = copy(std);
        if (shape.isEmpty() || shape.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("the tensor '" + name + "' has the shape " + shape
                    + ": a catalogue needs the size of every dimension");
        }
    }

    private static @Nullable List<Double> copy(@Nullable List<Double> values) {
        return values == null ? null : List.copyOf(values);
    }

    /// Values in it.
    public int values() {
        return Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
    }

    /// The shape as ONNX Runtime wants it.
    public long[] sizes() {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }
}
