package org.magicanime.drawing.random;

import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.drawing.Position;

/// Draws what is worn on the head.
final class HatDrawing {
    private final Canvas canvas;
    private final HeadShape head;
    private final HeadDesign design;
    private final double radius;

    HatDrawing(Canvas canvas, HeadShape head) {
        this.canvas = canvas;
        this.head = head;
        design = head.design();
        radius = design.wide() * 1.06;
    }

    void draw() {
        Color colour = design.hatColour();
        Color band = Tint.times(colour, Tint.brightness(colour) > 60 ? 0.5 : 2.5);
        switch (design.hat()) {
            case NONE -> {}
            case SAILOR -> {
                crown(colour, -0.36, 0.92, -0.56, 1.15);
                brim(Tint.mixed(colour, Color.WHITE, 0.5), -0.36, 1.0, 0.07);
            }
            case TOP -> {
                brim(colour, -0.30, 1.55, 0.02);
                crown(colour, -0.31, 0.95, -0.95, 1.05);
                crown(band, -0.32, 0.97, -0.43, 0.98);
            }
            case BOWLER -> {
                dome(colour, -0.30, 0.95, 0.34);
                brim(colour, -0.29, 1.35, 0.03);
            }
            case CONE -> {
                crown(colour, -0.28, 1.0, -1.15, 0.05);
                brim(band, -0.28, 1.2, 0.03);
            }
            case CROWN -> {
                crown(new Color(236, 192, 60), -0.34, 0.85, -0.56, 1.0);
            }
            case BEANIE -> {
                dome(colour, -0.26, 1.04, 0.32);
                brim(band, -0.26, 1.04, 0.06);
            }
            case TURBAN -> {
                dome(colour, -0.36, 1.25, 0.30);
                brim(colour, -0.32, 1.2, 0.13);
                brim(band, -0.44, 1.05, 0.05);
            }
            case HELMET -> {
                dome(Tint.mixed(colour, Tint.grey(150), 0.6), -0.16, 1.1, 0.42);
                brim(Tint.grey(110), -0.18, 1.12, 0.04);
            }
            case STRAW -> {
                brim(new Color(222, 190, 112), -0.30, 1.7, 0.02);
                dome(new Color(228, 198, 124), -0.30, 0.95, 0.24);
            }
            case CAP -> {
                dome(colour, -0.27, 1.04, 0.27);
                List<Position> peak = new Ellipsoid(
                                head.at(0, -0.26, 0.42 + 0.16),
                                0.3 * head.size(),
                                0.03 * head.size(),
                                0.26 * head.size(),
                                head.turn())
                        .outline();
                canvas.round(Part.HAT, band, Hull.around(peak));
            }
            case HOOD -> {
                // Behind a face that is seen it was painted before the face.
                if (head.facing() < 0) {
                    hood();
                }
            }
        }
    }

    void hood() {
        if (design.hat() == HeadDesign.Hat.HOOD) {
            List<Position> low = new Ellipsoid(
                            head.at(0, 0.45, -0.08),
                            0.36 * head.size(),
                            0.1 * head.size(),
                            0.3 * head.size(),
                            head.turn())
                    .outline();
            canvas.round(
                    Part.HAT,
                    design.hatColour(),
                    Hull.around(head.skull().grown(1.2).outline(), low));
        }
    }

    private List<Position> disc(double y, double wide, double thick) {
        double half = wide * radius * head.size();
        return new Ellipsoid(head.at(0, y, -0.02), half, thick * head.size(), half, head.turn()).outline();
    }

    private void brim(Color colour, double y, double wide, double thick) {
        canvas.round(Part.HAT, colour, Hull.around(disc(y, wide, thick)));
    }

    private void crown(Color colour, double low, double lowWide, double high, double highWide) {
        canvas.round(Part.HAT, colour, Hull.around(disc(low, lowWide, 0.02), disc(high, highWide, 0.02)));
    }

    private void dome(Color colour, double low, double wide, double high) {
        double half = wide * radius * head.size();
        List<Shape> shapes = new ArrayList<>();
        Ellipsoid ball = new Ellipsoid(head.at(0, low, -0.02), half, high * head.size(), half, head.turn());
        List<Position> upper = new ArrayList<>(ball.cap(new Vec(0, -1, 0), 90));
        if (upper.size() > 2) {
            shapes.add(Hull.around(upper));
            canvas.united(Part.HAT, colour, shapes);
        }
    }
}
