package org.magicanime.facecrop.domain;

import java.util.List;
import org.magicanime.contracts.FacesCropped;

/// The square of one frame that becomes a picture of a face clip. Pixels of the film; it may reach outside
/// of the picture.
///
/// @param left edge
/// @param top edge
/// @param side positive
public record CropWindow(double left, double top, double side) {
    /// Pixels of the face clip for one of the film.
    public double scale() {
        return FacesCropped.SIDE / side;
    }

    /// @param x in the film
    /// @return in the face clip
    public double cropX(double x) {
        return (x - left) * scale();
    }

    /// @param y in the film
    /// @return in the face clip
    public double cropY(double y) {
        return (y - top) * scale();
    }

    /// Two rows of three numbers, which make (x, y, 1) of the film to (x, y) of the face clip.
    List<List<Double>> toCrop() {
        return List.of(List.of(scale(), 0.0, 0 - left * scale()), List.of(0.0, scale(), 0 - top * scale()));
    }

    /// The share of its area that lies outside of a picture, 0 to 1.
    double outside(int width, int height) {
        return 1 - inside(left, width) * inside(top, height);
    }

    private double inside(double from, double length) {
        return Math.max(0, Math.min(from + side, length) - Math.max(from, 0)) / side;
    }
}
