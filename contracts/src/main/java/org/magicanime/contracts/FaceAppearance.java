package org.magicanime.contracts;

import java.util.List;

/// What a face looks like over a whole face clip, as numbers that can be compared.
///
/// @param method what made the numbers: those of different methods cannot be compared
/// @param values of the face; scaled so that faces of one character are mostly less than 1 apart (Euclidean distance),
///     and those of two mostly more
public record FaceAppearance(String method, List<Double> values) {
    private static final int LONGEST_METHOD = 100;
    private static final int MOST_VALUES = 1024;

    public FaceAppearance {
        Checks.text(method, "method", LONGEST_METHOD);
        values = List.copyOf(Checks.present(values, "values"));
        Checks.that(
                !values.isEmpty() && values.size() <= MOST_VALUES, "values must be 1 to " + MOST_VALUES + " numbers");
        Checks.that(values.stream().allMatch(Double::isFinite), "values must be finite");
    }

    /// Euclidean distance: about 1 between what may just be one character.
    ///
    /// @throws IllegalArgumentException if the other's numbers mean something else
    public double distanceTo(FaceAppearance other) {
        if (!other.method.equals(method) || other.values.size() != values.size()) {
            throw new IllegalArgumentException(
                    "an appearance by " + method + " cannot be compared with one by " + other.method);
        }
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            double apart = values.get(i) - other.values.get(i);
            sum += apart * apart;
        }
        return Math.sqrt(sum);
    }
}
