package org.magicanime.testkit.drawn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A figure in a scene: where it is and what it does.
///
/// @param moves what it does, one after the other; the last goes on to the scene's end
/// @param x middle of the figure in widths of the picture, as the scene begins
/// @param ground where its soles are, in heights of the picture; beyond 1 in a medium shot
/// @param height from sole to crown in heights of the picture
/// @param speed of walking in widths per second; negative to the picture's left
/// @param phase seconds by which its movements are ahead of others'
/// @param turn how far the face is turned: features are moved by a tenth of the head for each 1. Positive to the
///     picture's right. From ±2.5 on the face is a profile, to ±1.5 it is not
/// @param hold for how many frames each drawing stays: 2 where animators draw "on twos"
/// @param voice null if it says nothing
public record Actor(
        Figure figure,
        List<Move> moves,
        double x,
        double ground,
        double height,
        double speed,
        double phase,
        double turn,
        int hold,
        @Nullable Voice voice) {

    /// @param seconds how long
    public record Move(Action action, double seconds) {}

    private static final double BLEND_SECONDS = 0.4;

    public Actor {
        moves = List.copyOf(moves);
        if (moves.isEmpty() || hold < 1 || height <= 0) {
            throw new IllegalArgumentException(figure.name() + " does nothing, never, or has no height");
        }
    }

    /// Stands in the middle on the ground near the lower edge.
    public static Actor of(Figure figure) {
        return new Actor(figure, List.of(new Move(Action.STAND, Double.MAX_VALUE)), 0.5, 0.95, 0.86, 0, 0, 0, 1, null);
    }

    /// Talks in a medium shot: the head has 0.3 of the picture's height.
    public static Actor mediumShot(Figure figure, Voice voice) {
        double height = 0.3 * figure.heads();
        return of(figure)
                .doing(Action.TALK)
                .standing(0.5, 0.12 + height, height)
                .speaking(voice);
    }

    public Actor doing(Action action) {
        return new Actor(
                figure,
                List.of(new Move(action, Double.MAX_VALUE)),
                x,
                ground,
                height,
                speed,
                phase,
                turn,
                hold,
                voice);
    }

    /// Does something else after what it does now.
    ///
    /// @param seconds since the scene began
    public Actor then(Action action, double seconds) {
        List<Move> all = new ArrayList<>(moves);
        double before =
                all.stream().limit(all.size() - 1).mapToDouble(Move::seconds).sum();
        all.set(all.size() - 1, new Move(all.getLast().action(), seconds - before));
        all.add(new Move(action, Double.MAX_VALUE));
        return new Actor(figure, all, x, ground, height, speed, phase, turn, hold, voice);
    }

    public Actor standing(double newX, double newGround, double newHeight) {
        return new Actor(figure, moves, newX, newGround, newHeight, speed, phase, turn, hold, voice);
    }

    public Actor moving(double newSpeed) {
        return new Actor(figure, moves, x, ground, height, newSpeed, phase, turn, hold, voice);
    }

    public Actor ahead(double seconds) {
        return new Actor(figure, moves, x, ground, height, speed, seconds, turn, hold, voice);
    }

    public Actor turned(double newTurn) {
        return new Actor(figure, moves, x, ground, height, speed, phase, newTurn, hold, voice);
    }

    public Actor onTwos() {
        return new Actor(figure, moves, x, ground, height, speed, phase, turn, 2, voice);
    }

    public Actor speaking(Voice newVoice) {
        return new Actor(figure, moves, x, ground, height, speed, phase, turn, hold, newVoice);
    }

    /// @param seconds since the scene began
    Pose pose(double seconds) {
        double began = 0;
        for (int i = 0; i < moves.size(); i++) {
            double sinceBegin = seconds - began;
            boolean last = i == moves.size() - 1;
            if (last || sinceBegin < moves.get(i).seconds()) {
                Pose pose = moves.get(i).action().at(sinceBegin + phase, turn);
                if (i == 0 || sinceBegin >= BLEND_SECONDS) {
                    return pose;
                }
                double share = sinceBegin / BLEND_SECONDS;
                Move before = moves.get(i - 1);
                return before.action()
                        .at(before.seconds() + sinceBegin + phase, turn)
                        .blend(pose, share * share * (3 - 2 * share));
            }
            began += moves.get(i).seconds();
        }
        throw new IllegalStateException("the last move has no end");
    }

    /// Where it has walked to, in widths of the picture.
    double place(double seconds) {
        double walked = 0;
        double began = 0;
        for (Move move : moves) {
            if (move.action() == Action.WALK) {
                walked += Math.clamp(seconds - began, 0, move.seconds());
            }
            began += move.seconds();
        }
        return x + speed * walked;
    }
}
