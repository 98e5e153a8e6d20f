package org.magicanime.testkit.motion;

import org.magicanime.testkit.drawn.Action;

/// Says whether a statement is true of a drawn motion.
///
/// @param drawn the motion
public record MotionTruth(DrawnMotion drawn) {
    /// What lies half way between two numbers may be either.
    private static final double HALF = 0.55;

    private static final double MOUTH_MOVES = 0.05;
    private static final double MOUTH_OPEN = 0.1;
    private static final double ASIDE = 1;

    /// The predicate that says what it does.
    public String action() {
        return switch (drawn.action()) {
            case STAND -> "stands";
            case WAVE -> "waves";
            case WALK -> "walks";
            case POINT -> "points";
            case JUMP -> "jumps";
            case SIT -> "sits";
            case TURN -> "turns-head";
            case NOD -> "nods";
            case TALK -> "mouth-moves";
        };
    }

    /// Whether what it does is counted.
    public boolean isCounted() {
        return !Double.isNaN(drawn.times(0, drawn.cartoon().frames()));
    }

    /// How often it is drawn in these frames, as a fraction (waves to and fro, steps, jumps, nods); absent of what is
    /// not counted.
    public double times(long first, long end) {
        return drawn.times(first, end);
    }

    /// Whether what it does is done that often in these frames.
    public boolean countIsRight(int count, long first, long end) {
        return Math.abs(count - drawn.times(first, end)) <= HALF;
    }

    /// What is not listed here is drawn of nobody.
    public boolean isTrue(Statement stated) {
        Action action = drawn.action();
        long first = stated.first();
        long end = stated.end();
        return switch (stated.predicate()) {
            case "stands" -> action != Action.SIT && action != Action.WALK;
            case "sits" -> action == Action.SIT;
            case "walks" -> action == Action.WALK && stated.heading().equals(walk());
            case "moves-across" -> action == Action.WALK && stated.heading().equals(walk()) && drawn.speed() != 0;
            case "jumps", "raises-arm", "lowers-arm", "hand-above-head", "knee-bent" -> action == Action.JUMP;
            case "waves" -> action == Action.WAVE && stated.side().equals("right");
            case "points", "arm-stretched-out" ->
                action == Action.POINT
                        && stated.side().equals("left")
                        && stated.heading().equals("own-left");
            case "turns-head" -> action == Action.TURN && turnsHead(stated);
            case "looks-aside" -> {
                double furthest = drawn.looks(first, end);
                yield stated.heading().equals("own-left") == (furthest > 0) && Math.abs(furthest) > ASIDE;
            }
            case "nods" -> action == Action.NOD;
            case "faces" -> stated.heading().equals("front");
            case "mouth-moves" ->
                drawn.speaks() && drawn.widest(first, end) - drawn.narrowest(first, end) > MOUTH_MOVES;
            case "mouth-open" -> drawn.speaks() && drawn.widest(first, end) > MOUTH_OPEN;
            case "blinks" -> drawn.blinks();
            case "still" -> action == Action.STAND || action == Action.SIT;
            case "elbow-straight", "knee-straight", "hand-open" -> true;
            case "elbow-bent" -> action == Action.WAVE && stated.side().equals("right") || action == Action.JUMP;
            default -> false;
        };
    }

    private boolean turnsHead(Statement stated) {
        return switch (stated.heading()) {
            case "own-left" -> drawn.turns(stated.first(), stated.end()) > 0;
            case "own-right" -> drawn.turns(stated.first(), stated.end()) < 0;
            default -> drawn.turnsAway(stated.first(), stated.end()) < 0;
        };
    }

    private String walk() {
        return drawn.speed() == 0 ? "none" : drawn.speed() < 0 ? "picture-left" : "picture-right";
    }
}
