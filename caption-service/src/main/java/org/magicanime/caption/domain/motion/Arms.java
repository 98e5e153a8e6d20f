package org.magicanime.caption.domain.motion;

import java.util.Arrays;
import java.util.List;

/// What arms and hands do.
final class Arms {
    private static final int TIP = 3;
    private static final int WRIST = 0;
    /// Knuckles of the fingers without the thumb, from the index finger on.
    private static final List<Integer> KNUCKLES = List.of(5, 9, 13, 17);

    private final Body body;
    private final MotionRules rules;
    private final FactList facts;
    private final int shortest;

    Arms(Body body, MotionRules rules, FactList facts) {
        this.body = body;
        this.rules = rules;
        this.facts = facts;
        this.shortest = body.framesOf(rules.of(Rule.HOLD));
    }

    void find() {
        claps();
        for (Side side : Side.OWN) {
            Signal elbow = body.angle(Body.shoulder(side), Body.elbow(side), Body.wrist(side));
            if (!body.knows(elbow)) {
                continue;
            }
            waves(side);
            raises(side);
            stretched(side, elbow);
            places(side, elbow);
            held(Predicate.ELBOW_BENT, side, elbow, Rule.BENT);
            held(Predicate.ELBOW_STRAIGHT, side, elbow, Rule.STRAIGHT);
            fingers(side);
        }
    }

    private void held(Predicate predicate, Side side, Signal value, Rule rule) {
        for (Run run : value.runs(each -> rules.passes(rule, each), shortest, 2)) {
            facts.add(predicate, side, Heading.NONE, run, rules.measure(rule, value.median(run)));
        }
    }

    /// A forearm that points upwards swings sideways.
    private void waves(Side side) {
        Signal up = body.y(Body.elbow(side)).minus(body.y(Body.wrist(side)));
        Signal across = body.x(Body.wrist(side)).minus(body.x(Body.shoulder(side)));
        for (Run raised : up.runs(value -> value > 0, shortest, 2)) {
            for (Swing swing : Swing.find(
                    across,
                    raised,
                    body.framesPerSecond(),
                    rules.of(Rule.WAVE_SWING),
                    rules.of(Rule.WAVE_SLOWEST),
                    rules.of(Rule.WAVE_FASTEST),
                    rules.of(Rule.WAVE_LEAST))) {
                facts.add(
                        Predicate.WAVES,
                        side,
                        Heading.NONE,
                        swing.run(),
                        Math.max(1, swing.count()),
                        swing.frequency(),
                        rules.measure(Rule.WAVE_SWING, swing.height()),
                        rules.measure(Rule.WAVE_LEAST, swing.times()),
                        rules.measure(Rule.WAVE_SLOWEST, swing.frequency()));
            }
        }
    }

    private void claps() {
        Signal apart = body.distance(Body.wrist(Side.LEFT), Body.wrist(Side.RIGHT));
        if (!body.knows(apart)) {
            return;
        }
        for (Swing swing : Swing.find(
                apart,
                body.whole(),
                body.framesPerSecond(),
                rules.of(Rule.CLAP_SWING),
                rules.of(Rule.WAVE_SLOWEST),
                rules.of(Rule.CLAP_FASTEST),
                rules.of(Rule.CLAP_LEAST))) {
            double nearest = apart.quantile(0.1, swing.run());
            if (rules.passes(Rule.CLAP_NEAR, nearest)) {
                facts.add(
                        Predicate.CLAPS,
                        Side.BOTH,
                        Heading.NONE,
                        swing.run(),
                        swing.count(),
                        swing.frequency(),
                        rules.measure(Rule.CLAP_NEAR, nearest),
                        rules.measure(Rule.CLAP_SWING, swing.height()),
                        rules.measure(Rule.CLAP_LEAST, swing.times()));
            }
        }
    }

    /// The hand comes up past the chest, or goes down again.
    private void raises(Side side) {
        Signal height = body.y(Body.shoulder(side)).minus(body.y(Body.wrist(side)));
        List<Turning> turns = Turning.of(height, body.whole(), rules.of(Rule.RAISE));
        for (int i = 1; i < turns.size(); i++) {
            Turning from = turns.get(i - 1);
            Turning to = turns.get(i);
            double change = to.value() - from.value();
            // Of a long way only the part in which most of it happens.
            Run run = moving(height, from, to);
            boolean pastTheChest =
                    Math.max(from.value(), to.value()) >= -0.25 && Math.min(from.value(), to.value()) <= -0.4;
            if (pastTheChest && run.frames() <= body.framesOf(rules.of(Rule.RAISE_SECONDS))) {
                facts.add(
                        change > 0 ? Predicate.RAISES_ARM : Predicate.LOWERS_ARM,
                        side,
                        change > 0 ? Heading.UP : Heading.DOWN,
                        run,
                        rules.measure(Rule.RAISE, Math.abs(change)));
            }
        }
    }

    private static Run moving(Signal height, Turning from, Turning to) {
        double tenth = (to.value() - from.value()) / 10;
        int first = from.frame();
        while (first + 1 < to.frame() && near(height.at(first + 1), from.value(), tenth)) {
            first++;
        }
        int last = to.frame();
        while (last - 1 > first && near(height.at(last - 1), to.value(), tenth)) {
            last--;
        }
        return new Run(first, last + 1);
    }

