package org.magicanime.contracts;

/// An exact ratio, such as a frame rate of 24000/1001 frames per second or a time base of 1/90000 seconds.
///
/// @param numerator not negative
/// @param denominator at least 1
public record Rational(long numerator, long denominator) {
    public Rational {
        Checks.that(numerator >= 0, "numerator must not be negative");
        Checks.that(denominator >= 1, "denominator must be at least 1");
    }

    public double asDouble() {
        return (double) numerator / denominator;
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
