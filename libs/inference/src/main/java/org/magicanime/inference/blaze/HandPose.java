package org.magicanime.inference.blaze;

import java.util.List;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;

/// A hand as the hand model sees it. Which of the two it is, the body says: on drawings palm and back look alike.
///
/// @param presence 0 to 1: how much there is a hand
/// @param points 21, in pixels of the picture: the wrist, then four of each finger from the thumb on, tip last
/// @param next where to look in the next frame
public record HandPose(double presence, List<Point> points, Roi next) {
    public HandPose {
        points = List.copyOf(points);
    }
}
