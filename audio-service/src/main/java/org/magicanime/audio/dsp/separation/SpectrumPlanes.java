package org.magicanime.audio.dsp.separation;

import java.nio.FloatBuffer;
import org.magicanime.audio.dsp.Spectrum;

/// The tensor of MDX-Net, `[1, 4, bins, frames]`: real and imaginary parts of the left channel's spectrum, then of the
/// right one's, of its lowest bins.
///
/// @param bins that the model takes; it says nothing of those above, which are silent then
/// @param frames that it takes
/// @param silent how many of the lowest bins it is shown as silence
public record SpectrumPlanes(int bins, int frames, int silent) {
    public SpectrumPlanes {
        if (bins < 1 || frames < 1 || silent < 0 || silent > bins) {
            throw new IllegalArgumentException("there are no planes of " + bins + " bins and " + frames + " frames, "
                    + silent + " of them silent");
        }
    }

    /// @param spectrum of the channel, as many frames
    /// @param channel 0 is left, 1 right
    public void write(Spectrum spectrum, int channel, FloatBuffer tensor) {
        int re = 2 * channel * bins * frames;
        int im = re + bins * frames;
        for (int bin = 0; bin < bins; bin++) {
            for (int frame = 0; frame < frames; frame++) {
                int to = bin * frames + frame;
                int from = frame * spectrum.bins() + bin;
                tensor.put(re + to, bin < silent ? 0 : spectrum.re()[from]);
                tensor.put(im + to, bin < silent ? 0 : spectrum.im()[from]);
            }
        }
    }

    /// @param allBins of the spectrum
    public Spectrum read(FloatBuffer tensor, int channel, int allBins) {
        float[] re = new float[frames * allBins];
        float[] im = new float[frames * allBins];
        int plane = 2 * channel * bins * frames;
        for (int bin = 0; bin < bins; bin++) {
            for (int frame = 0; frame < frames; frame++) {
                int from = plane + bin * frames + frame;
                re[frame * allBins + bin] = tensor.get(from);
                im[frame * allBins + bin] = tensor.get(from + bins * frames);
            }
        }
        return new Spectrum(frames, allBins, re, im);
    }
}
