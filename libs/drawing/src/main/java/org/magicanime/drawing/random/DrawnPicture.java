package org.magicanime.drawing.random;

import java.util.List;
import org.magicanime.drawing.KnownPoint;

/// A square picture, and what is in it.
///
/// @param size pixels of both sides
/// @param pixels 0xRRGGBB, row by row
/// @param mask 1 where the character is seen, 0 elsewhere, row by row
/// @param truth of the character
public record DrawnPicture(int size, int[] pixels, byte[] mask, PictureTruth truth) {

    /// What is drawn, exactly.
    ///
    /// @param present whether enough of the character is seen to call it one; without, all else means nothing
    /// @param points 133 in COCO-WholeBody's order, pixels: 17 of the body, 6 of the feet, 68 of the face (in
    ///     iBUG's order), 21 of the left hand, 21 of the right; left and right are the character's own. Visibility
    ///     2: seen, 1: hidden by something, 0: not in the picture. Places outside of it are told, too
    /// @param box around what is seen of the character
    /// @param yaw where the body faces, degrees: 0 the viewer, 90 the picture's right, -90 its left, 180 away
    /// @param pitch how far the body leans towards the viewer, degrees
    /// @param headYaw where the face faces, as yaw
    /// @param mouthOpening height of the opening of the lips in distances between the eyes
    /// @param eyeOpening 0 shut to 1 open
    /// @param era which kind of film: number of rubber hose 0, modern 1, anime 2, solid 3
    public record PictureTruth(
            boolean present,
            List<KnownPoint> points,
            Frame box,
            double yaw,
            double pitch,
            double headYaw,
            double mouthOpening,
            double eyeOpening,
            int era) {
        public static final int POINTS = 133;

        public PictureTruth {
            points = List.copyOf(points);
            if (points.size() != POINTS) {
                throw new IllegalArgumentException("a character has " + POINTS + " points, not " + points.size());
            }
        }
    }
}
