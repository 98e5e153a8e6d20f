package org.magicanime.segment.domain;

/// A network that says of each frame how likely it is the last of a shot. For one film at a time.
public interface ShotNetwork {
    /// Pixels of a picture that it looks at.
    int WIDTH = 48;

    int HEIGHT = 27;

    /// SHA-256 of the model that runs.
    String sha256();

    /// Begins a film.
    Scoring begin();

    /// One film, whose pictures come in order.
    interface Scoring {
        /// @param rgb whole pictures of {@link #WIDTH} × {@link #HEIGHT}, three bytes a pixel, row by row
        void add(byte[] rgb);

        /// To be called once, after the last picture.
        ///
        /// @return of each frame, 0 to 1
        float[] finish();
    }
}
