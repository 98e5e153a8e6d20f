package org.magicanime.drawing.random;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.drawing.Position;

/// Draws ears: people's at the sides of the head, animals' on top of it.
final class EarDrawing {
    private final Canvas canvas;
    private final HeadShape head;
    private final HeadDesign design;
    private final double size;

    EarDrawing(Canvas canvas, HeadShape head) {
        this.canvas = canvas;
        this.head = head;
        design = head.design();
        size = head.size();
    }

    /// @param side 1 its own left
    /// @param near whether ears at this moment are those in front of the head
    void draw(int side, boolean near) {
        boolean inFront = head.turn().x().z() * side > 0.12;
        boolean over =
                design.ears() == HeadDesign.Ears.HUMAN ? inFront : design.ears() == HeadDesign.Ears.FLOPPY && inFront;
        if (over != near) {
            return;
        }
        double big = design.earSize();
        Color skin = design.skinColour();
        Color inner = Tint.mixed(skin, new Color(226, 130, 130), 0.5);
        double wide = design.wide();
        switch (design.ears()) {
            case NONE -> {}
            case HUMAN -> {
                Ellipsoid ear = ball(side * wide * 0.98, 0.0, -0.03, 0.05 * big, 0.10 * big, 0.075 * big);
                canvas.round(Part.EARS, skin, ear.shape());
            }
            case DISC -> {
                Ellipsoid ear =
                        ball(side * (wide * 0.82 + 0.08 * big), -0.40 - 0.06 * big, 0, 0.2 * big, 0.2 * big, 0.06);
                canvas.round(Part.EARS, skin, ear.shape());
                if (head.facing() > 0.1 && design.kind() != HeadDesign.Kind.MASKED) {
                    canvas.on(
                            inner,
                            ball(
                                            side * (wide * 0.82 + 0.08 * big),
                                            -0.40 - 0.06 * big,
                                            0.03,
                                            0.12 * big,
                                            0.12 * big,
                                            0.04)
                                    .shape());
                }
            }
            case POINTED -> {
                List<Position> base = ball(side * wide * 0.62, -0.32, 0, 0.13 * big, 0.05, 0.06)
                        .outline();
                Position tip = head.at(side * (wide * 0.75 + 0.06), -0.42 - 0.24 * big, 0)
                        .flat();
                canvas.round(Part.EARS, skin, Hull.around(base, List.of(tip)));
                if (head.facing() > 0.1) {
                    List<Position> small = ball(side * wide * 0.62, -0.36, 0.05, 0.07 * big, 0.03, 0.03)
                            .outline();
                    canvas.on(
                            inner,
                            Hull.around(
                                    small,
                                    List.of(head.at(side * (wide * 0.72 + 0.05), -0.42 - 0.15 * big, 0.04)
                                            .flat())));
                }
            }
            case LONG -> {
                Position root = head.at(side * wide * 0.45, -0.36, -0.02).flat();
                Position bend =
                        head.at(side * wide * 0.6, -0.36 - 0.4 * big, -0.05).flat();
                Position tip = head.at(side * (wide * 0.7 + 0.1), -0.38 - 0.7 * big, -0.02)
                        .flat();
                canvas.round(Part.EARS, skin, Tube.around(Tube.bent(root, bend, tip, 1), leaf(0.105 * size)));
                if (head.facing() > 0.1) {
                    canvas.on(inner, Tube.around(Tube.bent(root, bend, tip, 1), leaf(0.05 * size)));
                }
            }
            case FLOPPY -> {
                Position root = head.at(side * wide * 0.75, -0.34, -0.02).flat();
                Position bend = head.at(side * (wide * 1.12 + 0.04), -0.1, 0).flat();
                Position tip = head.at(side * (wide * 1.1 + 0.02), 0.12 + 0.16 * big, 0.03)
                        .flat();
                canvas.round(
                        Part.EARS,
                        Tint.times(skin, 0.75),
                        Tube.around(Tube.bent(root, bend, tip, 1), leaf(0.12 * size)));
            }
        }
    }

    private static double[] leaf(double widest) {
        double[] radii = new double[17];
        for (int i = 0; i < radii.length; i++) {
            radii[i] = widest * (0.55 + 0.45 * Math.sin(Math.PI * (i + 3) / 20.0));
        }
        return radii;
    }

    private Ellipsoid ball(double x, double y, double z, double a, double b, double c) {
        return new Ellipsoid(head.at(x, y, z), a * size, b * size, c * size, head.turn());
    }

    /// Both ears, as pieces that are joined by others.
    List<Integer> sides() {
        List<Integer> sides = new ArrayList<>();
        sides.add(head.turn().x().z() > 0 ? -1 : 1);
        sides.add(-sides.getFirst());
        return sides;
    }
}
