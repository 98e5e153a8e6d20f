package org.magicanime.shots;

/// The last pictures of a film.
final class Pictures {
    /// How far back the last picture can be compared.
    static final int KEPT = 120;

    private final Picture[] ring = new Picture[KEPT + 1];

    Pictures() {
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new Picture();
        }
    }

    /// @param frame the next, or one of the last {@link #KEPT}
    Picture at(int frame) {
        return ring[frame % ring.length];
    }
}
