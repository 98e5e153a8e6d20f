package org.magicanime.audio.dsp;

/// Spectra of frames that follow each other.
///
/// @param frames how many
/// @param bins of each
/// @param re real parts, `[frames, bins]`
/// @param im imaginary parts, likewise
public record Spectrum(int frames, int bins, float[] re, float[] im) {
    public Spectrum {
        if (re.length != frames * bins || im.length != frames * bins) {
            throw new IllegalArgumentException("a spectrum of " + frames + " frames with " + bins
                    + " bins does not have " + re.length + " and " + im.length + " values");
        }
    }

    static Spectrum empty(int frames, int bins) {
        return new Spectrum(frames, bins, new float[frames * bins], new float[frames * bins]);
    }
}
