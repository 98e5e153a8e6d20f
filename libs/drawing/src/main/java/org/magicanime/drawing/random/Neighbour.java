package org.magicanime.drawing.random;

/// Somebody else, at the edge of the picture or small in the background, about whom no truth is told.
final class Neighbour {
    private Neighbour() {}

    static void draw(Canvas canvas, Era era, Chance chance) {
        CharacterDesign design = CharacterDesign.any(era, chance);
        Skeleton skeleton = design.skeleton();
        double size = canvas.size();
        double scale = size * chance.ratio(0.25, 1.1);
        double side = chance.sign();
        double x = size * (0.5 + side * chance.between(0.32, 0.6));
        double y = size * chance.between(0.45, 0.9);
        Skeleton placed = skeleton.placed(scale, new Vec(x, y, 0));
        canvas.style(design.shading(), design.palette().line(), Math.min(0.03 * size, design.line() * scale), false);
        new CharacterDrawing(canvas, design, placed).draw();
    }
}
