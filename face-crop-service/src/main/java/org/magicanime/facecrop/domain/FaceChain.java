package org.magicanime.facecrop.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.magicanime.inference.picture.Bounds;
import org.magicanime.inference.picture.Point;

/// The one face of each frame of a pose span that may become a face clip. A pose span has one character; where several
/// faces are seen all the same, it is the one whose trail is seen best.
final class FaceChain {
    /// Between a face and the next one that are in one place.
    private static final double SAME_PLACE = 0.2;

    private static final double CERTAIN = 0.9;

    private final List<FaceTracker.Frame> frames;
    private final List<Integer> parts = new ArrayList<>();

    FaceChain(List<FaceTracker.Frame> frames) {
        this.frames = List.copyOf(frames);
        int part = 0;
        SeenFace before = null;
        for (FaceTracker.Frame frame : frames) {
            SeenFace now = frame.faces().isEmpty() ? null : frame.faces().getFirst();
            if (now != null) {
                part += jumps(before, now) ? 1 : 0;
                before = now;
            }
            parts.add(part);
        }
    }

    /// Another face in another place: the picture was cut, or one went and another came.
    private static boolean jumps(@Nullable SeenFace before, SeenFace now) {
        return before != null && before.track() != now.track() && before.box().overlap(now.box()) < SAME_PLACE;
    }

    Optional<SeenFace> face(int frame) {
        return frames.get(frame).faces().stream().findFirst();
    }

    /// A number that is the same for all frames of one face in one place that moves on.
    int part(int frame) {
        return parts.get(frame);
    }

    double bestScore(int frame) {
        return frames.get(frame).bestScore();
    }

    /// Size of the largest other face that is certain and within `reach` sizes, by that of the frame's own.
    double other(int frame, double reach) {
        List<SeenFace> faces = frames.get(frame).faces();
        double most = 0;
        for (SeenFace other : faces.subList(Math.min(1, faces.size()), faces.size())) {
            Bounds own = faces.getFirst().box();
            Point here = own.centre();
            Point there = other.box().centre();
            double far = Math.max(Math.abs(here.x() - there.x()), Math.abs(here.y() - there.y()));
            if (other.score() >= CERTAIN && far < reach * own.longerSide()) {
                most = Math.max(most, other.box().longerSide() / own.longerSide());
            }
        }
        return most;
    }
}
