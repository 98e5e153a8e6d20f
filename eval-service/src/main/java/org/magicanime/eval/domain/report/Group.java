package org.magicanime.eval.domain.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.magicanime.eval.domain.CaseScores;
import org.magicanime.eval.domain.Metric;
import org.magicanime.eval.domain.Profile;
import org.magicanime.eval.domain.report.Bootstrap.Weighted;

/// Some cases together.
///
/// @param cases how many
/// @param valid how many videos count
/// @param ofValid metrics by name over the videos that count, as the paper counts: who fails on hard cases gains
/// @param penalised metrics by name over all cases, where a video that does not count has no likeness at all
public record Group(int cases, int valid, Map<String, Interval> ofValid, Map<String, Interval> penalised) {
    public Group {
        ofValid = Collections.unmodifiableMap(new TreeMap<>(ofValid));
        penalised = Collections.unmodifiableMap(new TreeMap<>(penalised));
    }

    /// @param cases in an order that is always the same
    /// @param measured of videos that count: where all fail, they do not tell it
    static Group of(Collection<CaseScores> cases, Profile profile, Set<Metric> measured) {
        Map<String, Interval> ofValid = new TreeMap<>();
        Map<String, Interval> penalised = new TreeMap<>();
        for (Metric metric : Metric.values()) {
            List<Weighted> counted = new ArrayList<>();
            List<Weighted> all = new ArrayList<>();
            for (CaseScores each : cases) {
                Double value = each.of(metric);
                if (value != null) {
                    Weighted weighted = new Weighted(value, profile.frameWeighted() ? each.frames() : 1);
                    counted.add(weighted);
                    all.add(new Weighted(value, 1));
                } else if (!each.isValid()) {
                    all.add(new Weighted(profile.worst(metric), 1));
                }
            }
            if (!counted.isEmpty()) {
                ofValid.put(metric.toString(), Bootstrap.of(counted));
            }
            if (!all.isEmpty() && measured.contains(metric)) {
                penalised.put(metric.toString(), Bootstrap.of(all));
            }
        }
        return new Group(
                cases.size(), (int) cases.stream().filter(CaseScores::isValid).count(), ofValid, penalised);
    }

    /// Share of videos that count: the paper's VSR.
    public double validShare() {
        return cases == 0 ? 0 : (double) valid / cases;
    }
}
