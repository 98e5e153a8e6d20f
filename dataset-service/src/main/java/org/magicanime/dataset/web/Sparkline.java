package org.magicanime.dataset.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.FlowSample;
import org.magicanime.dataset.domain.FlowSample.Interval;

/// The last hour of one topic and group as two lines: what waits, and what goes through. Each has a scale of its own.
///
/// @param intervals of all topics, ascending
public record Sparkline(List<Interval> intervals, String topic, String service, long newest) {
    private static final int HEIGHT = 24;

    public int width() {
        return Interval.IN_AN_HOUR;
    }

    public int height() {
        return HEIGHT;
    }

    /// An SVG path; empty if there is nothing to draw.
    public String lag() {
        return path(sample -> (double) sample.lag());
    }

    public String out() {
        return path(FlowSample::outPerSecond);
    }

    /// For people who do not see it.
    public String words() {
        return String.format(
                Locale.ROOT,
                "last hour: at most %,.0f waiting, at most %,.1f/s out",
                most(sample -> (double) sample.lag()),
                most(FlowSample::outPerSecond));
    }

    private double most(Function<FlowSample, @Nullable Double> value) {
        return intervals.stream()
                .map(this::own)
                .filter(Objects::nonNull)
                .map(value)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    private @Nullable FlowSample own(Interval interval) {
        return interval.samples().stream()
                .filter(sample ->
                        sample.topic().equals(topic) && sample.service().equals(service))
                .findFirst()
                .orElse(null);
    }

    /// Interrupted where nobody looked.
    private String path(Function<FlowSample, @Nullable Double> value) {
        double most = most(value);
        StringBuilder path = new StringBuilder();
        long before = Long.MIN_VALUE;
        for (Interval interval : intervals) {
            FlowSample sample = own(interval);
            Double number = sample == null ? null : value.apply(sample);
            if (number != null) {
                double y = HEIGHT - 1 - (most == 0 ? 0 : number / most * (HEIGHT - 2));
                path.append(interval.interval() == before + 1 ? "L" : "M")
                        .append(interval.interval() - newest + Interval.IN_AN_HOUR)
                        .append(' ')
                        .append(ShownNumbers.value(y));
                before = interval.interval();
            }
        }
        return path.toString();
    }
}
