package org.magicanime.caption.domain.motion;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.magicanime.contracts.Bound;
import org.magicanime.contracts.Measure;

/// The thresholds that hold.
public final class MotionRules {
    /// Of every rule its own.
    public static final MotionRules DEFAULT = new MotionRules(Map.of());

    private final EnumMap<Rule, Double> thresholds = new EnumMap<>(Rule.class);

    /// @param settings thresholds by the names of their rules; the others keep theirs
    /// @throws IllegalArgumentException if a rule does not exist
    public MotionRules(Map<String, Double> settings) {
        Arrays.stream(Rule.values()).forEach(rule -> thresholds.put(rule, rule.threshold()));
        settings.forEach((key, value) -> thresholds.put(
                Rule.find(key)
                        .orElseThrow(() -> new IllegalArgumentException("there is no rule of captions '" + key + "'")),
                value));
    }

    /// A rule's threshold.
    public double of(Rule rule) {
        return thresholds.getOrDefault(rule, rule.threshold());
    }

    boolean passes(Rule rule, double value) {
        return rule.bound() == Bound.AT_LEAST ? value >= of(rule) : value <= of(rule);
    }

    Measure measure(Rule rule, double value) {
        return new Measure(rule.key(), rounded(value), of(rule), rule.bound());
    }

    /// To what is worth being written.
    static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /// By name, as told.
    public Map<String, String> parameters() {
        Map<String, String> all = new TreeMap<>();
        thresholds.forEach((rule, value) -> all.put(rule.key(), Double.toString(value)));
        return all;
    }
}