    private static boolean near(double value, double end, double tenth) {
        return Double.isNaN(value) || Math.abs(value - end) < Math.abs(tenth);
    }

    /// A straight arm that does not hang points, if the index finger does; else it is held out.
    private void stretched(Side side, Signal elbow) {
        Signal right = body.x(Body.wrist(side)).minus(body.x(Body.shoulder(side)));
        Signal down = body.y(Body.wrist(side)).minus(body.y(Body.shoulder(side)));
        Signal fromHanging = right.with(down, (dx, dy) -> Math.toDegrees(Math.atan2(Math.abs(dx), dy)));
        Signal holds = elbow.with(
                fromHanging,
                (straight, away) -> rules.passes(Rule.STRAIGHT, straight) && rules.passes(Rule.ARM_AWAY, away) ? 1 : 0);
        Signal index = finger(side, 0);
        Signal others = finger(side, 1).middle(finger(side, 2)).middle(finger(side, 3));
        for (Run run : holds.runs(value -> value == 1, shortest, 2)) {
            double stretch = index.median(run);
            double curl = others.median(run);
            boolean points = rules.passes(Rule.INDEX, stretch) && rules.passes(Rule.CURLED, curl);
            Heading heading = heading(right.median(run), fromHanging.median(run));
            if (points) {
                facts.add(
                        Predicate.POINTS,
                        side,
                        heading,
                        run,
                        rules.measure(Rule.STRAIGHT, elbow.median(run)),
                        rules.measure(Rule.ARM_AWAY, fromHanging.median(run)),
                        rules.measure(Rule.INDEX, stretch),
                        rules.measure(Rule.CURLED, curl));
            } else {
                facts.add(
                        Predicate.ARM_STRETCHED_OUT,
                        side,
                        heading,
                        run,
                        rules.measure(Rule.STRAIGHT, elbow.median(run)),
                        rules.measure(Rule.ARM_AWAY, fromHanging.median(run)));
            }
        }
    }

    private Heading heading(double right, double fromHanging) {
        if (rules.passes(Rule.ARM_UP, fromHanging)) {
            return Heading.UP;
        }
        return right * body.facing() > 0 ? Heading.OWN_LEFT : Heading.OWN_RIGHT;
    }

    /// Tip over knuckle, from the wrist.
    private Signal finger(Side side, int number) {
        int wrist = Body.hand(side, WRIST);
        int knuckle = Body.hand(side, KNUCKLES.get(number));
        return body.distance(knuckle + TIP, wrist).over(body.distance(knuckle, wrist));
    }

    private void places(Side side, Signal elbow) {
        int wrist = Body.wrist(side);
        Signal eyes = body.y(1).middle(body.y(2));
        Signal aboveEyes = eyes.minus(body.y(wrist));
        held(Predicate.HAND_ABOVE_HEAD, side, aboveEyes, Rule.HAND_HIGH);
        Signal hand = body.x(Body.hand(side, 9));
        boolean fingersSeen = body.knows(hand);
        int middle = fingersSeen ? Body.hand(side, 9) : wrist;
        Signal toFace = body.distance(middle, Body.NOSE);
        Signal atFace = toFace.with(aboveEyes, (near, above) -> above < rules.of(Rule.HAND_HIGH) ? near : Double.NaN);
        held(Predicate.HAND_AT_FACE, side, atFace, Rule.HAND_NEAR_FACE);
        Signal bentAtHip = body.distance(wrist, Body.hip(side))
                .with(elbow, (near, angle) -> rules.passes(Rule.KNEE_BENT, angle) ? near : Double.NaN);
        held(Predicate.HAND_AT_HIP, side, bentAtHip, Rule.HAND_NEAR_HIP);
        chest(side, wrist, elbow);
    }

    /// Between the shoulders and the middle of the torso, with a bent elbow.
    private void chest(Side side, int wrist, Signal elbow) {
        double[] inside = new double[body.frames()];
        Signal left = body.x(Body.shoulder(Side.LEFT));
        Signal right = body.x(Body.shoulder(Side.RIGHT));
        Signal below = body.y(wrist).minus(body.shouldersY());
        Signal x = body.x(wrist);
        Arrays.setAll(inside, i -> {
            boolean across = x.at(i) > Math.min(left.at(i), right.at(i)) && x.at(i) < Math.max(left.at(i), right.at(i));
            boolean high = below.at(i) > 0 && below.at(i) < 0.5;
            return across && high ? elbow.at(i) : Double.NaN;
        });
        held(Predicate.HAND_AT_CHEST, side, new Signal(inside), Rule.BENT);
    }

    private void fingers(Side side) {
        Signal mean =
                finger(side, 0).middle(finger(side, 1)).middle(finger(side, 2).middle(finger(side, 3)));
        if (body.knows(mean)) {
            held(Predicate.HAND_OPEN, side, mean, Rule.OPEN_HAND);
            // A finger that is stretched points.
            held(Predicate.FIST, side, mean.with(finger(side, 0), Math::max), Rule.CLOSED_HAND);
        }
    }
}
