package org.magicanime.audio.domain;

/// How strongly noise is taken away: only as much as the sound needs, since cleaning costs clean speech
/// something.
public enum Cleaning {
    /// The sound stays as it is.
    NONE(1),
    /// Noise becomes at most 12 dB quieter.
    LIGHT(Math.pow(10, -12 / 20.0)),
    /// Whatever is taken for noise is taken away.
    FULL(0);

    private final double left;

    Cleaning(double left) {
        this.left = left;
    }

    /// @param noisy the sound
    /// @param clean what the cleaner made of it, as long
    public float[] of(float[] noisy, float[] clean) {
        float[] mixed = new float[noisy.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (float) ((1 - left) * clean[i] + left * noisy[i]);
        }
        return mixed;
    }
}
