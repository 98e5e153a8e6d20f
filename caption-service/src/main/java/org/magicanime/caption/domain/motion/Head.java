package org.magicanime.caption.domain.motion;

import java.util.List;

/// What the head, the mouth and the eyes do.
final class Head {
    private static final int LIP_ABOVE = 62;
    private static final int LIP_BELOW = 66;
    private static final int[][] EYES = {{36, 37, 38, 39, 40, 41}, {42, 43, 44, 45, 46, 47}};
    private static final double MOUTH_SLOWEST = 0.7;
    private static final double MOUTH_FASTEST = 12;
    private static final double OPEN_SECONDS = 0.4;

    private final Body body;
    private final MotionRules rules;
    private final FactList facts;
    private final int shortest;

    Head(Body body, MotionRules rules, FactList facts) {
        this.body = body;
        this.rules = rules;
        this.facts = facts;
        this.shortest = body.framesOf(rules.of(Rule.HOLD));
    }

    void find() {
        turnsAndShakes();
        nods();
        mouth();
        eyes();
    }

    private void turnsAndShakes() {
        Signal yaw = body.yaw();
        if (!body.knows(yaw)) {
            return;
        }
        aside(yaw);
        if (!rules.passes(Rule.PROFILE, Math.abs(yaw.quantile(0.5)))) {
            return;
        }
        List<Swing> shakes = Swing.find(
                yaw,
                body.whole(),
                body.framesPerSecond(),
                rules.of(Rule.YAW_SHAKE),
                rules.of(Rule.SHAKE_SLOWEST),
                rules.of(Rule.NOD_FASTEST),
                1.5);
        for (Swing shake : shakes) {
            facts.add(
                    Predicate.SHAKES_HEAD,
                    Side.NONE,
                    Heading.NONE,
                    shake.run(),
                    shake.count(),
                    shake.frequency(),
                    rules.measure(Rule.YAW_SHAKE, shake.height()),
                    rules.measure(Rule.SHAKE_SLOWEST, shake.frequency()));
        }
        Rule least = Rule.TURN;
        Signal turn = body.turn();
        List<Turning> turns = body.knows(turn) ? Turning.of(turn, body.whole(), rules.of(least)) : List.of();
        if (turns.size() < 2) {
            // A flat face moves over the head as a whole: then the ears tell.
            least = Rule.YAW;
            turns = Turning.of(yaw, body.whole(), rules.of(least));
        }
        for (int i = 1; i < turns.size(); i++) {
            Turning from = turns.get(i - 1);
            Turning to = turns.get(i);
            Run run = new Run(from.frame(), to.frame() + 1);
            boolean shaken = shakes.stream()
                    .anyMatch(
                            each -> run.first() < each.run().end() && each.run().first() < run.end());
            if (!shaken) {
                // A head that comes to look ahead is turned back.
                boolean back = Math.abs(to.value()) < Math.abs(from.value()) / 2;
                facts.add(
                        Predicate.TURNS_HEAD,
                        Side.NONE,
                        back ? Heading.FRONT : own(to.value() - from.value()),
                        run,
                        rules.measure(least, Math.abs(to.value() - from.value())));
            }
        }
    }

    private void aside(Signal yaw) {
        for (int sign : new int[] {-1, 1}) {
            Signal aside = yaw.times(sign);
            for (Run run : aside.runs(value -> rules.passes(Rule.ASIDE, value), shortest, 2)) {
                facts.add(
                        Predicate.LOOKS_ASIDE, Side.NONE, own(sign), run, rules.measure(Rule.ASIDE, aside.median(run)));
            }
        }
    }

    /// @param right positive to the picture's right
    private Heading own(double right) {
        return right > 0 ? Heading.OWN_LEFT : Heading.OWN_RIGHT;
    }

