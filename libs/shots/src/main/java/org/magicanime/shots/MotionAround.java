package org.magicanime.shots;

import java.util.Arrays;
import org.magicanime.shots.Area.Box;

/// What motion does not explain in the frames around candidates. It is asked for only there, and it is the dearest of
/// all signals: frames wait here until a candidate comes near, and are forgotten if none does.
final class MotionAround {
    private static final int NONE = -1;

    private final int context;
    private final Columns columns;
    private final Pictures pictures;
    private final Motion motion = new Motion();
    /// Frames that wait, each at its place in a ring of the last `context`; {@link #NONE} where none does.
    private final int[] waiting;
    /// Areas of the picture in them.
    private final Box[] areas;

    private int until = NONE;

    /// @param context frames to each side of a candidate; fewer than {@link Pictures#KEPT}
    MotionAround(int context, Columns columns, Pictures pictures) {
        this.context = context;
        this.columns = columns;
        this.pictures = pictures;
        this.waiting = new int[context];
        this.areas = new Box[context];
        Arrays.fill(waiting, NONE);
        Arrays.fill(areas, Box.ALL);
    }

    /// Takes the newest frame, if it differs from the one before in a way that motion may explain.
    void see(int frame, Box area) {
        if (frame <= until) {
            explain(frame, area);
            return;
        }
        waiting[frame % context] = frame;
        areas[frame % context] = area;
    }

    /// The newest frame is a candidate: what waits near it is looked at, and so is what comes after it.
    void candidate(int frame) {
        until = frame + context;
        for (int i = 0; i < context; i++) {
            if (waiting[i] >= frame - context && waiting[i] != NONE) {
                explain(waiting[i], areas[i]);
            }
            waiting[i] = NONE;
        }
    }

    private void explain(int frame, Box area) {
        motion.explain(pictures.at(frame - 1), pictures.at(frame), area);
        columns.unexplained[frame] = motion.unexplained;
    }
}
