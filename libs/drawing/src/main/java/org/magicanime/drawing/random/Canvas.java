package org.magicanime.drawing.random;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import org.magicanime.drawing.Position;

/// A picture, and beside it a picture of which part of the character is seen where, which is painted by the same
/// calls. Truth about what is hidden is read off that one.
final class Canvas {
    private final int size;
    private final BufferedImage picture;
    private final BufferedImage parts;
    private final Graphics2D paint;
    private final Graphics2D number;
    private Shading shading = new Shading(Shading.Kind.FLAT, 0, -1, 0);
    private Color ink = Color.BLACK;
    private double line;
    private boolean known;

    /// @param size pixels of both sides
    Canvas(int size) {
        this.size = size;
        picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        parts = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        paint = picture.createGraphics();
        paint.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paint.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        number = parts.createGraphics();
        number.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    int size() {
        return size;
    }

    Graphics2D graphics() {
        return paint;
    }

    /// 0xRRGGBB, row by row.
    int[] pixels() {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }

    /// Numbers of {@link Part}, row by row.
    int[] parts() {
        return ((DataBufferInt) parts.getRaster().getDataBuffer()).getData();
    }

    /// From here on.
    ///
    /// @param lineWidth of outlines in pixels, 0 for none
    /// @param character whether what is painted is the one whose truth is told; what others paint covers it
    void style(Shading how, Color lineColour, double lineWidth, boolean character) {
        shading = how;
        ink = lineColour;
        line = lineWidth;
        known = character;
    }

    Shading shading() {
        return shading;
    }

    Color ink() {
        return ink;
    }

    double line() {
        return line;
    }

    /// Something round with an outline.
    void round(Part part, Color colour, Shape shape) {
        united(part, colour, List.of(shape));
    }

    /// Shapes that have one outline around all of them.
    void united(Part part, Color colour, List<? extends Shape> shapes) {
        outline(shapes);
        for (Shape shape : shapes) {
            fill(part, shading.round(colour, shape.getBounds2D()), shape);
        }
    }

    /// The outline that stays around shapes when they are painted over it.
    void outline(List<? extends Shape> shapes) {
        if (line > 0) {
            paint.setColor(ink);
            paint.setStroke(stroke(2 * line));
            shapes.forEach(paint::draw);
        }
    }

    /// A limb, shaded across; its outline is for the caller.
    void limb(Part part, Color colour, Shape shape, Position from, Position to, double radius) {
        fill(part, shading.limb(colour, from, to, radius), shape);
    }

    /// Without an outline and without shading.
    void flat(Part part, Color colour, Shape shape) {
        fill(part, colour, shape);
    }

    private void fill(Part part, Paint how, Shape shape) {
        paint.setPaint(how);
        paint.fill(shape);
        number(part, shape);
    }

    /// Pattern and lines on a surface do not change which part is seen.
    void stroke(Color colour, Shape shape, double width) {
        paint.setColor(colour);
        paint.setStroke(stroke(width));
        paint.draw(shape);
    }

    /// A detail line, as thick as outlines are, but never invisible.
    void detail(Color colour, Shape shape) {
        stroke(colour, shape, Math.max(0.7, line));
    }

    void on(Color colour, Shape shape) {
        paint.setColor(colour);
        paint.fill(shape);
    }

    /// Something long and thin that hides what is behind it.
    void rod(Part part, Color colour, Shape middle, double width) {
        if (line > 0) {
            stroke(ink, middle, width + 2 * line);
        }
        stroke(colour, middle, width);
        number(part, stroke(width).createStrokedShape(middle));
    }

    private void number(Part part, Shape shape) {
        number.setColor(new Color(known ? part.ordinal() : Part.FOREIGN.ordinal()));
        number.fill(shape);
    }

    private static BasicStroke stroke(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    void close() {
        paint.dispose();
        number.dispose();
    }
}
