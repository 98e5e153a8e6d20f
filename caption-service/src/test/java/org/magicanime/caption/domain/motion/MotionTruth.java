package org.magicanime.caption.domain.motion;

import org.magicanime.testkit.drawn.Action;

/// Says whether a fact is true of a drawn motion.
final class MotionTruth {
    private final DrawnMotion drawn;

    MotionTruth(DrawnMotion drawn) {
        this.drawn = drawn;
    }

    /// What the action is called.
    Predicate action() {
        return switch (drawn.action()) {
            case STAND -> Predicate.STANDS;
            case WAVE -> Predicate.WAVES;
            case WALK -> Predicate.WALKS;
            case POINT -> Predicate.POINTS;
            case JUMP -> Predicate.JUMPS;
            case SIT -> Predicate.SITS;
            case TURN -> Predicate.TURNS_HEAD;
            case NOD -> Predicate.NODS;
            case TALK -> Predicate.MOUTH_MOVES;
        };
    }

    /// Whether the count that a fact states is the one that was drawn. What lies half way between two numbers may be
    /// either.
    boolean countIsRight(Fact fact) {
        Integer count = fact.count();
        double drawnTimes = drawn.times();
        return count != null && Math.abs(count - drawnTimes) <= 0.55;
    }

    boolean isTrue(Fact fact) {
        Action action = drawn.action();
        return switch (fact.predicate()) {
            case STANDS -> action != Action.SIT && action != Action.WALK;
            case SITS -> action == Action.SIT;
            case WALKS -> action == Action.WALK && fact.heading() == walk();
            case MOVES_ACROSS -> action == Action.WALK && fact.heading() == walk() && drawn.speed() != 0;
            case JUMPS -> action == Action.JUMP;
            case WAVES -> action == Action.WAVE && fact.side() == Side.RIGHT;
            case POINTS -> action == Action.POINT && fact.side() == Side.LEFT && fact.heading() == Heading.OWN_LEFT;
            case RAISES_ARM, LOWERS_ARM -> action == Action.JUMP;
            case HAND_ABOVE_HEAD -> action == Action.JUMP;
            case TURNS_HEAD -> action == Action.TURN && drawn.turnsHead(fact.frames(), fact.heading());
            case LOOKS_ASIDE ->
                (fact.heading() == Heading.OWN_LEFT) == (drawn.looks(fact.frames()) > 0)
                        && Math.abs(drawn.looks(fact.frames())) > 1;
            case NODS -> action == Action.NOD;
            case FACES -> fact.heading() == Heading.FRONT;
            case MOUTH_MOVES -> {
                double[] mouth = drawn.mouth(fact.frames());
                yield drawn.speaks() && mouth[1] - mouth[0] > 0.05;
            }
            case MOUTH_OPEN -> drawn.speaks() && drawn.mouth(fact.frames())[1] > 0.1;
            case BLINKS -> drawn.blinks();
            case STILL -> action == Action.STAND || action == Action.SIT;
            case ELBOW_STRAIGHT, KNEE_STRAIGHT, HAND_OPEN -> true;
            case ELBOW_BENT -> action == Action.WAVE && fact.side() == Side.RIGHT || action == Action.JUMP;
            case KNEE_BENT -> action == Action.JUMP;
            default -> false;
        };
    }

    private Heading walk() {
        return drawn.speed() == 0 ? Heading.NONE : drawn.speed() < 0 ? Heading.PICTURE_LEFT : Heading.PICTURE_RIGHT;
    }
}
