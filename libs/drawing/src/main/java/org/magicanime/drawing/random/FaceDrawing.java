package org.magicanime.drawing.random;

import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// Draws eyes, brows, nose and mouth, as far as they face the viewer.
final class FaceDrawing {
    private static final double EDGE = 0.06;

    private final Canvas canvas;
    private final HeadShape head;
    private final HeadDesign design;
    private final Palette palette;
    private final double size;

    FaceDrawing(Canvas canvas, HeadShape head, Palette palette) {
        this.canvas = canvas;
        this.head = head;
        this.palette = palette;
        design = head.design();
        size = head.size();
    }

    void eyes() {
        // The far eye first: eyes that touch overlap.
        int far = head.turn().x().z() > 0 ? -1 : 1;
        eye(far);
        eye(-far);
        if (design.brows()) {
            brow(far);
            brow(-far);
        }
    }

    private void eye(int side) {
        if (head.eye(side).facing() < EDGE) {
            return;
        }
        double open = design.open();
        Color ink = Tint.grey(18);
        if (open < 0.2) {
            List<Position> lid = new ArrayList<>();
            for (int i = -2; i <= 2; i++) {
                double along = i / 2.0;
                lid.add(head.face(
                                side * design.eyeSpace() + along * design.eyeWide(),
                                design.eyeY() + 0.25 * design.eyeHigh() * (1 - along * along))
                        .flat());
            }
            canvas.stroke(ink, Outlines.smoothLine(lid), Math.max(0.8, 0.022 * size));
            return;
        }
        Shape ring = smooth(head.eyeRing(side, 1, open, 12));
        if (design.eyes() == HeadDesign.Eyes.DOT) {
            canvas.on(ink, ring);
            return;
        }
        canvas.on(new Color(250, 250, 246), ring);
        pupil(side, open, ink);
        boolean anime = design.eyes() == HeadDesign.Eyes.ANIME;
        if (!anime) {
            canvas.stroke(ink, ring, Math.max(0.5, 0.012 * size));
        }
        List<Position> upper = new ArrayList<>();
        for (int i = 0; i <= 6; i++) {
            double angle = Math.PI + Math.PI * i / 6;
            upper.add(head.face(
                            side * design.eyeSpace() + 1.06 * design.eyeWide() * Math.cos(angle),
                            design.eyeY() + open * design.eyeHigh() * Math.sin(angle))
                    .flat());
        }
        canvas.stroke(ink, Outlines.smoothLine(upper), Math.max(0.6, (anime ? 0.032 : 0.018) * size));
    }

    private void pupil(int side, double open, Color ink) {
        double wide = design.eyeWide();
        double high = design.eyeHigh() * open;
        double x = side * design.eyeSpace() + 0.3 * wide * design.gaze();
        double y = design.eyeY();
        boolean anime = design.eyes() == HeadDesign.Eyes.ANIME;
        if (anime || design.eyes() == HeadDesign.Eyes.ALMOND || design.eyes() == HeadDesign.Eyes.ROUND) {
            double iris = anime ? 0.66 * wide : Math.min(0.55 * wide, 0.95 * high);
            double tall = anime ? 0.94 * high : Math.min(iris, high);
            canvas.on(palette.eyes(), disc(x, y, iris, tall));
            canvas.on(ink, disc(x, y, 0.55 * iris, 0.6 * tall));
            canvas.on(Color.WHITE, disc(x - 0.35 * iris, y - 0.4 * tall, 0.3 * iris, 0.28 * tall));
            return;
        }
        // The pupil of the 1930s: tall, low, with a slice out.
        double black = 0.55 * wide;
        canvas.on(ink, disc(x, y + 0.3 * high, black, 0.6 * high));
        canvas.on(new Color(250, 250, 246), disc(x + 0.5 * black, y + 0.02 * high, 0.42 * black, 0.24 * high));
    }

    private Shape disc(double x, double y, double wide, double high) {
        List<Position> ring = new ArrayList<>(10);
        for (int i = 0; i < 10; i++) {
            double angle = 2 * Math.PI * i / 10;
            ring.add(head.face(x + wide * Math.cos(angle), y + high * Math.sin(angle))
                    .flat());
        }
        return Outlines.smooth(ring);
    }

