package org.magicanime.inference.blaze;

import java.util.List;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;

/// A body as the pose model sees it.
///
/// @param score 0 to 1: how much there is a body at all
/// @param landmarks 33, in BlazePose's order; odd numbers from 7 on are the body's own left
/// @param next where to look in the next frame
public record BodyPose(double score, List<Landmark> landmarks, Roi next) {
    public BodyPose {
        landmarks = List.copyOf(landmarks);
    }

    /// @param point pixels of the picture
    /// @param visibility 0 to 1: not hidden by something
    /// @param presence 0 to 1: inside of the picture
    public record Landmark(Point point, double visibility, double presence) {}
}
