package org.magicanime.caption.domain.motion;

import java.util.List;

/// Finds what can be said of a motion. Nothing is said of what was not seen.
public final class MotionFacts {
    private final MotionRules rules;

    public MotionFacts(MotionRules rules) {
        this.rules = rules;
    }

    /// @return in the order of their frames, with ids
    public List<Fact> of(KeypointSeries series) {
        FactList facts = new FactList(series.frames().first());
        Body body = new Body(series, rules);
        if (Double.isNaN(body.torsoPixels()) || body.torsoPixels() <= 0) {
            return List.of();
        }
        new Steps(body, rules, facts).find();
        new Postures(body, rules, facts).find();
        new Arms(body, rules, facts).find();
        new Head(body, rules, facts).find();
        knees(body, facts);
        still(body, facts);
        return facts.sorted();
    }

    private void knees(Body body, FactList facts) {
        int shortest = body.framesOf(rules.of(Rule.HOLD));
        for (Side side : Side.OWN) {
            Signal knee = body.angle(Body.hip(side), Body.knee(side), Body.ankle(side));
            if (!body.knows(knee)) {
                continue;
            }
            knee.runs(value -> rules.passes(Rule.KNEE_BENT, value), shortest, 2)
                    .forEach(run -> facts.add(
                            Predicate.KNEE_BENT,
                            side,
                            Heading.NONE,
                            run,
                            rules.measure(Rule.KNEE_BENT, knee.median(run))));
            knee.runs(value -> rules.passes(Rule.KNEE_STRAIGHT, value), shortest, 2)
                    .forEach(run -> facts.add(
                            Predicate.KNEE_STRAIGHT,
                            side,
                            Heading.NONE,
                            run,
                            rules.measure(Rule.KNEE_STRAIGHT, knee.median(run))));
        }
    }

    /// Head, hands and feet stay where they are, and nothing else was found to move.
    private void still(Body body, FactList facts) {
        if (facts.hasAny(Predicate.ACTIONS)) {
            return;
        }
        double most = 0;
        boolean known = false;
        int[] ends = {
            Body.NOSE,
            Body.shoulder(Side.LEFT),
            Body.shoulder(Side.RIGHT),
            Body.wrist(Side.LEFT),
            Body.wrist(Side.RIGHT),
            Body.ankle(Side.LEFT),
            Body.ankle(Side.RIGHT)
        };
        for (int point : ends) {
            if (body.knows(body.x(point))) {
                known = true;
                most = Math.max(
                        most, Math.hypot(body.x(point).spread(), body.y(point).spread()));
            }
        }
        if (known && rules.passes(Rule.STILL, most)) {
            facts.add(Predicate.STILL, Side.NONE, Heading.NONE, body.whole(), rules.measure(Rule.STILL, most));
        }
    }
}
