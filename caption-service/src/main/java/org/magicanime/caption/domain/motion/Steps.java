package org.magicanime.caption.domain.motion;

import java.util.List;

/// Walking, running, jumping, and where that leads.
final class Steps {
    private static final int ENDS = 5;
    /// How far the middle of a step may be from where the feet are side by side, in heights of the swing.
    private static final double MOST_LAME = 0.35;

    private final Body body;
    private final MotionRules rules;
    private final FactList facts;

    Steps(Body body, MotionRules rules, FactList facts) {
        this.body = body;
        this.rules = rules;
        this.facts = facts;
    }

    void find() {
        jumps();
        steps();
        moves();
        growth();
    }

    /// Both feet are above where they mostly are.
    private void jumps() {
        Signal lower = body.y(Body.ankle(Side.LEFT)).with(body.y(Body.ankle(Side.RIGHT)), Math::max);
        if (!body.knows(lower)) {
            return;
        }
        double ground = lower.quantile(0.9);
        List<Run> air = lower.runs(y -> ground - y >= rules.of(Rule.JUMP_HEIGHT), 2, 1).stream()
                .filter(run -> run.frames() <= body.framesOf(rules.of(Rule.JUMP_SECONDS)))
                .toList();
        if (air.isEmpty()) {
            return;
        }
        Run all = new Run(air.getFirst().first(), air.getLast().end());
        double highest = air.stream()
                .mapToDouble(run -> ground - lower.quantile(0, run))
                .max()
                .orElseThrow();
        facts.add(
                Predicate.JUMPS,
                Side.NONE,
                Heading.UP,
                all,
                air.size(),
                null,
                rules.measure(Rule.JUMP_HEIGHT, highest));
    }

    /// One ankle passes the other: upwards seen from the front, sideways from the side.
    private void steps() {
        Signal up = body.y(Body.ankle(Side.LEFT)).minus(body.y(Body.ankle(Side.RIGHT)));
        Signal across = body.x(Body.ankle(Side.LEFT)).minus(body.x(Body.ankle(Side.RIGHT)));
        if (!body.knows(up)) {
            return;
        }
        Signal wider = up.spread() >= across.spread() ? up : across;
        for (Swing swing : Swing.find(
                wider,
                body.whole(),
                body.framesPerSecond(),
                rules.of(Rule.STEP_SWING),
                rules.of(Rule.STEP_SLOWEST),
                rules.of(Rule.STEP_FASTEST),
                rules.of(Rule.STEP_LEAST) / 2)) {
            if (Math.abs(swing.centre()) > swing.height() * MOST_LAME) {
                // Feet that go apart and together do not pass each other.
                continue;
            }
            double cadence = 2 * swing.frequency();
            facts.add(
                    rules.passes(Rule.RUN_CADENCE, cadence) ? Predicate.RUNS : Predicate.WALKS,
                    Side.NONE,
                    heading(swing.run()),
                    swing.run(),
                    (int) Math.round(2 * swing.times()),
                    swing.frequency(),
                    rules.measure(Rule.STEP_SWING, swing.height()),
                    rules.measure(Rule.STEP_LEAST, 2 * swing.times()),
                    rules.measure(Rule.RUN_CADENCE, cadence));
        }
    }

    private Signal place() {
        Signal hips = body.hipsX();
        return body.knows(hips) ? hips : body.shouldersX();
    }

    private double moved(Run run) {
        Signal place = place();
        int ends = Math.min(ENDS, run.frames() / 2);
        return ends == 0
                ? 0
                : place.median(new Run(run.end() - ends, run.end()))
                        - place.median(new Run(run.first(), run.first() + ends));
    }

    private double speed(Run run) {
        return Math.abs(moved(run)) / run.frames() * body.framesPerSecond();
    }

    private Heading heading(Run run) {
        double moved = moved(run);
        if (!rules.passes(Rule.MOVE_DISTANCE, Math.abs(moved)) || !rules.passes(Rule.MOVE_SPEED, speed(run))) {
            return Heading.NONE;
        }
        return moved < 0 ? Heading.PICTURE_LEFT : Heading.PICTURE_RIGHT;
    }

    private void moves() {
        Run whole = body.whole();
        Heading heading = heading(whole);
        if (heading != Heading.NONE) {
            facts.add(
                    Predicate.MOVES_ACROSS,
                    Side.NONE,
                    heading,
                    whole,
                    rules.measure(Rule.MOVE_DISTANCE, Math.abs(moved(whole))),
                    rules.measure(Rule.MOVE_SPEED, speed(whole)));
        }
    }

    /// What comes nearer becomes larger.
    private void growth() {
        Signal torso = body.torsoSignal();
        if (!body.knows(torso) || body.frames() < body.framesOf(1)) {
            return;
        }
        int quarter = body.frames() / 4;
        double growth =
                torso.median(new Run(body.frames() - quarter, body.frames())) / torso.median(new Run(0, quarter));
        if (rules.passes(Rule.GROWTH, growth)) {
            facts.add(Predicate.APPROACHES, Side.NONE, Heading.FRONT, body.whole(), rules.measure(Rule.GROWTH, growth));
        } else if (rules.passes(Rule.GROWTH, 1 / growth)) {
            facts.add(Predicate.RECEDES, Side.NONE, Heading.BACK, body.whole(), rules.measure(Rule.GROWTH, 1 / growth));
        }
    }
}
