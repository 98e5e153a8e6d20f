package org.magicanime.drawing.random;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.drawing.Position;

/// Draws a head in the order that its turn asks for.
final class HeadDrawing {
    private static final double FROM_BEHIND = -0.15;

    private final Canvas canvas;
    private final HeadShape head;
    private final HeadDesign design;
    private final FaceDrawing face;
    private final HairDrawing hair;
    private final HatDrawing hat;
    private final EarDrawing ears;

    HeadDrawing(Canvas canvas, HeadShape head, Palette palette, Chance chance) {
        this.canvas = canvas;
        this.head = head;
        design = head.design();
        face = new FaceDrawing(canvas, head, palette);
        hair = new HairDrawing(canvas, head, chance.apart());
        hat = new HatDrawing(canvas, head);
        ears = new EarDrawing(canvas, head);
    }

    boolean seenFromBehind() {
        return head.facing() < FROM_BEHIND;
    }

    /// What hangs down behind the shoulders.
    void falling() {
        hair.falling();
    }

    void draw() {
        if (seenFromBehind()) {
            behind();
        } else {
            front();
        }
    }

    private void front() {
        if (design.hat() == HeadDesign.Hat.HOOD) {
            hat.hood();
        }
        ears.sides().forEach(side -> ears.draw(side, false));
        if (hair.any() && design.hat() != HeadDesign.Hat.HOOD) {
            hair.around();
        }
        skin();
        ears.sides().forEach(side -> ears.draw(side, true));
        boolean turned = head.facing() < 0.12;
        if (turned) {
            face.muzzle();
        }
        hair.beard();
        if (design.beard() != HeadDesign.Beard.FULL && design.beard() != HeadDesign.Beard.LONG
                || design.mouthOpen() > 0.03) {
            if (!design.kind().animal()) {
                face.mouth();
            }
        }
        if (!design.hidden()) {
            face.eyes();
        }
        if (design.kind().animal()) {
            if (!turned) {
                face.muzzle();
            }
            face.mouth();
        }
        face.nose();
        if (design.glasses()) {
            face.glasses();
        }
        if (design.hat() != HeadDesign.Hat.HOOD) {
            hair.fringe();
        }
        hat.draw();
    }

    private void behind() {
        if (design.kind().animal()) {
            face.muzzle();
        }
        face.nose();
        hair.beard();
        skin();
        ears.sides().forEach(side -> ears.draw(side, false));
        ears.sides().forEach(side -> ears.draw(side, true));
        if (hair.any()) {
            hair.around();
        }
        hat.draw();
    }

    private void skin() {
        List<Shape> shapes = new ArrayList<>();
        boolean patch = hair.any() && !seenFromBehind() || design.hat() == HeadDesign.Hat.HOOD && !seenFromBehind();
        if (patch) {
            List<Position> front = head.skull().cap(new Vec(0, 0.35, 1), 66);
            if (front.size() > 2 && !design.kind().animal()) {
                canvas.round(
                        Part.FACE,
                        design.skinColour(),
                        Hull.around(front, head.jaw().outline()));
                return;
            }
        }
        if (design.kind().animal()) {
            shapes.add(head.skull().shape());
            shapes.add(head.jaw().shape());
            canvas.united(Part.FACE, design.skinColour(), shapes);
            mask();
            return;
        }
        canvas.round(
                Part.FACE,
                design.skinColour(),
                Hull.around(head.skull().outline(), head.jaw().outline()));
    }

    private void mask() {
        if (design.kind() != HeadDesign.Kind.MASKED) {
            return;
        }
        double y = design.eyeY() + 0.04;
        for (int side : new int[] {-1, 1}) {
            List<Position> around =
                    head.skull().cap(new Vec(side * design.eyeSpace() / design.wide() * 1.05, y / 0.44, 0.9), 30);
            if (around.size() > 2) {
                canvas.on(design.maskColour(), Hull.around(around));
            }
        }
        List<Position> cheeks = head.skull().cap(new Vec(0, 0.62, 0.8), 46);
        if (cheeks.size() > 2) {
            canvas.on(design.maskColour(), Hull.around(cheeks));
        }
    }
}
