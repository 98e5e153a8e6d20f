package org.magicanime.shots;

import java.util.ArrayList;
import java.util.List;

/// Finds fades by contrast alone: from a frame without any, it grows to one side or to both. Sees those too short or
/// too sudden for mixtures to be fitted, such as a fade out and in again with hardly a dark frame between.
final class FadeSearch {
    /// The contrast that a fade begins with, at most: standard deviation of luma, and share of where it leads to.
    static final double MOST_DEVIATION = 8;
    private static final double MOST_SHARE = 0.25;
    private static final double LEAST_GROWTH = 6;
    /// Frames of equal contrast within a fade: drawings on fours.
    private static final int LONGEST_HOLD = 4;
    private static final double LEAST_STEP = 0.01;
    private static final double MOST_STEP = 0.5;
    /// Frames from the dark end to the other one.
    static final int LONGEST = 100;

    private final CartoonRules rules;
    private final Columns columns;
    private final List<Gradual> found = new ArrayList<>();

    FadeSearch(CartoonRules rules, Columns columns) {
        this.rules = rules;
        this.columns = columns;
    }

    List<Gradual> search() {
        float[] deviation = columns.deviation;
        int next = 0;
        for (int i = 0; i < columns.size; i = next) {
            next = i + 1;
            if (deviation[i] > MOST_DEVIATION) {
                continue;
            }
            // The darkest of a low stretch, and all that is as dark.
            int last = i;
            while (last + 1 < columns.size && deviation[last + 1] <= MOST_DEVIATION) {
                last++;
            }
            next = last + 1;
            int first = i;
            int end = last;
            float least = deviation[i];
            for (int k = i; k <= last; k++) {
                least = Math.min(least, deviation[k]);
            }
            while (first < last && deviation[first] > least + 0.5f) {
                first++;
            }
            while (end > first && deviation[end] > least + 0.5f) {
                end--;
            }
            walk(first, -1);
            walk(end, 1);
        }
        return found;
    }

    private void walk(int from, int step) {
        float[] deviation = columns.deviation;
        double reached = deviation[from];
        double jump = 0;
        int last = from;
        for (int i = from + step; i >= 0 && i < columns.size && Math.abs(i - from) <= LONGEST; i += step) {
            double growth = deviation[i] - reached;
            if (growth < LEAST_STEP * reached + 0.1) {
                if (Math.abs(i - last) >= LONGEST_HOLD || growth < -0.05 * reached - 0.5) {
                    break;
                }
                continue;
            }
            jump = Math.max(jump, growth);
            reached = deviation[i];
            last = i;
        }
        double grown = reached - deviation[from];
        int frames = Math.abs(last - from);
        if (frames < rules.leastFadeFrames()
                || grown < LEAST_GROWTH
                || deviation[from] > MOST_SHARE * reached
                || jump > MOST_STEP * grown) {
            return;
        }
        int first = step > 0 ? from + 1 : last + 1;
        int end = step > 0 ? last : from;
        double change = Math.abs(columns.mean[last] - columns.mean[from]) + grown;
        found.add(new Gradual(true, step < 0, first, Math.max(first + 1, end), change, 1, 0));
    }
}
