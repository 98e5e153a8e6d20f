package org.magicanime.dataset.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.magicanime.contracts.Bound;
import org.magicanime.dataset.domain.Distribution.Amount;
import org.magicanime.dataset.domain.Distribution.Bar;
import org.magicanime.dataset.domain.Distribution.Other;

/// Makes distributions of what was counted.
public final class Distributions {
    /// More than these cannot be told apart on a page.
    private static final int MOST_BARS = 60;

    /// In bars from the threshold.
    private static final int[] OTHERS = {-10, -5, -2, 2, 5, 10};

    private static final Amount NONE = new Amount(0, 0);

    private Distributions() {}

    /// @return in order of the stages, then of the rules; those with the same name and different thresholds apart
    public static List<Distribution> of(Collection<MeasuredSlot> slots) {
        Map<String, List<MeasuredSlot>> byRule = new TreeMap<>(Stages.IN_ORDER);
        List<Distribution> all = new ArrayList<>();
        slots.forEach(slot ->
                byRule.computeIfAbsent(slot.stage(), stage -> new ArrayList<>()).add(slot));
        byRule.values().forEach(stage -> all.addAll(ofStage(stage)));
        return all;
    }

    private static List<Distribution> ofStage(List<MeasuredSlot> slots) {
        Map<String, Map<Double, List<MeasuredSlot>>> rules = new TreeMap<>();
        slots.forEach(slot -> rules.computeIfAbsent(slot.rule(), rule -> new TreeMap<>())
                .computeIfAbsent(slot.threshold(), threshold -> new ArrayList<>())
                .add(slot));
        return rules.values().stream()
                .flatMap(thresholds -> thresholds.values().stream())
                .map(Distributions::one)
                .toList();
    }

    /// Always with the threshold in it, however far from it the values are.
    private static Distribution one(List<MeasuredSlot> slots) {
        MeasuredSlot any = slots.getFirst();
        int least = slots.stream().mapToInt(MeasuredSlot::slot).min().orElseThrow();
        int most = slots.stream().mapToInt(MeasuredSlot::slot).max().orElseThrow();
        int below = Math.max(1, MeasuredSlot.PARTS - least);
        int above = Math.max(1, most + 1 - MeasuredSlot.PARTS);
        int width = Math.ceilDiv(below + above, MOST_BARS - 1);
        // Counted from the threshold both ways.
        int barsBelow = Math.ceilDiv(below, width);
        int bars = barsBelow + Math.ceilDiv(above, width);
        Amount[] passed = new Amount[bars];
        Amount[] missed = new Amount[bars];
        Arrays.fill(passed, NONE);
        Arrays.fill(missed, NONE);
        for (MeasuredSlot slot : slots) {
            int bar = barsBelow + Math.floorDiv(slot.slot() - MeasuredSlot.PARTS, width);
            Amount[] side = slot.passed() ? passed : missed;
            side[bar] = side[bar].plus(new Amount(slot.items(), slot.frames()));
        }
        List<Bar> all = new ArrayList<>();
        for (int bar = 0; bar < bars; bar++) {
            double part = any.threshold() / MeasuredSlot.PARTS;
            int from = MeasuredSlot.PARTS + (bar - barsBelow) * width;
            all.add(new Bar(Math.max(0, from) * part, (from + width) * part, passed[bar], missed[bar]));
        }
        return new Distribution(any.stage(), any.rule(), any.bound(), any.threshold(), all, others(any, slots, width));
    }

    /// Not below 0, where nothing is.
    private static List<Other> others(MeasuredSlot rule, List<MeasuredSlot> slots, int width) {
        List<Other> others = new ArrayList<>();
        for (int bars : OTHERS) {
            int edge = MeasuredSlot.PARTS + bars * width;
            if (edge < 0) {
                continue;
            }
            Amount lost = NONE;
            Amount gained = NONE;
            for (MeasuredSlot slot : slots) {
                boolean wouldPass = rule.bound() == Bound.AT_LEAST ? slot.slot() >= edge : slot.slot() < edge;
                Amount amount = new Amount(slot.items(), slot.frames());
                if (slot.passed() && !wouldPass) {
                    lost = lost.plus(amount);
                } else if (!slot.passed() && wouldPass) {
                    gained = gained.plus(amount);
                }
            }
            others.add(new Other(rule.threshold() * edge / MeasuredSlot.PARTS, lost, gained));
        }
        return others;
    }
}
