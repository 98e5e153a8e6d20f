package org.magicanime.stage;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.Histogram;

/// Counts what ends: for whoever scrapes this process, and for {@link FiguresReporter}.
@ApplicationScoped
class StageMeters {
    private final MeterRegistry metrics;
    private final Map<String, Interval> intervals = new ConcurrentHashMap<>();

    StageMeters(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /// @param outcome `done`, `rejected` or `dead`
    /// @param inputs how many
    void ended(String stage, String outcome, long inputs) {
        metrics.counter("pipeline.events", "stage", stage, "outcome", outcome).increment(inputs);
        interval(stage).add(outcome, inputs);
    }

    void took(String stage, Duration time) {
        metrics.timer("pipeline.processing", "stage", stage).record(time);
        interval(stage).add(time);
    }

    /// What was counted since this was asked last, by stage.
    Map<String, Counted> sinceLastTime() {
        Map<String, Counted> all = new TreeMap<>();
        intervals.forEach((stage, interval) -> all.put(stage, interval.take()));
        return all;
    }

    private Interval interval(String stage) {
        return intervals.computeIfAbsent(stage, name -> new Interval());
    }

    /// @param times in milliseconds
    record Counted(Map<String, Long> outcomes, Histogram times) {
        boolean isEmpty() {
            return outcomes.isEmpty() && times.getTotalCount() == 0;
        }
    }

    private static final class Interval {
        private Map<String, Long> outcomes = new HashMap<>();
        private Histogram times = StageFigures.noTimes();

        synchronized void add(String outcome, long inputs) {
            if (inputs > 0) {
                outcomes.merge(outcome, inputs, Long::sum);
            }
        }

        synchronized void add(Duration time) {
            times.recordValue(Math.clamp(time.toMillis(), 0, StageFigures.LONGEST_MILLIS));
        }

        synchronized Counted take() {
            Counted counted = new Counted(outcomes, times);
            outcomes = new HashMap<>();
            times = StageFigures.noTimes();
            return counted;
        }
    }
}
