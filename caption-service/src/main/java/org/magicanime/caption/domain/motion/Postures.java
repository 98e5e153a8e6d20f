package org.magicanime.caption.domain.motion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// How the body is held, and which side of it is seen.
final class Postures {
    private final Body body;
    private final MotionRules rules;
    private final FactList facts;
    private final int shortest;

    Postures(Body body, MotionRules rules, FactList facts) {
        this.body = body;
        this.rules = rules;
        this.facts = facts;
        this.shortest = body.framesOf(rules.of(Rule.HOLD));
    }

    void find() {
        legs();
        tilt();
        facing();
    }

    private void legs() {
        Signal thigh = lower(Body.knee(Side.LEFT), Body.knee(Side.RIGHT)).minus(body.hipsY());
        Signal shinLeft = body.y(Body.ankle(Side.LEFT)).minus(body.y(Body.knee(Side.LEFT)));
        Signal shinRight = body.y(Body.ankle(Side.RIGHT)).minus(body.y(Body.knee(Side.RIGHT)));
        Signal shins = shinLeft.with(shinRight, Math::min);
        Signal longer = shinLeft.with(shinRight, Math::max);
        Signal whole = lower(Body.ankle(Side.LEFT), Body.ankle(Side.RIGHT)).minus(body.hipsY());
        Signal upright = tiltAbsolute();
        if (!body.knows(whole) || !body.knows(upright)) {
            return;
        }
        double lie = rules.of(Rule.LIE_TILT);
        Signal foreshortened = thigh.over(shins);
        Signal sits = foreshortened.with(
                shins, (up, down) -> rules.passes(Rule.SIT_THIGH, up) && rules.passes(Rule.SIT_SHIN, down) ? 1 : 0);
        Signal kneels = thigh.with(
                longer,
                (up, down) -> rules.passes(Rule.KNEEL_THIGH, up) && rules.passes(Rule.KNEEL_SHIN, down) ? 1 : 0);
        hold(Predicate.SITS, masked(sits, upright, lie), Rule.SIT_THIGH, foreshortened, Rule.SIT_SHIN, shins);
        hold(Predicate.KNEELS, masked(kneels, upright, lie), Rule.KNEEL_THIGH, thigh, Rule.KNEEL_SHIN, longer);
        Signal stands = whole.with(
                sits.with(kneels, Math::max),
                (legs, otherwise) -> otherwise == 0 && rules.passes(Rule.STAND_LEGS, legs) ? 1 : 0);
        for (Run run : resting(masked(stands, upright, lie)).runs(value -> value == 1, shortest, 2)) {
            facts.add(
                    Predicate.STANDS, Side.NONE, Heading.NONE, run, rules.measure(Rule.STAND_LEGS, whole.median(run)));
        }
    }

    /// Who walks, runs or jumps does not stand.
    private Signal resting(Signal holds) {
        double[] values = new double[holds.frames()];
        Arrays.setAll(values, holds::at);
        for (Predicate each : List.of(Predicate.WALKS, Predicate.RUNS, Predicate.JUMPS)) {
            facts.runs(each).forEach(run -> Arrays.fill(values, run.first(), run.end(), 0));
        }
        return new Signal(values);
    }

    /// The one that is further down in the picture.
    private Signal lower(int left, int right) {
        return body.y(left).with(body.y(right), Math::max);
    }

    private static Signal masked(Signal holds, Signal tilt, double lie) {
        return holds.with(tilt, (one, degrees) -> degrees < lie ? one : 0);
    }

    private void hold(Predicate predicate, Signal holds, Rule one, Signal oneValue, Rule other, Signal otherValue) {
        for (Run run : holds.runs(value -> value == 1, shortest, 2)) {
            facts.add(
                    predicate,
                    Side.NONE,
                    Heading.NONE,
                    run,
                    rules.measure(one, oneValue.median(run)),
                    rules.measure(other, otherValue.median(run)));
        }
    }

    /// Degrees from upright, positive to the picture's right.
    private Signal tiltSigned() {
        Signal right = body.shouldersX().minus(body.hipsX());
        Signal up = body.hipsY().minus(body.shouldersY());
        return right.with(up, (dx, dy) -> Math.toDegrees(Math.atan2(dx, dy)));
    }

    private Signal tiltAbsolute() {
        return tiltSigned().with(tiltSigned(), (one, same) -> Math.abs(one));
    }

    private void tilt() {
        Signal tilt = tiltSigned();
        Signal degrees = tiltAbsolute();
        if (!body.knows(tilt)) {
            return;
        }
        for (Run run : degrees.runs(value -> value >= rules.of(Rule.LIE_TILT), shortest, 2)) {
            facts.add(Predicate.LIES, Side.NONE, Heading.NONE, run, rules.measure(Rule.LIE_TILT, degrees.median(run)));
        }
        for (int sign : new int[] {-1, 1}) {
            Signal toOneSide = tilt.times(sign);
            for (Run run : toOneSide.runs(
                    value -> value >= rules.of(Rule.LEAN_TILT) && value < rules.of(Rule.LIE_TILT), shortest, 2)) {
                facts.add(
                        Predicate.LEANS,
                        Side.NONE,
                        sign < 0 ? Heading.PICTURE_LEFT : Heading.PICTURE_RIGHT,
                        run,
                        rules.measure(Rule.LEAN_TILT, toOneSide.median(run)));
            }
        }
    }

    private record Seen(Heading heading, Run run) {}

    /// From the front, from behind, or from a side; the one after the other is a turn.
    private void facing() {
        Signal width = body.x(Body.shoulder(Side.LEFT)).minus(body.x(Body.shoulder(Side.RIGHT)));
        if (!body.knows(width)) {
            return;
        }
        Signal nose = body.x(Body.NOSE).minus(body.shouldersX());
        double front = rules.of(Rule.FACE_FRONT);
        double side = rules.of(Rule.FACE_SIDE);
        List<Seen> seen = new ArrayList<>();
        width.runs(value -> value >= front, shortest, 2).forEach(run -> seen.add(new Seen(Heading.FRONT, run)));
        width.runs(value -> value <= -front, shortest, 2).forEach(run -> seen.add(new Seen(Heading.BACK, run)));
        for (Run run : width.runs(value -> Math.abs(value) <= side, shortest, 2)) {
            double ahead = nose.median(run);
            if (Math.abs(ahead) > side / 2) {
                seen.add(new Seen(ahead < 0 ? Heading.PICTURE_LEFT : Heading.PICTURE_RIGHT, run));
            }
        }
        seen.sort(Comparator.comparingInt(each -> each.run().first()));
        for (int i = 0; i < seen.size(); i++) {
            Seen now = seen.get(i);
            Rule rule =
                    now.heading() == Heading.FRONT || now.heading() == Heading.BACK ? Rule.FACE_FRONT : Rule.FACE_SIDE;
            facts.add(
                    Predicate.FACES,
                    Side.NONE,
                    now.heading(),
                    now.run(),
                    rules.measure(rule, Math.abs(width.median(now.run()))));
            if (i > 0 && seen.get(i - 1).heading() != now.heading()) {
                Run before = seen.get(i - 1).run();
                Run turn = new Run(
                        before.end() - 1, Math.max(before.end() + 1, now.run().first() + 1));
                facts.add(
                        Predicate.TURNS,
                        Side.NONE,
                        now.heading(),
                        turn,
                        rules.measure(rule, Math.abs(width.median(now.run()))));
            }
        }
    }
}
