package org.magicanime.caption.domain.motion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that goes to and fro.
///
/// @param run in which frames
/// @param height of a swing from one side to the other
/// @param centre the middle between both sides
/// @param frequency times to and fro a second
/// @param times how often, as a fraction
record Swing(Run run, double height, double centre, double frequency, double times) {
    int count() {
        return (int) Math.round(times);
    }

    /// Finds where a value swings.
    ///
    /// @param run in which to look
    /// @param least height of a swing
    /// @param slowest times a second
    /// @param fastest likewise
    /// @param fewest times to and fro
    static List<Swing> find(
            Signal signal,
            Run run,
            double framesPerSecond,
            double least,
            double slowest,
            double fastest,
            double fewest) {
        List<Turning> turns = Turning.of(signal, run, least);
        List<Swing> swings = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= turns.size(); i++) {
            if (i == turns.size() || !isHalfSwing(turns, i, framesPerSecond, slowest, fastest)) {
                Swing swing = of(signal, turns.subList(first, i), framesPerSecond);
                if (swing != null && swing.times() >= fewest && swing.frequency() <= fastest) {
                    swings.add(swing);
                }
                first = i;
            }
        }
        return swings;
    }

    /// The halves at both ends may be cut off.
    private static boolean isHalfSwing(
            List<Turning> turns, int to, double framesPerSecond, double slowest, double fastest) {
        double seconds = (turns.get(to).frame() - turns.get(to - 1).frame()) / framesPerSecond;
        boolean inner = to > 1 && to < turns.size() - 1;
        return seconds <= 0.5 / slowest && (!inner || seconds >= 0.5 / fastest / 1.5);
    }

    private static @Nullable Swing of(Signal signal, List<Turning> turns, double framesPerSecond) {
        if (turns.size() < 3) {
            return null;
        }
        double highs = 0;
        double lows = 0;
        for (int i = 1; i < turns.size(); i++) {
            highs += Math.max(turns.get(i).value(), turns.get(i - 1).value());
            lows += Math.min(turns.get(i).value(), turns.get(i - 1).value());
        }
        int halves = turns.size() - 1;
        double centre = (highs + lows) / 2 / halves;
        Run run = new Run(turns.getFirst().frame(), turns.getLast().frame() + 1);
        List<Double> crossings = crossings(signal, run, centre);
        if (crossings.size() < 2) {
            return null;
        }
        double frequency =
                (crossings.size() - 1) / 2.0 / (crossings.getLast() - crossings.getFirst()) * framesPerSecond;
        return new Swing(run, (highs - lows) / halves, centre, frequency, frequency * run.frames() / framesPerSecond);
    }

    private static List<Double> crossings(Signal signal, Run run, double centre) {
        List<Double> crossings = new ArrayList<>();
        int before = -1;
        for (int i = run.first(); i < run.end(); i++) {
            double value = signal.at(i) - centre;
            if (Double.isNaN(value)) {
                continue;
            }
            if (before >= 0) {
                double last = signal.at(before) - centre;
                if (last < 0 != value < 0) {
                    crossings.add(before + (i - before) * last / (last - value));
                }
            }
            before = i;
        }
        return crossings;
    }
}
