package org.magicanime.segment.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.magicanime.contracts.Rational;
import org.magicanime.shots.Boundary;
import org.magicanime.video.FilmMeasures;
import org.magicanime.video.Scan;

/// Measures of a film that nobody has to decode: usable frames at 24/s unless one says otherwise.
final class FilmSketch {
    final long[] ticks;
    final double[] scores;
    final float[] luma;
    final float[] deviation;
    final float[] dark;
    final int[] stillSince;
    final boolean[] damaged;
    final List<Boundary> boundaries = new ArrayList<>();

    FilmSketch(int frames) {
        ticks = new long[frames];
        scores = new double[frames];
        luma = new float[frames];
        deviation = new float[frames];
        dark = new float[frames];
        stillSince = new int[frames];
        damaged = new boolean[frames];
        Arrays.fill(luma, 120);
        Arrays.fill(deviation, 50);
        for (int i = 0; i < frames; i++) {
            ticks[i] = i;
            stillSince[i] = i;
        }
    }

    FilmSketch cutAt(int... frames) {
        for (int frame : frames) {
            scores[frame] = 100;
        }
        return this;
    }

    FilmSketch blackFrom(int first, int end) {
        Arrays.fill(dark, first, end, 1);
        Arrays.fill(luma, first, end, 2);
        Arrays.fill(deviation, first, end, 1);
        return this;
    }

    FilmSketch fade(int first, int end, double from, double to) {
        for (int i = first; i < end; i++) {
            double share = (i - first + 1.0) / (end - first + 1.0);
            double brightness = from + (to - from) * share;
            luma[i] = (float) (120 * brightness);
            deviation[i] = (float) (50 * brightness);
            dark[i] = luma[i] <= 4 ? 1 : 0;
        }
        return this;
    }

    FilmSketch stillFrom(int first, int end) {
        Arrays.fill(stillSince, first, end, first);
        return this;
    }

    FilmMeasures measures() {
        long[] durations = new long[ticks.length];
        for (int i = 0; i < ticks.length; i++) {
            durations[i] = i + 1 < ticks.length ? ticks[i + 1] - ticks[i] : 1;
        }
        return new FilmMeasures(
                640,
                360,
                new Rational(24, 1),
                new Rational(1, 24),
                ticks,
                durations,
                scores,
                luma,
                deviation,
                dark,
                stillSince,
                damaged,
                false,
                boundaries,
                List.of(),
                Scan.UNKNOWN);
    }
}
