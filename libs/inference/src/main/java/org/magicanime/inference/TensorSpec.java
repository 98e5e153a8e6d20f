package org.magicanime.inference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One input or output of a model, as the catalogue describes it: float32, or an int64 scalar that
/// never changes.
///
/// @param name as the graph has it
/// @param shape sizes of all dimensions, each at least 1; one of them may be {@link #FREE}
/// @param layout of a picture: `NHWC` or `NCHW`; absent where it is none
/// @param colour of a picture: `RGB` or `BGR`
/// @param range smallest and largest value of a picture's channels: `[0, 1]`, `[-1, 1]`, `[0, 255]`
/// @param mean what is subtracted from samples in `range`, in the order of `colour`; absent where
///     nothing is
/// @param std what they are divided by then
/// @param int64 the value of an input that is an int64 scalar and always has it; absent where it is
///     float32
public record TensorSpec(
        String name,
        List<Long> shape,
        @Nullable String layout,
        @Nullable String colour,
        @Nullable List<Double> range,
        @Nullable List<Double> mean,
        @Nullable List<Double> std,
        @Nullable Long int64) {
    /// Stands for a size that each run may choose: the length of a sequence.
    public static final long FREE = -1;

    /// A tensor that is no picture.
    public TensorSpec(String name, List<Long> shape) {
        this(name, shape, null, null, null, null, null, null);
    }

    /// A picture.
    public TensorSpec(
            String name,
            List<Long> shape,
            @Nullable String layout,
            @Nullable String colour,
            @Nullable List<Double> range,
            @Nullable List<Double> mean,
            @Nullable List<Double> std) {
        this(name, shape, layout, colour, range, mean, std, null);
    }

    public TensorSpec {
        if (name == null || shape == null) {
            throw new IllegalArgumentException("a tensor of the catalogue has no name or no shape");
        }
        shape = List.copyOf(shape);
        range = copy(range);
        mean = copy(mean);
        std = copy(std);
        boolean isScalar = int64 != null;
        if (isScalar != shape.isEmpty() || shape.stream().anyMatch(size -> size < 1 && size != FREE)) {
            throw new IllegalArgumentException("the tensor '" + name + "' has the shape " + shape
                    + ": a catalogue needs the size of every dimension");
        }
        if (shape.stream().filter(size -> size == FREE).count() > 1) {
            throw new IllegalArgumentException(
                    "the tensor '" + name + "' has the shape " + shape + ": at most one size may be left open");
        }
    }

    private static @Nullable List<Double> copy(@Nullable List<Double> values) {
        return values == null ? null : List.copyOf(values);
    }

    /// Whether each run may choose a size.
    public boolean isFree() {
        return shape.contains(FREE);
    }

    /// The same with a size in place of the free one, if it has one.
    public TensorSpec ofLength(int length) {
        return new TensorSpec(
                name,
                shape.stream().map(size -> size == FREE ? length : size).toList(),
                layout,
                colour,
                range,
                mean,
                std,
                int64);
    }

    /// Values in it.
    ///
    /// @throws IllegalStateException if a size is free
    public int values() {
        if (isFree()) {
            throw new IllegalStateException("the tensor '" + name + "' has no size of its own");
        }
        return Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
    }

    /// The shape as ONNX Runtime wants it.
    public long[] sizes() {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }
}
