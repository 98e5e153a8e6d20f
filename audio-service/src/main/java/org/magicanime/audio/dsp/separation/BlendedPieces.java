package org.magicanime.audio.dsp.separation;

import java.util.function.UnaryOperator;

/// Takes a sound through a model in pieces that overlap, and blends what it says of them with weights that rise to the
/// middle of a piece and fall again in straight lines. As Demucs does it (Défossez 2021), but for its random shifts.
///
/// What is left for the last piece, or of a sound that is shorter than a piece, lies in the middle of one: before it
/// there is as much of the sound as there is, and silence around that.
///
/// Needs memory for the sound twice and for one piece, however long the sound is.
public final class BlendedPieces {
    private final int piece;
    private final int stride;

    /// @param piece samples that the model takes at a time
    /// @param overlap share of a piece that the next one has, too: 0 to less than 1
    public BlendedPieces(int piece, double overlap) {
        this.piece = piece;
        this.stride = (int) ((1 - overlap) * piece);
        if (!(overlap >= 0) || stride < 1) {
            throw new IllegalArgumentException(
                    "pieces of " + piece + " samples do not overlap by a share of " + overlap);
        }
    }

    /// @param sound `[channels, samples]`
    /// @param model gives as many channels and samples as it is given
    /// @return as long as the sound, aligned
    public float[][] through(float[][] sound, UnaryOperator<float[][]> model) {
        int length = Pieces.length(sound);
        float[][] result = new float[sound.length][length];
        for (int from = 0; from < length; from += stride) {
            int left = Math.min(piece, length - from);
            int before = (piece - left) / 2;
            float[][] answer = model.apply(Pieces.of(sound, from - before, piece));
            for (int i = 0; i < left; i++) {
                double share = weight(i) / allWeights(from + i);
                for (int channel = 0; channel < sound.length; channel++) {
                    result[channel][from + i] += (float) (share * answer[channel][before + i]);
                }
            }
        }
        return result;
    }

    private double weight(int at) {
        return Math.min(at + 1, piece - at);
    }

    /// Of all pieces that have this sample.
    private double allWeights(int sample) {
        double sum = 0;
        for (int from = sample / stride * stride; from >= 0 && from > sample - piece; from -= stride) {
            sum += weight(sample - from);
        }
        return sum;
    }
}
