package org.magicanime.shots;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.magicanime.shots.Area.Box;

/// Finds windows whose frames are mixtures of the first and the last of them.
///
/// Looks back from every fourth frame over windows of many lengths; a few frames within a window decide whether it is
/// worth a look at all of them.
final class GradualSearch {
    private static final int EVERY = 4;
    private static final int[] LENGTHS = {6, 10, 14, 20, 28, 38, 50, 66, 88};
    static final int LONGEST = LENGTHS[LENGTHS.length - 1];
    private static final int PROBES = 4;
    /// Mean |difference| of luma below which nothing happens.
    private static final double LEAST_CHANGE = 5;
    /// Likewise where one side is blank: a few letters fade, too.
    private static final double LEAST_FADE_CHANGE = 1.5;
    /// Both sides of a dissolve are drawings that have little in common.
    private static final double LEAST_STRUCTURE = 0.65;
    /// Drawings that have more in common than this must be mixtures twice as exactly.
    private static final double ENTIRE_STRUCTURE = 0.8;
    /// Shares of the side before, and of the one after, from which on the mixture is that side.
    private static final double NEARLY = 0.08;
    private static final double MOST_STEP_BACK = 0.06;
    /// A jump is no step of a mixture: at most this share at once, or this many times the mean step.
    private static final double MOST_STEP = 0.25;
    private static final double MOST_STEPS = 4;
    /// A side is dark enough for a fade if its contrast is at most this share of the other's, and this (0 to 255).
    private static final double FADED = 0.2;
    static final double FADED_DEVIATION = 8;

    private final CartoonRules rules;
    private final Pictures pictures;
    private final Mixture mixture = new Mixture();
    private final double[] shares = new double[LONGEST + 1];
    private final List<Gradual> found = new ArrayList<>();

    GradualSearch(CartoonRules rules, Pictures pictures) {
        this.rules = rules;
        this.pictures = pictures;
    }

    void see(int frame, Box area) {
        if (frame % EVERY != 0) {
            return;
        }
        for (int length : LENGTHS) {
            if (length > frame) {
                return;
            }
            if (isWorthALook(frame - length, frame, area)) {
                Gradual seen = look(frame - length, frame, area);
                if (seen != null) {
                    found.add(seen);
                }
            }
        }
    }

    /// Whether something that was found so far reaches into the frames `first` to `end`.
    boolean hasFoundNear(int first, int end) {
        for (int i = found.size() - 1; i >= 0; i--) {
            Gradual one = found.get(i);
            if (one.first() <= end && one.end() >= first) {
                return true;
            }
            // Found in the order of the frames at which windows end.
            if (one.end() + LONGEST < first) {
                return false;
            }
        }
        return false;
    }

    /// The steepest of those that overlap, in order.
    ///
    /// @param possible what is not is passed over
    List<Gradual> best(Predicate<Gradual> possible) {
        List<Gradual> sorted = new ArrayList<>(found.stream().filter(possible).toList());
        sorted.sort((a, b) -> Double.compare(b.steepness(), a.steepness()));
        List<Gradual> kept = new ArrayList<>();
        for (Gradual one : sorted) {
            if (kept.stream().noneMatch(one::overlaps)) {
                kept.add(one);
            }
        }
        kept.sort((a, b) -> Integer.compare(a.first(), b.first()));
        return kept;
    }

    private boolean isWorthALook(int first, int last, Box area) {
        Picture a = pictures.at(first);
        Picture b = pictures.at(last);
        if (change(a, b, area) < (isBlank(a) || isBlank(b) ? LEAST_FADE_CHANGE : LEAST_CHANGE)) {
            return false;
        }
        double before = 1;
        for (int probe = 1; probe < PROBES; probe++) {
            mixture.fit(a.thumb, b.thumb, pictures.at(first + (last - first) * probe / PROBES).thumb);
            if (mixture.residual > rules.mostFadeResidual() || mixture.share > before + MOST_STEP_BACK) {
                return false;
            }
            before = mixture.share;
        }
        return true;
    }

    private static boolean isFaded(Picture one, Picture other) {
        return one.deviation < FADED_DEVIATION && one.deviation < FADED * other.deviation;
    }

    private boolean isBlank(Picture picture) {
        return picture.deviation < rules.blankDeviation();
    }

    /// Mean |difference| in the area: bars do not change.
    private static double change(Picture a, Picture b, Box area) {
        int sum = 0;
        for (int i = 0; i < Picture.THUMB; i++) {
            sum += Math.abs(a.thumb[i] - b.thumb[i]);
        }
        return (double) sum / area.size();
    }

    private @Nullable Gradual look(int first, int last, Box area) {
        Picture a = pictures.at(first);
        Picture b = pictures.at(last);
        boolean isFade = isBlank(a) || isBlank(b) || isFaded(a, b) || isFaded(b, a);
        double structure = Compared.structure(a, b, area);
        if (!isFade && structure < LEAST_STRUCTURE) {
            return null;
        }
        int start = 0;
        int end = 0;
        double before = 1;
        double jump = 0;
        for (int i = 0; i <= last - first; i++) {
            mixture.fit(a.thumb, b.thumb, pictures.at(first + i).thumb);
            double step = mixture.share - before;
            if (step > MOST_STEP_BACK) {
                return null;
            }
            jump = Math.max(jump, -step);
            before = mixture.share;
            shares[i] = before;
            if (before > 1 - NEARLY && start == i) {
                start = i + 1;
            }
            if (before >= NEARLY) {
                end = i + 1;
            }
        }
        if (end - start < (isFade ? rules.leastFadeFrames() : rules.leastDissolveFrames())
                || jump > Math.max(MOST_STEP, MOST_STEPS / (end - start))) {
            return null;
        }
        double residual = residual(a, b, first + start, first + end);
        double most = structure < ENTIRE_STRUCTURE ? rules.mostResidual() / 2 : rules.mostResidual();
        if (residual > (isFade ? rules.mostFadeResidual() : most)) {
            return null;
        }
        return new Gradual(
                isFade, b.deviation < a.deviation, first + start, first + end, change(a, b, area), structure, residual);
    }

    /// In more detail, at some frames.
    private double residual(Picture a, Picture b, int first, int end) {
        int probes = 5;
        double sum = 0;
        for (int probe = 1; probe <= probes; probe++) {
            mixture.fit(a.half, b.half, pictures.at(first + (end - first) * probe / (probes + 1)).half);
            sum += mixture.residual;
        }
        return sum / probes;
    }
}