    private void brow(int side) {
        List<Spot> brow = head.brow(side);
        if (brow.get(2).facing() > EDGE) {
            Color colour = Tint.brightness(design.hairColour()) > 190 ? Tint.grey(60) : design.hairColour();
            canvas.stroke(colour, Outlines.smoothLine(HeadShape.flat(brow)), Math.max(0.7, 0.026 * size));
        }
    }

    /// A muzzle or beak, without its nose.
    void muzzle() {
        Color colour = design.maskColour();
        switch (design.kind()) {
            case HUMAN -> {}
            case BEAKED -> beak();
            case SNOUTED -> {
                canvas.round(Part.NOSE, design.skinColour(), head.muzzle().shape());
                Ellipsoid end = disc(0.13, 0.34 + 0.25 * design.snout() + 0.11 + 0.48 * design.snout(), 0.12);
                canvas.round(Part.NOSE, Tint.mixed(design.skinColour(), new Color(230, 120, 120), 0.4), end.shape());
                for (int side : new int[] {-1, 1}) {
                    if (head.facing() > 0.2) {
                        Position hole = end.at(0.45 * side, 0, 1).flat();
                        canvas.on(Tint.grey(40), Outlines.ellipse(hole, 0.025 * size, 0.04 * size));
                    }
                }
            }
            default -> {
                if (design.mouthOpen() > 0.02) {
                    canvas.round(Part.FACE, colour, head.chops().shape());
                }
                canvas.round(Part.FACE, colour, head.muzzle().shape());
            }
        }
    }

    private Ellipsoid disc(double y, double z, double radius) {
        return new Ellipsoid(head.at(0, y, z), radius * size, 0.8 * radius * size, 0.03 * size, head.turn());
    }

    private void beak() {
        double out = 0.34 + design.snout();
        double open = design.mouthOpen();
        Color colour = new Color(240, 164, 40);
        Position lowTip = head.at(0, 0.17 + open, out - 0.08).flat();
        Position tip = head.at(0, 0.13, out).flat();
        List<Position> base =
                new Ellipsoid(head.at(0, 0.14, 0.32), 0.17 * size, 0.10 * size, 0.03 * size, head.turn()).outline();
        List<Position> low =
                new Ellipsoid(head.at(0, 0.19, 0.30), 0.13 * size, 0.07 * size, 0.03 * size, head.turn()).outline();
        canvas.round(Part.FACE, Tint.times(colour, 0.8), Hull.around(low, Hull.circle(lowTip, 0.04 * size)));
        canvas.round(Part.FACE, colour, Hull.around(base, Hull.circle(tip, 0.05 * size)));
    }

    void nose() {
        double[] place = head.nosePlace();
        Vec tip = head.noseTip().at();
        double nose = design.nose() * size;
        if (design.kind().animal()) {
            if (design.kind() == HeadDesign.Kind.MASKED || design.kind() == HeadDesign.Kind.MUZZLED) {
                canvas.on(Tint.grey(20), new Ellipsoid(tip, 1.2 * nose, 0.85 * nose, 0.9 * nose, head.turn()).shape());
            }
            return;
        }
        Color colour = Tint.mixed(
                design.skinColour(), new Color(220, 90, 80), design.noseKind() == HeadDesign.Nose.BULB ? 0.22 : 0.05);
        List<Position> root = new Ellipsoid(
                        head.at(0, place[0] + 0.01, 0.36), 0.75 * nose, 0.8 * nose, 0.2 * nose, head.turn())
                .outline();
        switch (design.noseKind()) {
            case LINE -> {
                if (head.facing() > 0.1) {
                    Vec side = head.at(0.02, place[0] + 0.015, 0.42);
                    canvas.stroke(
                            Tint.times(design.skinColour(), 0.6),
                            Outlines.smoothLine(List.of(tip.flat(), side.flat())),
                            Math.max(0.6, 0.012 * size));
                }
                if (Math.abs(head.turn().z().x()) > 0.45) {
                    canvas.flat(
                            Part.NOSE,
                            colour,
                            Hull.around(root, List.of(head.at(0, place[0], 0.47).flat())));
                }
            }
            case BUTTON ->
                canvas.round(Part.NOSE, colour, new Ellipsoid(tip, 0.8 * nose, 0.65 * nose, nose, head.turn()).shape());
            case BULB ->
                canvas.united(
                        Part.NOSE,
                        colour,
                        List.of(
                                Hull.around(root),
                                new Ellipsoid(tip, 1.15 * nose, nose, 1.1 * nose, head.turn()).shape()));
            case LONG -> canvas.round(Part.NOSE, colour, Hull.around(root, Hull.circle(tip.flat(), 0.6 * nose)));
            case WEDGE -> {
                Position bridge = head.at(0, design.eyeY(), 0.40).flat();
                Position wing = head.at(0.06, place[0] + 0.035, 0.40).flat();
                Position other = head.at(-0.06, place[0] + 0.035, 0.40).flat();
                canvas.flat(
                        Part.NOSE,
                        Tint.times(design.skinColour(), 0.97),
                        Hull.around(List.of(bridge, wing, other, tip.flat())));
                Position near = head.turn().z().x() > 0 ? wing : other;
                canvas.stroke(
                        Tint.times(design.skinColour(), 0.55),
                        Outlines.smoothLine(
                                List.of(bridge.towards(tip.flat(), 0.5), tip.flat(), near.towards(tip.flat(), 0.3))),
                        Math.max(0.6, 0.014 * size));
            }
        }
    }

