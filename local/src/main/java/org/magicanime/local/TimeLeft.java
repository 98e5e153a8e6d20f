package org.magicanime.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/// Estimates how long the rest takes, from the pace at which frames were finished lately. What comes before a film's
/// first clip (copying, finding shots) finishes no frame and says nothing of the pace of what follows: of a film of two
/// hours it is a fifth of the time.
final class TimeLeft {
    /// Seconds that the pace is taken from, at least; half of all that passed where that is more, so that films of
    /// several sorts even out.
    private static final double WINDOW = 60;

    private static final double STEP = 1;
    /// Seconds and share below which an estimate would only be noise.
    private static final double LEAST_SECONDS = 5;

    private static final double LEAST_SHARE = 0.01;

    private record Sample(double seconds, double finished) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    /// @param seconds since the start, never less than before
    /// @param finished share of all frames, 0 to 1
    /// @return seconds; empty where nothing can be said yet
    OptionalDouble after(double seconds, double finished) {
        if (finished <= 0) {
            return OptionalDouble.empty();
        }
        Sample last = samples.peekLast();
        if (last == null || seconds - last.seconds() >= STEP) {
            samples.addLast(new Sample(seconds, finished));
        }
        double from = seconds - Math.max(WINDOW, seconds / 2);
        while (samples.size() > 1 && samples.getFirst().seconds() < from) {
            samples.removeFirst();
        }
        Sample first = samples.getFirst();
        double share = finished - first.finished();
        double took = seconds - first.seconds();
        return took < LEAST_SECONDS || share < LEAST_SHARE
                ? OptionalDouble.empty()
                : OptionalDouble.of((1 - finished) * took / share);
    }
}
