package org.magicanime.dataset.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.StageFlow;
import org.magicanime.dataset.domain.Stages;
import org.magicanime.stage.StageFigures;

/// Adds up what processes said of themselves in the last hour, minute by minute.
final class StageHistory {
    private static final long MINUTE_MILLIS = 60_000;
    private static final long HOUR_MINUTES = 60;
    /// Three reports that did not come: the process is dead, or has nothing to do.
    private static final long SILENT_MILLIS = 15_000;

    private static final double MEDIAN = 50;
    private static final double MOST = 95;
    private static final double MILLIS = 1e3;

    private final Map<String, TreeMap<Long, Sum>> minutes = new TreeMap<>(Stages.IN_ORDER);
    private final Map<String, Map<String, Report>> newest = new HashMap<>();

    private record Report(long millis, StageFigures figures) {}

    private static final class Sum {
        final Map<String, Long> outcomes = new HashMap<>();
        final Histogram times = StageFigures.noTimes();

        void add(Sum other) {
            other.outcomes.forEach((outcome, inputs) -> outcomes.merge(outcome, inputs, Long::sum));
            times.add(other.times);
        }
    }

    /// @param epochMillis when it was told
    /// @throws IllegalArgumentException if its times are no histogram; then nothing of it is taken
    void heard(long epochMillis, StageFigures figures) {
        Sum own = new Sum();
        figures.addTimesTo(own.times);
        own.outcomes.putAll(figures.outcomes());
        minutes.computeIfAbsent(figures.stage(), stage -> new TreeMap<>())
                .computeIfAbsent(epochMillis / MINUTE_MILLIS, minute -> new Sum())
                .add(own);
        newest.computeIfAbsent(figures.stage(), stage -> new HashMap<>())
                .put(figures.process(), new Report(epochMillis, figures));
    }

    /// @param epochMillis now
    List<StageFlow> stages(long epochMillis) {
        newest.values()
                .forEach(processes ->
                        processes.values().removeIf(report -> report.millis() < epochMillis - SILENT_MILLIS));
        minutes.values()
                .forEach(sums ->
                        sums.headMap(epochMillis / MINUTE_MILLIS - HOUR_MINUTES).clear());
        minutes.values().removeIf(TreeMap::isEmpty);
        List<StageFlow> all = new ArrayList<>();
        minutes.forEach((stage, sums) -> {
            Sum hour = new Sum();
            sums.values().forEach(hour::add);
            all.add(flow(stage, hour));
        });
        return all;
    }

    private StageFlow flow(String stage, Sum hour) {
        List<StageFigures> now = newest.getOrDefault(stage, Map.of()).values().stream()
                .map(Report::figures)
                .toList();
        return new StageFlow(
                stage,
                now.size(),
                now.stream().mapToInt(StageFigures::inWork).sum(),
                now.stream().mapToInt(StageFigures::retrying).sum(),
                hour.outcomes.getOrDefault("done", 0L),
                hour.outcomes.getOrDefault("rejected", 0L),
                hour.outcomes.getOrDefault("dead", 0L),
                seconds(hour.times, MEDIAN),
                seconds(hour.times, MOST));
    }

    private static @Nullable Double seconds(Histogram times, double percentile) {
        return times.getTotalCount() == 0 ? null : times.getValueAtPercentile(percentile) / MILLIS;
    }
}
