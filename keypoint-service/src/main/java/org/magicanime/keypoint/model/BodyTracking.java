package org.magicanime.keypoint.model;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.inference.blaze.BodyPose;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;
import org.magicanime.pictures.ClipPictures;

/// Follows a body both ways from the frame in which it is seen best; where it is lost, from the next best.
final class BodyTracking {
    private static final double SEEN = 0.5;
    private static final double CERTAIN = 0.9;
    private static final double[] OTHER_SIZES = {0.85, 1.2};
    /// Starts that lead nowhere before a clip is given up.
    private static final int MOST_FAILURES = 6;
    /// Detections from this score on say where the body is.
    private static final double TRUSTED = 0.6;
    /// In sides of the region: a body that the detector sees further away is another one, or the track has left it.
    private static final double ASTRAY = 0.2;

    private static final int LEFT_HIP = 23;
    private static final int RIGHT_HIP = 24;

    private final BodyModels models;

    BodyTracking(BodyModels models) {
        this.models = models;
    }

    /// @return one entry per frame, null where no body is followed
    @Nullable
    TrackedBody[] track(ClipPictures pictures, List<Sample> samples) {
        TrackedBody[] bodies = new TrackedBody[pictures.frames()];
        Sample[] at = new Sample[pictures.frames()];
        samples.forEach(sample -> at[sample.frame()] = sample);
        List<Sample> starts = samples.stream()
                .filter(sample -> sample.start() != null && sample.characters() == 1)
                .sorted(Comparator.comparingDouble(Sample::best).reversed().thenComparingInt(Sample::frame))
                .toList();
        int track = 0;
        int failures = 0;
        for (Sample sample : starts) {
            Start start = sample.start();
            if (bodies[sample.frame()] != null || start == null || failures == MOST_FAILURES) {
                continue;
            }
            TrackedBody first = begin(pictures.picture(sample.frame()), start, track);
            if (first.pose().score() < SEEN) {
                failures++;
                continue;
            }
            bodies[sample.frame()] = first;
            follow(pictures, at, bodies, sample.frame(), 1);
            follow(pictures, at, bodies, sample.frame(), -1);
            track++;
        }
        return bodies;
    }

    private TrackedBody begin(Picture picture, Start start, int track) {
        Roi region = start.region();
        Roi used = region;
        BodyPose best = models.pose(picture, region);
        Roi next = best.next();
        BodyPose again = models.pose(picture, next);
        if (again.score() >= best.score()) {
            best = again;
            used = next;
        }
        if (best.score() < CERTAIN) {
            for (double size : OTHER_SIZES) {
                Roi other = region.grown(size, 0);
                BodyPose tried = models.pose(picture, other);
                if (tried.score() > best.score()) {
                    best = tried;
                    used = other;
                }
            }
        }
        return new TrackedBody(best, used, track, start.score());
    }

    private void follow(
            ClipPictures pictures, @Nullable Sample[] at, @Nullable TrackedBody[] bodies, int start, int step) {
        TrackedBody before = bodies[start];
        for (int frame = start + step;
                before != null && frame >= 0 && frame < bodies.length && bodies[frame] == null;
                frame += step) {
            Roi region = before.pose().next();
            BodyPose pose = models.pose(pictures.picture(frame), region);
            if (pose.score() < SEEN || isAstray(pose, region, at[frame])) {
                return;
            }
            before = new TrackedBody(pose, region, before.track(), before.startScore());
            bodies[frame] = before;
        }
    }

    private static boolean isAstray(BodyPose pose, Roi region, @Nullable Sample sample) {
        Start seen = sample == null ? null : sample.start();
        if (seen == null || seen.score() < TRUSTED) {
            return false;
        }
        Point where = seen.hips();
        if (where == null) {
            return false;
        }
        Point hips = pose.landmarks()
                .get(LEFT_HIP)
                .point()
                .middleTo(pose.landmarks().get(RIGHT_HIP).point());
        return hips.distanceTo(where) > ASTRAY * region.width();
    }
}
