package org.magicanime.dataset.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.FlowSample;
import org.magicanime.dataset.domain.FlowSample.Interval;
import org.magicanime.dataset.domain.TopicFlow;

/// The last hour of all topics. Intervals that are over are told to others, who may have been dead meanwhile.
final class FlowHistory {
    private final TreeMap<Long, Interval> hour = new TreeMap<>();
    private final List<List<FlowSample>> running = new ArrayList<>();
    private long interval = -1;

    static long intervalAt(long epochMillis) {
        return epochMillis / 1000 / Interval.SECONDS;
    }

    /// Takes what another process, or an earlier life of this one, saw. The first one to say something of an interval
    /// is believed.
    synchronized void heard(Interval other) {
        hour.putIfAbsent(other.interval(), other);
    }

    /// @param samples all that was seen at one moment
    /// @return the interval that is over with it
    synchronized @Nullable Interval add(long epochMillis, List<FlowSample> samples) {
        long now = intervalAt(epochMillis);
        Interval over = null;
        if (now != interval && !running.isEmpty()) {
            over = new Interval(interval, together());
            hour.putIfAbsent(over.interval(), over);
            running.clear();
        }
        interval = now;
        running.add(samples);
        hour.headMap(now - Interval.IN_AN_HOUR).clear();
        return over;
    }

    synchronized List<Interval> intervals() {
        return List.copyOf(hour.values());
    }

    /// With those of the interval that is not over.
    synchronized int rebalances(String topic, String service) {
        return hour.values().stream()
                        .flatMap(each -> each.samples().stream())
                        .filter(sample -> isOf(sample, topic, service))
                        .mapToInt(FlowSample::rebalances)
                        .sum()
                + running.stream()
                        .flatMap(List::stream)
                        .filter(sample -> isOf(sample, topic, service))
                        .mapToInt(FlowSample::rebalances)
                        .sum();
    }

    static FlowSample sample(TopicFlow flow, boolean rebalanced) {
        return new FlowSample(
                flow.topic(), flow.service(), flow.inPerSecond(), flow.outPerSecond(), flow.lag(), rebalanced ? 1 : 0);
    }

    private static boolean isOf(FlowSample sample, String topic, String service) {
        return sample.topic().equals(topic) && sample.service().equals(service);
    }

    private List<FlowSample> together() {
        return running.getLast().stream().map(this::together).toList();
    }

    private FlowSample together(FlowSample last) {
        List<FlowSample> own = running.stream()
                .flatMap(List::stream)
                .filter(sample -> isOf(sample, last.topic(), last.service()))
                .toList();
        return new FlowSample(
                last.topic(),
                last.service(),
                mean(own, FlowSample::inPerSecond),
                mean(own, FlowSample::outPerSecond),
                last.lag(),
                own.stream().mapToInt(FlowSample::rebalances).sum());
    }

    private static @Nullable Double mean(List<FlowSample> samples, Function<FlowSample, @Nullable Double> rate) {
        List<Double> known = samples.stream().map(rate).filter(Objects::nonNull).toList();
        return known.isEmpty()
                ? null
                : known.stream().mapToDouble(Double::doubleValue).sum() / known.size();
    }
}
