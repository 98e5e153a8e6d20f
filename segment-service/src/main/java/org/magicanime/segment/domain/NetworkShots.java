package org.magicanime.segment.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.magicanime.shots.Boundary;
import org.magicanime.shots.Boundary.Kind;
import org.magicanime.shots.Boundary.Signals;
import org.magicanime.shots.Boundary.Why;

/// What a network's scores say of shots.
final class NetworkShots {
    /// TransNet V2's published threshold.
    static final double THRESHOLD = 0.5;

    /// Frames around a boundary in which the network may mean it.
    private static final int SLACK = 2;

    private NetworkShots() {}

    /// A shot begins after each run of frames above the threshold, as the authors' `predictions_to_scenes` has it; runs
    /// that touch the first or the last frame divide nothing. The network does not tell cuts from transitions:
    /// all are told as cuts.
    static List<Boundary> boundaries(float[] scores) {
        List<Boundary> boundaries = new ArrayList<>();
        int first = 0;
        while (first < scores.length) {
            if (scores[first] <= THRESHOLD) {
                first++;
                continue;
            }
            int end = first;
            double most = 0;
            while (end < scores.length && scores[end] > THRESHOLD) {
                most = Math.max(most, scores[end]);
                end++;
            }
            if (first > 0 && end < scores.length) {
                Signals signals = new Signals(0, 0, 0, 0, 0, 0).withNetwork(most);
                boundaries.add(new Boundary(Kind.CUT, end, end, end, most, signals, Why.NETWORK));
            }
            first = end;
        }
        return boundaries;
    }

    /// The same boundaries, each with the highest score of the frames there.
    static List<Boundary> withOpinion(List<Boundary> boundaries, float[] scores) {
        return boundaries.stream()
                .map(boundary -> boundary.withSignals(boundary.signals().withNetwork(highest(boundary, scores))))
                .toList();
    }

    private static double highest(Boundary boundary, float[] scores) {
        double most = 0;
        int last = Math.min(scores.length - 1, boundary.end() + SLACK - 1);
        for (int frame = Math.max(0, boundary.first() - SLACK); frame <= last; frame++) {
            most = Math.max(most, scores[frame]);
        }
        return most;
    }

    static Map<String, String> parameters() {
        return Map.of("shots.network.threshold", Double.toString(THRESHOLD));
    }
}
