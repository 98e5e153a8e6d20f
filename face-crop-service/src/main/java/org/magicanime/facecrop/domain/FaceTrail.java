package org.magicanime.facecrop.domain;

import java.util.ArrayList;
import java.util.List;
import org.magicanime.inference.picture.Bounds;

/// The sightings of one face in the frames that are looked at as a whole.
final class FaceTrail {
    /// Steps from one look to the next in which a face may be missed.
    private static final int MOST_MISSED = 2;
    /// Of the cost of putting a sighting on a trail: how far it is, how little it overlaps, how different it looks.
    private static final double DISTANCE = 0.4;
    private static final double OVERLAP = 0.3;
    private static final double LOOK = 0.3;
    /// In sizes of the face, per step.
    private static final double FARTHEST = 1.5;
    /// In sizes: a face does not become so much larger from one look to the next.
    private static final double MOST_GROWTH = 1.8;

    private final List<Look> looks = new ArrayList<>();

    /// @param frame in which it was seen
    record Look(int frame, FaceSighting sighting, FaceLook look) {
        double size() {
            return sighting.box().longerSide();
        }

        double x() {
            return sighting.box().centre().x();
        }

        double y() {
            return sighting.box().centre().y();
        }
    }

    List<Look> looks() {
        return looks;
    }

    void add(Look look) {
        looks.add(look);
    }

    Look last() {
        return looks.getLast();
    }

    boolean isOver(int frame, int every) {
        return frame - last().frame() > every * (MOST_MISSED + 1);
    }

    /// How well it is seen and how large it is, over all looks: where faces compete, the trail with more is followed.
    double weight() {
        return looks.stream()
                .mapToDouble(each -> each.sighting().score() * each.size())
                .sum();
    }

    Look best() {
        Look best = looks.getFirst();
        for (Look each : looks) {
            if (each.sighting().score() > best.sighting().score()) {
                best = each;
            }
        }
        return best;
    }

    /// @param every frames from look to look
    /// @return {@link Assignment#FORBIDDEN} where it cannot be the same face
    double cost(Look next, int every) {
        Look last = last();
        double steps = Math.max(1, (double) (next.frame() - last.frame()) / every);
        double[] moved = moved(next.frame());
        double size = Math.max(last.size(), next.size());
        double far = Math.hypot(next.x() - last.x() - moved[0], next.y() - last.y() - moved[1]) / size;
        double growth = size / Math.min(last.size(), next.size());
        if (far > FARTHEST * steps || growth > MOST_GROWTH) {
            return Assignment.FORBIDDEN;
        }
        Bounds box = last.sighting().box();
        Bounds expected = new Bounds(
                box.left() + moved[0], box.top() + moved[1], box.right() + moved[0], box.bottom() + moved[1]);
        double overlap = expected.overlap(next.sighting().box());
        double different = Math.min(2, next.look().distanceTo(last.look()));
        return DISTANCE * far / steps + OVERLAP * (1 - overlap) + LOOK * different;
    }

    /// How far it goes on from the last look as it moved to there.
    private double[] moved(int frame) {
        if (looks.size() < 2) {
            return new double[2];
        }
        Look last = last();
        Look before = looks.get(looks.size() - 2);
        double share = (double) (frame - last.frame()) / (last.frame() - before.frame());
        return new double[] {(last.x() - before.x()) * share, (last.y() - before.y()) * share};
    }
}
