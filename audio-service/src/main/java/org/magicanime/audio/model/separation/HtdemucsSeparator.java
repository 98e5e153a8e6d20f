package org.magicanime.audio.model.separation;

import java.nio.FloatBuffer;
import java.util.Map;
import org.magicanime.audio.dsp.separation.BlendedPieces;
import org.magicanime.audio.dsp.separation.MixLevel;
import org.magicanime.inference.Model;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.Models;

/// A model of the kind of HTDemucs (Rouard et al. 2023), exported with its transforms inside: samples in,
/// `[1, 2, samples]`, samples of several stems out, `[1, stems, 2, samples]`.
///
/// Settings of the entry: `voice`, which of the stems is the voice, counted from 0; `overlap`, see
/// {@link BlendedPieces} (0.25).
final class HtdemucsSeparator implements Separation {
    private static final int SIDES = 2;
    /// Enough for the next one to be later, however much of a piece it shares.
    private static final int LEAST_PIECE = 100;

    private final Model model;
    private final BlendedPieces pieces;
    private final int piece;
    private final int voice;
    private final Map<String, String> settings;

    /// @param models opens it, once its entry is known to be right: that may take long
    /// @throws IllegalArgumentException naming the model and what is wrong in its entry
    HtdemucsSeparator(ModelEntry entry, Models models) {
        Shapes.require(
                entry,
                Shapes.isOf(entry.inputs(), 1, SIDES, Shapes.ANY),
                "input of the shape [1, 2, samples]",
                entry.inputs());
        piece = Math.toIntExact(entry.inputs().getFirst().shape().get(2));
        Shapes.require(entry, piece >= LEAST_PIECE, "input of at least " + LEAST_PIECE + " samples", entry.inputs());
        Shapes.require(
                entry,
                Shapes.isOf(entry.outputs(), 1, Shapes.ANY, SIDES, piece),
                "output of the shape [1, stems, 2, samples] with as many samples",
                entry.outputs());
        int stems = Math.toIntExact(entry.outputs().getFirst().shape().get(1));
        DecoderSettings written = new DecoderSettings(entry);
        voice = written.whole("voice", 0, stems - 1, null);
        pieces = new BlendedPieces(piece, written.number("overlap", 0, 0.9, 0.25));
        settings = written.finished();
        model = models.open(entry.id());
    }

    @Override
    public float[][] voice(float[][] sides) {
        MixLevel level = MixLevel.of(sides);
        return level.back(pieces.through(level.off(sides), this::answer));
    }

    private float[][] answer(float[][] sides) {
        FloatBuffer input = model.input(model.entry().inputs().getFirst().name());
        for (float[] side : sides) {
            input.put(side);
        }
        model.run();
        FloatBuffer output = model.output(model.entry().outputs().getFirst().name());
        float[][] answer = new float[SIDES][piece];
        output.position(voice * SIDES * piece);
        for (float[] side : answer) {
            output.get(side);
        }
        Shapes.requireNumbers(model.entry(), output.slice(voice * SIDES * piece, SIDES * piece));
        return answer;
    }

    @Override
    public ModelEntry entry() {
        return model.entry();
    }

    @Override
    public Map<String, String> settings() {
        return settings;
    }

    @Override
    public void close() {
        model.close();
    }
}