    private void nods() {
        Signal pitch = body.pitch();
        if (!body.knows(pitch)
                || !rules.passes(Rule.PROFILE, Math.abs(body.yaw().quantile(0.5)))) {
            return;
        }
        for (Swing nod : Swing.find(
                pitch,
                body.whole(),
                body.framesPerSecond(),
                rules.of(Rule.NOD),
                rules.of(Rule.NOD_SLOWEST),
                rules.of(Rule.NOD_FASTEST),
                rules.of(Rule.NOD_LEAST))) {
            facts.add(
                    Predicate.NODS,
                    Side.NONE,
                    Heading.NONE,
                    nod.run(),
                    Math.max(1, nod.count()),
                    nod.frequency(),
                    rules.measure(Rule.NOD, nod.height()),
                    rules.measure(Rule.NOD_LEAST, nod.times()),
                    rules.measure(Rule.NOD_SLOWEST, nod.frequency()));
        }
    }

    private void mouth() {
        Signal between = middle(EYES[0]).with(middle(EYES[1]), (one, other) -> Math.abs(one - other));
        double eyes = between.quantile(0.8);
        Signal opening = body.faceY(LIP_BELOW)
                .minus(body.faceY(LIP_ABOVE))
                .with(between, (height, known) -> Math.max(0, height / eyes));
        if (!body.knows(opening) || eyes <= 0) {
            return;
        }
        List<Swing> swings = Swing.find(
                opening,
                body.whole(),
                body.framesPerSecond(),
                rules.of(Rule.MOUTH_SWING),
                MOUTH_SLOWEST,
                MOUTH_FASTEST,
                rules.of(Rule.MOUTH_LEAST));
        for (Swing swing : swings) {
            facts.add(
                    Predicate.MOUTH_MOVES,
                    Side.NONE,
                    Heading.NONE,
                    swing.run(),
                    swing.count(),
                    swing.frequency(),
                    rules.measure(Rule.MOUTH_SWING, swing.height()),
                    rules.measure(Rule.MOUTH_LEAST, swing.times()));
        }
        for (Run run : opening.runs(value -> rules.passes(Rule.MOUTH_OPEN, value), body.framesOf(OPEN_SECONDS), 0)) {
            facts.add(
                    Predicate.MOUTH_OPEN,
                    Side.NONE,
                    Heading.NONE,
                    run,
                    rules.measure(Rule.MOUTH_OPEN, opening.median(run)));
        }
    }

    private Signal middle(int[] landmarks) {
        return body.faceX(landmarks[0]).middle(body.faceX(landmarks[3]));
    }

    /// Both together.
    private void eyes() {
        Signal open = openness(EYES[0]).with(openness(EYES[1]), Math::max);
        if (!body.knows(open)) {
            return;
        }
        double usual = open.quantile(0.8);
        int longest = body.framesOf(rules.of(Rule.BLINK_SECONDS));
        List<Run> shut = open.runs(value -> rules.passes(Rule.EYE_SHUT, value) && value <= usual * 0.6, 1, 0);
        List<Run> blinks = shut.stream()
                .filter(run -> run.frames() < longest && run.first() > 0 && run.end() < body.frames())
                .toList();
        if (!blinks.isEmpty()) {
            Run all = new Run(blinks.getFirst().first(), blinks.getLast().end());
            facts.add(
                    Predicate.BLINKS,
                    Side.BOTH,
                    Heading.NONE,
                    all,
                    blinks.size(),
                    null,
                    rules.measure(Rule.EYE_SHUT, open.quantile(0, all)));
        }
        for (Run run : open.runs(value -> rules.passes(Rule.EYE_SHUT, value), longest, 0)) {
            facts.add(
                    Predicate.EYES_CLOSED,
                    Side.BOTH,
                    Heading.NONE,
                    run,
                    rules.measure(Rule.EYE_SHUT, open.median(run)));
        }
    }

    /// Height of an eye over its width, as Soukupova and Cech have it.
    private Signal openness(int[] eye) {
        Signal heights = span(eye[1], eye[5]).with(span(eye[2], eye[4]), (one, other) -> (one + other) / 2);
        return heights.over(span(eye[0], eye[3]));
    }

    private Signal span(int one, int other) {
        return body.faceX(one).minus(body.faceX(other)).with(body.faceY(one).minus(body.faceY(other)), Math::hypot);
    }
}
