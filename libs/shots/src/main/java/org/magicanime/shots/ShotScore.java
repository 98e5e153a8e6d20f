package org.magicanime.shots;

import java.util.ArrayList;
import java.util.List;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.shots.Boundary.Kind;

/// How many boundaries were found.
///
/// @param found true boundaries that were found
/// @param missed true boundaries that were not
/// @param wrong boundaries that are none
public record ShotScore(int found, int missed, int wrong) {
    /// Frames by which a cut may be off.
    public static final int TOLERANCE = 1;

    private static final double LEAST_OVERLAP = 0.5;

    /// 1 where nothing was found and nothing was there.
    public double precision() {
        return found + wrong == 0 ? (missed == 0 ? 1 : 0) : (double) found / (found + wrong);
    }

    /// 1 where nothing was there.
    public double recall() {
        return found + missed == 0 ? 1 : (double) found / (found + missed);
    }

    /// The harmonic mean of both.
    public double f1() {
        return 2 * found + missed + wrong == 0 ? 1 : 2.0 * found / (2 * found + missed + wrong);
    }

    public ShotScore plus(ShotScore other) {
        return new ShotScore(found + other.found, missed + other.missed, wrong + other.wrong);
    }

    /// Hard cuts, each at most {@link #TOLERANCE} frames off. Those within a fade, a dissolve or what is ambiguous
    /// count neither way.
    public static ShotScore ofCuts(List<Boundary> seen, ShotTruth truth) {
        List<Integer> left = new ArrayList<>(seen.stream()
                .filter(boundary -> boundary.kind() == Kind.CUT)
                .map(Boundary::first)
                .toList());
        int found = 0;
        for (int cut : truth.cuts()) {
            Integer match = left.stream()
                    .filter(frame -> Math.abs(frame - cut) <= TOLERANCE)
                    .findFirst()
                    .orElse(null);
            if (match != null) {
                left.remove(match);
                found++;
            }
        }
        left.removeIf(frame -> isWithin(frame, truth.gradual()) || isWithin(frame, truth.ambiguous()));
        return new ShotScore(found, truth.cuts().size() - found, left.size());
    }

    /// Fades and dissolves: found if ranges overlap by half of both together; wrong if they touch no true one.
    public static ShotScore ofGradual(List<Boundary> seen, ShotTruth truth) {
        return ofRanges(
                seen.stream()
                        .filter(boundary -> boundary.kind() == Kind.FADE || boundary.kind() == Kind.DISSOLVE)
                        .toList(),
                truth.gradual(),
                truth.ambiguous(),
                LEAST_OVERLAP);
    }

    /// Flashes: found if ranges overlap at all.
    public static ShotScore ofFlashes(List<Boundary> seen, ShotTruth truth) {
        List<FrameSpan> neither = new ArrayList<>(truth.ambiguous());
        neither.addAll(truth.gradual());
        return ofRanges(
                seen.stream().filter(boundary -> boundary.kind() == Kind.FLASH).toList(), truth.flashes(), neither, 0);
    }

    private static ShotScore ofRanges(
            List<Boundary> seen, List<FrameSpan> truth, List<FrameSpan> neither, double least) {
        int found = (int) truth.stream()
                .filter(span -> seen.stream().anyMatch(one -> {
                    double overlap = overlap(one, span);
                    return overlap > 0 && overlap >= least;
                }))
                .count();
        int wrong = (int) seen.stream()
                .filter(one -> truth.stream().noneMatch(span -> overlap(one, span) > 0))
                .filter(one -> neither.stream().noneMatch(span -> overlap(one, span) > 0))
                .count();
        return new ShotScore(found, truth.size() - found, wrong);
    }

    /// Frames in both, in frames in either.
    private static double overlap(Boundary one, FrameSpan span) {
        double both = Math.min(one.end(), span.end()) - Math.max(one.first(), span.first());
        double either = Math.max(one.end(), span.end()) - Math.min(one.first(), span.first());
        return Math.max(0, both) / Math.max(1, either);
    }

    private static boolean isWithin(int frame, List<FrameSpan> spans) {
        return spans.stream().anyMatch(span -> frame >= span.first() - TOLERANCE && frame <= span.end() + TOLERANCE);
    }
}
