package org.magicanime.testkit.drawn;

import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// Collects the shapes of one figure, in the order in which they are painted.
final class Easel {
    private final List<Piece> pieces = new ArrayList<>();
    private final Shades shades;
    private final @Nullable Color line;
    private final double lineWidth;

    /// @param line null for figures without outlines
    /// @param lineWidth pixels
    Easel(Shades shades, @Nullable Color line, double lineWidth) {
        this.shades = shades;
        this.line = line;
        this.lineWidth = lineWidth;
    }

    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    /// Two limbs in a row, which share one outline.
    void limbs(Part part, Color colour, List<Position> joints, double... radii) {
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i + 1 < joints.size(); i++) {
            shapes.add(Outlines.capsule(joints.get(i), radii[i], joints.get(i + 1), radii[i + 1]));
        }
        if (line != null) {
            shapes.forEach(shape -> pieces.add(new Piece(part, shape, null, line, 2 * lineWidth)));
        }
        for (int i = 0; i < shapes.size(); i++) {
            Paint paint = shades.limb(colour, joints.get(i), joints.get(i + 1), Math.max(radii[i], radii[i + 1]));
            pieces.add(new Piece(part, shapes.get(i), paint, null, 0));
        }
    }

    /// A shape that is shaded as something round, with an outline.
    void round(Part part, Color colour, Shape shape) {
        pieces.add(new Piece(part, shape, shades.round(colour, shape.getBounds2D()), line, lineWidth));
    }

    /// A shape without an outline. Nothing, where all of it was clipped away.
    void flat(Part part, Paint paint, Shape shape) {
        if (!shape.getBounds2D().isEmpty()) {
            pieces.add(new Piece(part, shape, paint, null, 0));
        }
    }

    void stroke(Part part, Color colour, Shape shape, double width) {
        pieces.add(new Piece(part, shape, null, colour, width));
    }
}
