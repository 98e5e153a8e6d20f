package org.magicanime.audio.model.separation;

import java.nio.FloatBuffer;
import java.util.Map;
import org.magicanime.audio.dsp.CentredFrames;
import org.magicanime.audio.dsp.Spectrum;
import org.magicanime.audio.dsp.separation.SpectrumPlanes;
import org.magicanime.audio.dsp.separation.TrimmedPieces;
import org.magicanime.inference.Model;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.Models;

/// A model of the kind of MDX-Net (Kim et al. 2021), as Ultimate Vocal Remover has many: a spectrum in, the voice's
/// spectrum, or that of everything else, out. Both tensors are `[1, 4, bins, frames]`, see {@link SpectrumPlanes}.
///
/// Settings of the entry: `fft` and `hop`, samples of a frame and from one to the next; `compensation`, by which the
/// answer is multiplied (1); `silent-bins`, see {@link SpectrumPlanes} (0); `gives`, `voice` or `rest` (`voice`).
final class MdxSeparator implements Separation {
    private static final int SIDES = 2;
    private static final int LARGEST_FRAME = 1 << 16;
    private static final int MOST_BINS = LARGEST_FRAME / 2 + 1;
    /// Of fewer the margins leave nothing, however far one is from the next.
    private static final int LEAST_FRAMES = 4;
    private static final int MOST_FRAMES = 1 << 15;

    private final Model model;
    private final CentredFrames frames;
    private final SpectrumPlanes planes;
    private final TrimmedPieces pieces;
    private final int allBins;
    private final int piece;
    private final double compensation;
    private final boolean givesRest;
    private final Map<String, String> settings;

    /// @param models opens it, once its entry is known to be right: that may take long
    /// @throws IllegalArgumentException naming the model and what is wrong in its entry
    MdxSeparator(ModelEntry entry, Models models) {
        Shapes.require(
                entry,
                Shapes.isOf(entry.inputs(), 1, 4, Shapes.ANY, Shapes.ANY),
                "input of the shape [1, 4, bins, frames]",
                entry.inputs());
        int bins = Math.toIntExact(entry.inputs().getFirst().shape().get(2));
        int count = Math.toIntExact(entry.inputs().getFirst().shape().get(3));
        Shapes.require(
                entry,
                bins <= MOST_BINS && count >= LEAST_FRAMES && count <= MOST_FRAMES,
                "input of at most " + MOST_BINS + " bins and " + LEAST_FRAMES + " to " + MOST_FRAMES + " frames",
                entry.inputs());
        Shapes.require(
                entry,
                Shapes.isOf(entry.outputs(), 1, 4, bins, count),
                "output of the shape of its input",
                entry.outputs());
        DecoderSettings written = new DecoderSettings(entry);
        // Of so many bins a frame has at least this many samples; of these frames the margins must leave something.
        int fft = written.even("fft", Math.max(4, 2 * (bins - 1)), LARGEST_FRAME);
        int hop = written.whole("hop", fft / (count - 1) + 1, fft / 2, null);
        compensation = written.number("compensation", 0.1, 10, 1.0);
        int silent = written.whole("silent-bins", 0, bins, 0);
        givesRest = written.isSecond("gives", "voice", "rest");
        settings = written.finished();
        frames = CentredFrames.hann(fft, hop);
        planes = new SpectrumPlanes(bins, count, silent);
        allBins = fft / 2 + 1;
        piece = hop * (count - 1);
        pieces = new TrimmedPieces(piece, fft / 2);
        model = models.open(entry.id());
    }

    @Override
    public float[][] voice(float[][] sides) {
        float[][] answer = pieces.through(sides, this::answer);
        float[][] voice = new float[sides.length][];
        for (int side = 0; side < sides.length; side++) {
            voice[side] = new float[answer[side].length];
            for (int i = 0; i < voice[side].length; i++) {
                double given = compensation * answer[side][i];
                voice[side][i] = (float) (givesRest ? sides[side][i] - given : given);
            }
        }
        return voice;
    }

    private float[][] answer(float[][] sides) {
        FloatBuffer input = model.input(model.entry().inputs().getFirst().name());
        for (int side = 0; side < SIDES; side++) {
            planes.write(frames.analyse(sides[side]), side, input);
        }
        model.run();
        FloatBuffer output = model.output(model.entry().outputs().getFirst().name());
        Shapes.requireNumbers(model.entry(), output);
        float[][] answer = new float[SIDES][];
        for (int side = 0; side < SIDES; side++) {
            Spectrum spectrum = planes.read(output, side, allBins);
            answer[side] = frames.synthesise(spectrum, piece);
        }
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
