package org.magicanime.shots;

/// A fade or a dissolve that was seen.
///
/// @param toBlank whether a fade ends in one colour
/// @param first the first frame that is a mixture
/// @param end the one after the last
/// @param change mean |difference| of luma of both sides, 0 to 255
/// @param structure 1 − correlation of gradients of both sides
/// @param residual mean share of the change that is no mixture, 0 to 1
record Gradual(boolean isFade, boolean toBlank, int first, int end, double change, double structure, double residual) {
    /// How steep it is: of windows upon the same transition, the steepest fits it best.
    double steepness() {
        return change / Math.sqrt(end - first);
    }

    int begins() {
        if (isFade) {
            return toBlank ? end : first;
        }
        return (first + end) / 2;
    }

    boolean overlaps(Gradual other) {
        return first < other.end && other.first < end;
    }
}
