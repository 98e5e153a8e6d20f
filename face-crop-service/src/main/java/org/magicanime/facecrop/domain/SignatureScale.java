package org.magicanime.facecrop.domain;

/// What each number of a signature is divided by: how much it varies within one character from shot to shot, a
/// weight of what it belongs to, and a common factor that makes 1 the distance which one in a hundred pairs of
/// different people comes below.
///
/// Measured on 600 shots of 150 drawn people ({@code SignatureCalibration}); the variation is rounded up to
/// what light does to solid bodies, which drawn films have less of.
final class SignatureScale {
    private static final double ONE = 2.5;

    private SignatureScale() {}

    /// Numbers of one kind.
    ///
    /// @param variation within one character, of each in turn; repeated where there are more numbers
    /// @param weight of the kind
    record Kind(double weight, double... variation) {
        /// @param count how many numbers are of the kind
        void scale(double[] values, int from, int count) {
            for (int i = 0; i < count; i++) {
                values[from + i] *= weight / (variation[i % variation.length] * Math.sqrt(count) * ONE);
            }
        }
    }

    /// In L*, a*, b*.
    static final Kind SKIN = new Kind(1, 5, 3, 3.5);

    static final Kind HAIR = new Kind(1, 4, 3, 3);
    static final Kind EYES = new Kind(0.5, 7, 4, 4);
    static final Kind LIPS = new Kind(0.4, 6, 4, 4);
    static final Kind BROWS = new Kind(0.4, 6, 4, 4);
    static final Kind MAP = new Kind(0.6, 12, 8, 8);
    /// In sizes of the face.
    static final Kind SHAPES = new Kind(0.4, 0.02, 0.015, 0.015, 0.015);
}