    void mouth() {
        if (design.kind() == HeadDesign.Kind.BEAKED) {
            return;
        }
        List<Spot> inner = seen(head.lips(8, 0));
        if (inner.size() < 4) {
            return;
        }
        Color ink = Tint.times(design.skinColour(), 0.25);
        if (design.lips()) {
            List<Spot> outer = seen(head.lips(12, 0.035));
            if (outer.size() > 3) {
                canvas.on(palette.lips(), smooth(outer));
            }
        }
        if (design.mouthOpen() < 0.015) {
            List<Position> line = new ArrayList<>();
            for (int i = 0; i <= 4; i++) {
                Spot spot = head.lips(8, 0).get(4 - i);
                if (spot.facing() > 0) {
                    line.add(spot.flat());
                }
            }
            if (line.size() > 1) {
                canvas.stroke(ink, Outlines.smoothLine(line), Math.max(0.7, 0.018 * size));
            }
            return;
        }
        Shape opening = smooth(inner);
        canvas.on(new Color(74, 22, 26), opening);
        Spot tongue = head.mouth(0, design.mouthY() + 0.5 * design.mouthOpen());
        if (tongue.facing() > 0.2 && design.mouthOpen() > 0.05) {
            double wide = 0.4 * design.mouthWide() * size * tongue.facing();
            canvas.on(new Color(206, 88, 92), Outlines.ellipse(tongue.flat(), wide, 0.18 * design.mouthOpen() * size));
        }
        if (design.mouthOpen() > 0.04) {
            List<Position> teeth = new ArrayList<>();
            for (Spot spot : head.lips(8, 0).subList(1, 4)) {
                if (spot.facing() > 0) {
                    teeth.add(spot.flat());
                }
            }
            if (teeth.size() > 1) {
                canvas.stroke(new Color(246, 244, 236), Outlines.smoothLine(teeth), 0.2 * design.mouthOpen() * size);
            }
        }
        canvas.stroke(ink, opening, Math.max(0.5, 0.011 * size));
    }

    private static List<Spot> seen(List<Spot> spots) {
        return spots.stream().filter(spot -> spot.facing() > -0.05).toList();
    }

    private static Shape smooth(List<Spot> spots) {
        return Outlines.smooth(HeadShape.flat(spots));
    }

    void glasses() {
        Color frame = Tint.grey(25);
        for (int side : new int[] {-1, 1}) {
            if (head.eye(side).facing() > EDGE) {
                double factor = Math.max(1.2, 0.1 / design.eyeHigh());
                Shape ring = smooth(head.eyeRing(side, 1.2, Math.min(2.4, factor), 12));
                canvas.stroke(frame, ring, Math.max(0.8, 0.022 * size));
            }
        }
        Position middle = head.face(0, design.eyeY()).flat();
        if (head.facing() > 0.1) {
            canvas.stroke(
                    frame,
                    Outlines.smoothLine(List.of(
                            head.face(-0.06, design.eyeY()).flat(),
                            middle,
                            head.face(0.06, design.eyeY()).flat())),
                    Math.max(0.7, 0.018 * size));
        }
    }
}
