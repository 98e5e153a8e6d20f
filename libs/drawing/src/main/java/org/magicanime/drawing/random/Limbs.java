package org.magicanime.drawing.random;

/// One side of the body.
///
/// @param hand the direction in which the hand points, of length 1
/// @param foot the direction from the heel to the toes, of length 1
record Limbs(Vec shoulder, Vec elbow, Vec wrist, Vec hand, Vec hip, Vec knee, Vec ankle, Vec foot) {
    Limbs placed(double scale, Vec shift) {
        return new Limbs(
                shoulder.times(scale).plus(shift),
                elbow.times(scale).plus(shift),
                wrist.times(scale).plus(shift),
                hand,
                hip.times(scale).plus(shift),
                knee.times(scale).plus(shift),
                ankle.times(scale).plus(shift),
                foot);
    }
}
