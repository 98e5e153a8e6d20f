package org.magicanime.testkit.drawn;

import org.magicanime.testkit.drawn.Pose.Arm;
import org.magicanime.testkit.drawn.Pose.Head;
import org.magicanime.testkit.drawn.Pose.Leg;

/// What a person does, over and over.
public enum Action {
    /// Stands and breathes.
    STAND,
    /// Waves with the right hand.
    WAVE,
    /// Walks towards the viewer and, if the actor's speed is not 0, sideways.
    WALK,
    /// Points to the picture's right with the left arm.
    POINT,
    JUMP,
    SIT,
    /// Turns the head as far as {@link Actor#turn} says and back, in four seconds.
    TURN,
    NOD,
    /// Stands with small movements of head and forearms. The mouth moves with the voice, whatever the action.
    TALK;

    static final double TURN_SECONDS = 4;

    private static final Arm HANGING = new Arm(13, 7, 4, -1, 0);
    private static final Leg STANDING = new Leg(2, 1, 1, 1);
    private static final double JUMP_SECONDS = 1.5;
    private static final double BLINK_EVERY = 2.9;
    private static final double BLINK_SECONDS = 0.13;

    /// @param seconds since the action began, with the actor's phase
    /// @param turn {@link Actor#turn}
    Pose at(double seconds, double turn) {
        Pose standing = standing(seconds, turn);
        return switch (this) {
            case STAND -> standing;
            case WAVE -> {
                double swing = Math.sin(2 * Math.PI * 1.2 * seconds);
                yield standing.withArms(HANGING, new Arm(46, 163 + 20 * swing, 168 + 30 * swing, 1, 0));
            }
            case WALK -> walking(standing, 2 * Math.PI * 0.9 * seconds);
            case POINT -> {
                double sway = Math.sin(2 * Math.PI * 0.5 * seconds);
                yield standing.withArms(new Arm(84 + 2 * sway, 92 + 3 * sway, 92 + 3 * sway, 1, 1), HANGING);
            }
            case JUMP -> jumping(standing, seconds / JUMP_SECONDS - Math.floor(seconds / JUMP_SECONDS));
            case SIT -> {
                Arm onTheKnee = new Arm(14, 2, -4, -1, 0);
                Leg bent = new Leg(16, 3, 0.5, 0.97);
                yield standing.withArms(onTheKnee, onTheKnee).withLegs(bent, bent, 0);
            }
            case TURN -> {
                double share = (1 - Math.cos(2 * Math.PI * seconds / TURN_SECONDS)) / 2;
                yield standing.withHead(new Head(0, turn * share, 0, 1));
            }
            case NOD -> {
                double nod = Math.sin(2 * Math.PI * 0.7 * seconds);
                yield standing.withHead(new Head(0, turn, nod, 1));
            }
            case TALK -> {
                double slow = Math.sin(2 * Math.PI * 0.31 * seconds);
                double other = Math.sin(2 * Math.PI * 0.47 * seconds + 1);
                yield standing.withArms(
                                new Arm(15 + 3 * slow, 10 + 10 * slow, 8 + 8 * slow, -1, 0),
                                new Arm(15 + 3 * other, 10 + 10 * other, 8 + 8 * other, -1, 0))
                        .withHead(new Head(
                                3 * slow, turn, 0.2 * other, standing.head().eyes()));
            }
        };
    }

    private static Pose standing(double seconds, double turn) {
        double breath = 0.025 * Math.sin(2 * Math.PI * 0.3 * seconds);
        double sinceBlink = seconds - BLINK_EVERY * Math.floor(seconds / BLINK_EVERY);
        double eyes = sinceBlink < BLINK_EVERY - BLINK_SECONDS ? 1 : 0.25;
        return new Pose(HANGING, HANGING, STANDING, STANDING, new Head(0, turn, 0, eyes), breath, 0);
    }

    /// Seen from the front, a knee that is lifted comes towards the viewer, and a shin that is behind goes away.
    private static Pose walking(Pose standing, double angle) {
        double swing = Math.sin(angle);
        return standing.withArms(
                        new Arm(14 - 5 * swing, 8 - 12 * swing, 6 - 12 * swing, -1, 0),
                        new Arm(14 + 5 * swing, 8 + 12 * swing, 6 + 12 * swing, -1, 0))
                .withLegs(walkingLeg(swing), walkingLeg(-swing), 0)
                .withHead(new Head(1.5 * swing, standing.head().turn(), 0, 1));
    }

    private static Leg walkingLeg(double swing) {
        double lifted = Math.max(0, swing);
        return new Leg(2 + 5 * lifted, 1 - 3 * lifted, 1 - 0.16 * lifted, 1 - 0.2 * lifted);
    }

    private static Pose jumping(Pose standing, double share) {
        // Down for a third, in the air for another, down and up again.
        double air = share > 0.35 && share < 0.7 ? Math.sin(Math.PI * (share - 0.35) / 0.35) : 0;
        double crouch = share <= 0.35
                ? Math.pow(Math.sin(Math.PI * share / 0.35), 2)
                : share >= 0.7 ? 0.7 * Math.pow(Math.sin(Math.PI * (share - 0.7) / 0.3), 2) : 0;
        Arm arm = HANGING.blend(new Arm(140, 160, 165, 1, 0), air).blend(new Arm(35, 15, 12, -1, 0), crouch);
        Leg leg = STANDING.blend(new Leg(38, -22, 0.95, 0.97), crouch).blend(new Leg(12, 2, 0.9, 0.92), air);
        return standing.withArms(arm, arm).withLegs(leg, leg, 0.9 * air);
    }
}
