package org.magicanime.testkit.shots;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.magicanime.shots.Boundary;
import org.magicanime.shots.CartoonDetector;
import org.magicanime.shots.CartoonRules;
import org.magicanime.shots.Chroma;
import org.magicanime.shots.FrameColours;
import org.magicanime.shots.Sample;
import org.magicanime.shots.ShotScore;

/// Runs the detector over trials, and counts.
public final class ShotTrials {
    private static final int CELL = ShotTrial.WIDTH / Sample.WIDTH;

    private static final ShotScore NOTHING = new ShotScore(0, 0, 0);
    private static final Counts NONE = new Counts(0, NOTHING, NOTHING, NOTHING);

    private final Map<Difficulty, Counts> counts = new EnumMap<>(Difficulty.class);

    /// What was found in all trials of a difficulty.
    public record Counts(int trials, ShotScore cuts, ShotScore gradual, ShotScore flashes) {
        /// Of everything that divides shots. What is called a flash is no boundary, and wings and strobes are
        /// called so.
        public ShotScore boundaries() {
            return cuts.plus(gradual);
        }
    }

    /// @param each hears of every trial and what was seen in it
    public void run(ShotTrial trial, Consumer<List<Boundary>> each) {
        List<Boundary> seen = detect(trial);
        each.accept(seen);
        Counts now = new Counts(
                1,
                ShotScore.ofCuts(seen, trial.truth()),
                ShotScore.ofGradual(seen, trial.truth()),
                ShotScore.ofFlashes(seen, trial.truth()));
        counts.merge(
                trial.difficulty(),
                now,
                (a, b) -> new Counts(
                        a.trials + b.trials,
                        a.cuts.plus(b.cuts),
                        a.gradual.plus(b.gradual),
                        a.flashes.plus(b.flashes)));
    }

    /// What was found in all trials of a difficulty so far.
    public Counts counts(Difficulty difficulty) {
        return counts.getOrDefault(difficulty, NONE);
    }

    private static List<Boundary> detect(ShotTrial trial) {
        CartoonDetector detector = new CartoonDetector(CartoonRules.DEFAULT, ShotTrial.FRAMES_PER_SECOND);
        byte[] luma = new byte[Sample.LUMA];
        Chroma[] chroma = {new Chroma(), new Chroma()};
        for (int frame = 0; frame < trial.frames(); frame++) {
            Chroma now = chroma[frame % 2];
            Chroma before = chroma[(frame + 1) % 2];
            shrink(trial.picture(frame), luma, now);
            detector.add(luma, new FrameColours() {
                @Override
                public double change() {
                    return now.differenceTo(before);
                }

                @Override
                public Chroma chroma() {
                    return now;
                }
            });
        }
        return detector.finish();
    }

    /// Means of cells; BT.709.
    private static void shrink(int[] pixels, byte[] luma, Chroma chroma) {
        double[] blue = new double[Sample.CHROMA];
        double[] red = new double[Sample.CHROMA];
        for (int i = 0; i < Sample.LUMA; i++) {
            int x = i % Sample.WIDTH;
            int y = i / Sample.WIDTH;
            int r = 0;
            int g = 0;
            int b = 0;
            for (int row = 0; row < CELL; row++) {
                for (int column = 0; column < CELL; column++) {
                    int pixel = pixels[(y * CELL + row) * ShotTrial.WIDTH + x * CELL + column];
                    r += pixel >> 16 & 0xff;
                    g += pixel >> 8 & 0xff;
                    b += pixel & 0xff;
                }
            }
            double bright = (0.2126 * r + 0.7152 * g + 0.0722 * b) / (CELL * CELL);
            luma[i] = (byte) Math.round(bright);
            int cell = y / 2 * Sample.CHROMA_WIDTH + x / 2;
            blue[cell] += ((double) b / (CELL * CELL) - bright) / 1.8556 / 4;
            red[cell] += ((double) r / (CELL * CELL) - bright) / 1.5748 / 4;
        }
        for (int i = 0; i < Sample.CHROMA; i++) {
            chroma.u[i] = (byte) Math.clamp(Math.round(blue[i]) + 128, 0, 255);
            chroma.v[i] = (byte) Math.clamp(Math.round(red[i]) + 128, 0, 255);
        }
    }
}
