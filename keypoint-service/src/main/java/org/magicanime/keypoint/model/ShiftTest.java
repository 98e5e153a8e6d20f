package org.magicanime.keypoint.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.magicanime.inference.blaze.BodyPose;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;
import org.magicanime.pictures.ClipPictures;

/// Shows the model the same body in regions that are shifted a little. A pose that is seen stays where it is,
/// one that is invented moves: the best cheap sign of a right pose on drawings.
final class ShiftTest {
    private static final double MOVE = 0.06;
    private static final double GROW = 1.15;
    /// Shoulders, elbows, wrists; hips, knees, ankles.
    private static final int[] JOINTS = {11, 12, 13, 14, 15, 16, 23, 24, 25, 26, 27, 28};
    /// Two shoulders: fewer joints in the picture say nothing about a body.
    private static final int LEAST_JOINTS = 2;

    private final BodyModels models;
    private final int every;

    ShiftTest(BodyModels models, int every) {
        this.models = models;
        this.every = every;
    }

    /// @return for each frame with a body the larger value of the tests around it, in the same track; 0 elsewhere
    double[] measure(ClipPictures pictures, @Nullable TrackedBody[] bodies) {
        double[] shifts = new double[bodies.length];
        int first = 0;
        while (first < bodies.length) {
            int end = endOfTrack(bodies, first);
            if (bodies[first] != null) {
                measure(pictures, bodies, first, end, shifts);
            }
            first = end;
        }
        return shifts;
    }

    private static int endOfTrack(@Nullable TrackedBody[] bodies, int first) {
        int end = first + 1;
        while (end < bodies.length && track(bodies[end]) == track(bodies[first])) {
            end++;
        }
        return end;
    }

    private static int track(@Nullable TrackedBody body) {
        return body == null ? -1 : body.track();
    }

    private void measure(ClipPictures pictures, @Nullable TrackedBody[] bodies, int first, int end, double[] shifts) {
        int before = first;
        shifts[before] = shift(pictures.picture(before), bodies[before]);
        while (before < end - 1) {
            int after = Math.min(before + every, end - 1);
            shifts[after] = shift(pictures.picture(after), bodies[after]);
            double larger = Math.max(shifts[before], shifts[after]);
            Arrays.fill(shifts, before + 1, after, larger);
            before = after;
        }
    }

    private double shift(Picture picture, @Nullable TrackedBody body) {
        if (body == null) {
            return 0;
        }
        Roi region = body.region();
        double move = MOVE * region.width();
        BodyPose[] others = {
            models.pose(picture, moved(region, move, 0)),
            models.pose(picture, moved(region, 0, move)),
            models.pose(picture, region.grown(GROW, 0))
        };
        double[] moves = new double[JOINTS.length];
        int count = 0;
        for (int joint : JOINTS) {
            Point here = body.pose().landmarks().get(joint).point();
            // Where the picture ends the model only guesses, and guesses move.
            if (isInside(here, picture)) {
                for (BodyPose other : others) {
                    moves[count] = Math.max(
                            moves[count],
                            here.distanceTo(other.landmarks().get(joint).point()));
                }
                count++;
            }
        }
        return count < LEAST_JOINTS ? 1 : median(Arrays.copyOf(moves, count)) / region.width();
    }

    private static boolean isInside(Point point, Picture picture) {
        return point.x() >= 0 && point.y() >= 0 && point.x() < picture.width() && point.y() < picture.height();
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private static Roi moved(Roi region, double right, double down) {
        return new Roi(region.cx() + right, region.cy() + down, region.width(), region.height(), region.rotation());
    }
}
