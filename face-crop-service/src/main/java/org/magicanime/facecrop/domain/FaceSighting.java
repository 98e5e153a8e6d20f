package org.magicanime.facecrop.domain;

import java.util.List;
import org.magicanime.inference.picture.Bounds;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;

/// A face as a model sees it in a picture.
///
/// @param score 0 to 1: how much there is a face
/// @param points the 68 landmarks in iBUG's order, in pixels of the picture; (0, 0) is the middle of the first pixel
/// @param next where to look in the next picture, or once more in this one
public record FaceSighting(double score, List<Point> points, Roi next) {
    public FaceSighting {
        points = List.copyOf(points);
        if (points.size() != Landmarks.POINTS) {
            throw new IllegalArgumentException("a face has " + Landmarks.POINTS + " landmarks, not " + points.size());
        }
    }

    Bounds box() {
        return Bounds.of(points);
    }

    /// The landmarks in pixels of the film. One that is outside of the picture was not seen.
    ///
    /// @param scale pixels of the film for one of the picture
    Landmarks landmarks(Picture picture, double scale) {
        float[] values = new float[Landmarks.POINTS * Landmarks.VALUES];
        for (int i = 0; i < Landmarks.POINTS; i++) {
            double x = points.get(i).x() + 0.5;
            double y = points.get(i).y() + 0.5;
            if (x >= 0 && y >= 0 && x < picture.width() && y < picture.height() && score > 0) {
                values[i * Landmarks.VALUES] = (float) (x * scale);
                values[i * Landmarks.VALUES + 1] = (float) (y * scale);
                values[i * Landmarks.VALUES + 2] = (float) Math.min(1, score);
            }
        }
        return new Landmarks(values);
    }
}
