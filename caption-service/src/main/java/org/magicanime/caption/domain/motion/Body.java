package org.magicanime.caption.domain.motion;

import java.util.Arrays;
import java.util.stream.IntStream;

/// A character over time in torso lengths: x to the picture's right, y downwards. Points that are less certain than the
/// rule says are not known.
final class Body {
    static final int NOSE = 0;
    private static final int EYES = 1;
    private static final int EARS = 3;
    private static final int SHOULDERS = 5;
    private static final int ELBOWS = 7;
    private static final int WRISTS = 9;
    private static final int HIPS = 11;
    private static final int KNEES = 13;
    private static final int ANKLES = 15;
    private static final int JAW = 23;
    private static final int JAW_END = JAW + 16;
    private static final int NOSE_TIP = 30;
    private static final int[] OUTER_CORNERS = {36, 45};
    private static final int[] HANDS = {91, 112};
    /// Torso over shoulders, where hips are not seen: people have 1.1, drawn figures up to 1.6.
    private static final double TORSO_OF_SHOULDERS = 1.3;

    private final KeypointSeries series;
    private final MotionRules rules;
    private final double torso;
    private final Signal[] x = new Signal[KeypointSeries.POINTS];
    private final Signal[] y = new Signal[KeypointSeries.POINTS];

    Body(KeypointSeries series, MotionRules rules) {
        this.series = series;
        this.rules = rules;
        this.torso = torso();
    }

    /// Pixels of a torso: the median over the span; not a number if it is not known.
    double torsoPixels() {
        return torso;
    }

    private double torso() {
        Signal torsos = torsoSignal();
        return knows(torsos)
                ? torsos.quantile(0.5)
                : TORSO_OF_SHOULDERS
                        * distance(rawX(5), rawX(6), rawY(5), rawY(6)).quantile(0.9);
    }

    /// Pixels of the torso in each frame.
    Signal torsoSignal() {
        return distance(
                rawX(5).middle(rawX(6)), rawX(11).middle(rawX(12)), rawY(5).middle(rawY(6)), rawY(11).middle(rawY(12)));
    }

    private static Signal distance(Signal x1, Signal x2, Signal y1, Signal y2) {
        return x1.minus(x2).with(y1.minus(y2), Math::hypot);
    }

    private Signal rawX(int point) {
        return new Signal(IntStream.range(0, frames())
                .mapToDouble(frame -> seen(frame, point) ? series.x(frame, point) : Double.NaN)
                .toArray());
    }

    private Signal rawY(int point) {
        return new Signal(IntStream.range(0, frames())
                .mapToDouble(frame -> seen(frame, point) ? series.y(frame, point) : Double.NaN)
                .toArray());
    }

    private boolean seen(int frame, int point) {
        return series.confidence(frame, point) >= rules.of(Rule.CONFIDENCE);
    }

    int frames() {
        return series.count();
    }

    double framesPerSecond() {
        return series.framesPerSecond();
    }

    KeypointSeries series() {
        return series;
    }

    /// Frames of so many seconds, at least 1.
    int framesOf(double seconds) {
        return Math.max(1, (int) Math.round(seconds * framesPerSecond()));
    }

    Run whole() {
        return new Run(0, frames());
    }

    boolean knows(Signal signal) {
        return rules.passes(Rule.KNOWN, signal.knownShare());
    }

    /// Smoothed.
    Signal x(int point) {
        Signal known = x[point];
        if (known == null) {
            known = rawX(point).times(1 / torso).smooth();
            x[point] = known;
        }
        return known;
    }

    /// Smoothed.
    Signal y(int point) {
        Signal known = y[point];
        if (known == null) {
            known = rawY(point).times(1 / torso).smooth();
            y[point] = known;
        }
        return known;
    }

    /// Of the face's fine movements, which smoothing would take away: pixels.
    Signal faceX(int landmark) {
        return rawX(JAW + landmark);
    }

