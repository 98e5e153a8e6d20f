package org.magicanime.shots;

import java.util.ArrayList;
import java.util.List;
import org.magicanime.contracts.FrameSpan;

/// The shots between boundaries.
public final class Shots {
    private Shots() {}

    /// Every frame of the film in exactly one shot; the whole film where no boundary divides it.
    ///
    /// @param boundaries in order
    /// @param frames of the film, at least one
    public static List<FrameSpan> between(List<Boundary> boundaries, long frames) {
        List<FrameSpan> shots = new ArrayList<>();
        long first = 0;
        for (Boundary boundary : boundaries) {
            if (boundary.kind().divides() && boundary.begins() > first && boundary.begins() < frames) {
                shots.add(new FrameSpan(first, boundary.begins()));
                first = boundary.begins();
            }
        }
        shots.add(new FrameSpan(first, frames));
        return shots;
    }
}
