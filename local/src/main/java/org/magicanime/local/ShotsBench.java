package org.magicanime.local;

import java.io.PrintStream;
import java.util.Locale;
import org.magicanime.shots.ShotScore;
import org.magicanime.testkit.shots.Difficulty;
import org.magicanime.testkit.shots.ShotTrial;
import org.magicanime.testkit.shots.ShotTrials;
import org.magicanime.testkit.shots.ShotTrials.Counts;

/// Holds the detector `cartoon` against drawn films of which everything is known, with other seeds than those that its
/// rules were chosen on (1000 to 1019).
final class ShotsBench {
    private static final long FIRST_SEED = 5000;
    private static final double LEAST_F1 = 0.97;

    private final int scenes;

    /// @param scenes films, divided among the difficulties
    ShotsBench(int scenes) {
        if (scenes < 1) {
            throw new IllegalArgumentException("--scenes " + scenes + ": there is nothing to measure");
        }
        this.scenes = scenes;
    }

    /// @return whether F1 is at least 0.97 for every difficulty
    boolean run(PrintStream out) {
        ShotTrials trials = new ShotTrials();
        Difficulty[] all = Difficulty.values();
        for (int i = 0; i < scenes; i++) {
            trials.run(new ShotTrial(all[i % all.length], FIRST_SEED + i / all.length), seen -> {});
        }
        out.printf(
                "%-11s %5s   %-32s %-32s %s%n",
                "difficulty", "films", "cuts: found missed wrong F1", "fades and dissolves: likewise", "flashes told");
        boolean good = true;
        for (Difficulty difficulty : all) {
            Counts counts = trials.counts(difficulty);
            if (counts.trials() > 0) {
                out.printf(
                        "%-11s %5d   %-32s %-32s %d%n",
                        difficulty.name().toLowerCase(Locale.ROOT),
                        counts.trials(),
                        line(counts.cuts()),
                        line(counts.gradual()),
                        counts.flashes().found() + counts.flashes().wrong());
                good &= counts.boundaries().f1() >= LEAST_F1;
            }
        }
        return good;
    }

    private static String line(ShotScore score) {
        return String.format(
                Locale.ROOT, "%5d %4d %4d  %.3f", score.found(), score.missed(), score.wrong(), score.f1());
    }
}