    Signal faceY(int landmark) {
        return rawY(JAW + landmark);
    }

    private static int of(int pair, Side side) {
        return pair + (side == Side.LEFT ? 0 : 1);
    }

    static int shoulder(Side side) {
        return of(SHOULDERS, side);
    }

    static int elbow(Side side) {
        return of(ELBOWS, side);
    }

    static int wrist(Side side) {
        return of(WRISTS, side);
    }

    static int hip(Side side) {
        return of(HIPS, side);
    }

    static int knee(Side side) {
        return of(KNEES, side);
    }

    static int ankle(Side side) {
        return of(ANKLES, side);
    }

    /// One of the 21 points of a hand.
    static int hand(Side side, int point) {
        return HANDS[side == Side.LEFT ? 0 : 1] + point;
    }

    Signal distance(int one, int other) {
        return distance(x(one), x(other), y(one), y(other));
    }

    /// Between two joints, seen from a third: 180 is straight.
    Signal angle(int one, int at, int other) {
        Signal ax = x(one).minus(x(at));
        Signal ay = y(one).minus(y(at));
        Signal bx = x(other).minus(x(at));
        Signal by = y(other).minus(y(at));
        double[] degrees = new double[frames()];
        Arrays.setAll(degrees, i -> {
            double lengths = Math.hypot(ax.at(i), ay.at(i)) * Math.hypot(bx.at(i), by.at(i));
            double cosine = (ax.at(i) * bx.at(i) + ay.at(i) * by.at(i)) / lengths;
            return Math.toDegrees(Math.acos(Math.clamp(cosine, -1.0, 1.0)));
        });
        return new Signal(degrees);
    }

    Signal shouldersX() {
        return x(shoulder(Side.LEFT)).middle(x(shoulder(Side.RIGHT)));
    }

    Signal shouldersY() {
        return y(shoulder(Side.LEFT)).middle(y(shoulder(Side.RIGHT)));
    }

    Signal hipsX() {
        return x(hip(Side.LEFT)).middle(x(hip(Side.RIGHT)));
    }

    Signal hipsY() {
        return y(hip(Side.LEFT)).middle(y(hip(Side.RIGHT)));
    }

    /// Where the nose is between the ears, or the ends of the jaw: 0 in the middle, 1 at the one at the
    /// picture's right.
    Signal yaw() {
        int[] ends = headEnds();
        return x(NOSE).minus(x(ends[0]).middle(x(ends[1])))
                .over(usual(distance(ends[0], ends[1])).times(0.5));
    }

    /// How far the tip of the nose is from the middle of the eyes' outer corners, in their distance: positive to the
    /// picture's right. Not known where the face's landmarks are not.
    Signal turn() {
        int right = JAW + OUTER_CORNERS[0];
        int left = JAW + OUTER_CORNERS[1];
        return x(JAW + NOSE_TIP).minus(x(right).middle(x(left))).over(usual(distance(right, left)));
    }

    /// How far the eyes are below the shoulders: a head that nods goes about the neck. What ears do would tell
    /// it apart from shrugs, too, but models put them where they cannot be seen.
    Signal pitch() {
        return y(EYES).middle(y(EYES + 1)).minus(shouldersY());
    }

    /// The same in all frames, so that a turned head does not look like a fast one.
    private Signal usual(Signal length) {
        double usual = length.quantile(0.8);
        double[] same = new double[frames()];
        Arrays.fill(same, usual > 0 ? usual : Double.NaN);
        return new Signal(same);
    }

    private int[] headEnds() {
        return knows(x(EARS)) && knows(x(EARS + 1)) ? new int[] {EARS, EARS + 1} : new int[] {JAW, JAW_END};
    }

    /// 1 if the character's own left is at the picture's right, as it faces the viewer; -1 if not.
    int facing() {
        double width = x(shoulder(Side.LEFT)).minus(x(shoulder(Side.RIGHT))).quantile(0.5);
        return width < 0 ? -1 : 1;
    }
}
