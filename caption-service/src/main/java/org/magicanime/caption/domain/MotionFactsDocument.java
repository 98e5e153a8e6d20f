package org.magicanime.caption.domain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.magicanime.caption.domain.motion.Fact;
import org.magicanime.caption.domain.motion.Rule;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Measure;

/// The content of `motion-facts.json`.
///
/// @param itemId the span
/// @param span its frames in the film
/// @param framesPerSecond of the film
/// @param facts in the order of their frames
/// @param sources by rule: where its threshold is from
public record MotionFactsDocument(
        String itemId, FrameSpan span, double framesPerSecond, List<Fact> facts, Map<String, String> sources) {
    public MotionFactsDocument {
        facts = List.copyOf(facts);
        sources = new TreeMap<>(sources);
    }

    static MotionFactsDocument of(String itemId, FrameSpan span, double framesPerSecond, List<Fact> facts) {
        Map<String, String> sources = new TreeMap<>();
        for (Fact fact : facts) {
            for (Measure measure : fact.measures()) {
                Rule.find(measure.rule()).ifPresent(rule -> sources.put(rule.key(), rule.source()));
            }
        }
        return new MotionFactsDocument(itemId, span, framesPerSecond, facts, sources);
    }
}
