package org.magicanime.audio.dsp.separation;

import java.util.function.UnaryOperator;

/// Takes a sound through a model piece by piece. The model sees a margin on either side of each piece, and what it says
/// of the margins is thrown away, so that no sample is at the edge of what it saw; what is kept of the pieces lies side
/// by side. As MDX-Net does it (Kim et al. 2021).
///
/// Needs memory for the sound twice and for one piece, however long the sound is.
public final class TrimmedPieces {
    private final int piece;
    private final int margin;

    /// @param piece samples that the model takes at a time
    /// @param margin samples on either side that are thrown away
    /// @throws IllegalArgumentException if nothing is left of a piece
    public TrimmedPieces(int piece, int margin) {
        if (margin < 0 || piece <= 2 * margin) {
            throw new IllegalArgumentException(
                    "nothing is left of a piece of " + piece + " samples without " + margin + " on either side");
        }
        this.piece = piece;
        this.margin = margin;
    }

    /// @param sound `[channels, samples]`
    /// @param model gives as many channels and samples as it is given
    /// @return as long as the sound, aligned
    public float[][] through(float[][] sound, UnaryOperator<float[][]> model) {
        int length = Pieces.length(sound);
        int kept = piece - 2 * margin;
        float[][] result = new float[sound.length][length];
        for (int from = 0; from < length; from += kept) {
            float[][] answer = model.apply(Pieces.of(sound, from - margin, piece));
            for (int channel = 0; channel < sound.length; channel++) {
                System.arraycopy(answer[channel], margin, result[channel], from, Math.min(kept, length - from));
            }
        }
        return result;
    }
}
