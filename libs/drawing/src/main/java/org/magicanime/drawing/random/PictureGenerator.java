package org.magicanime.drawing.random;

import java.util.Collections;
import java.util.List;
import org.magicanime.drawing.KnownPoint;
import org.magicanime.drawing.random.DrawnPicture.PictureTruth;

/// Draws pictures of random cartoon characters with exact truth, for training and measuring models. One seed and
/// number give one picture, on any thread, in any order.
///
/// A picture is what a pose model is shown: a square around one character, 1 to 2.4 times as large as it, or around
/// nobody at all.
public final class PictureGenerator {
    public static final int SIZE = 256;

    /// Share of the pictures that have nobody in them, but trees, ships, animals on four legs, patterns.
    static final double EMPTY = 0.22;

    private static final double LEAST_SEEN = 0.012;
    private static final int LEAST_JOINTS = 3;

    /// From this share of the picture on a head with a shoulder is a character.
    private static final double CLOSE = 0.08;

    private static final int[] LIMBS = {5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

    private final long seed;

    public PictureGenerator(long seed) {
        this.seed = seed;
    }

    /// @param number which picture, from 0
    public DrawnPicture draw(long number) {
        Chance chance = new Chance((seed * 0x9E3779B97F4A7C15L) ^ (number * 0xBF58476D1CE4E5B9L + 0x2545F491L));
        Era era = Era.any(chance);
        Canvas canvas = new Canvas(SIZE);
        boolean empty = chance.in(EMPTY);
        Chance scene = chance.apart();
        Chance figure = chance.apart();
        Chance film = chance.apart();
        Scenery scenery = new Scenery(canvas, era, scene.apart());
        scenery.paint(empty ? scene.between(0.5, 1.5) : scene.in(0.35) ? 0 : scene.share());
        Frame frame = film.in(0.3) ? filmEdge(film) : new Frame(0, 0, SIZE, SIZE);
        PictureTruth truth;
        if (empty) {
            truth = nobody(era);
            blank(canvas.parts());
        } else {
            if (scene.in(0.16)) {
                Neighbour.draw(canvas, era, scene.apart());
            }
            truth = character(canvas, era, scenery, scene, figure, frame);
        }
        byte[] mask = mask(canvas.parts());
        new FilmLook(SIZE, era, film).apply(canvas.pixels(), canvas.parts());
        replicate(canvas.pixels(), frame);
        canvas.close();
        return new DrawnPicture(SIZE, canvas.pixels(), mask, truth);
    }

    private static PictureTruth character(
            Canvas canvas, Era era, Scenery scenery, Chance scene, Chance figure, Frame frame) {
        CharacterDesign design = CharacterDesign.any(era, figure);
        Skeleton placed = Placement.any(design, SIZE, figure);
        blank(canvas.parts());
        canvas.style(
                design.shading(), design.palette().line(), Math.min(0.04 * SIZE, design.line() * placed.scale()), true);
        CharacterDrawing drawing = new CharacterDrawing(canvas, design, placed);
        drawing.draw();
        if (scene.in(0.05)) {
            Neighbour.draw(canvas, era, scene.apart());
        }
        if (scene.in(0.1)) {
            scenery.style();
            scenery.props().any(scene, design.palette().trim());
        }
        outside(canvas.parts(), frame);
        List<KnownPoint> points = TruthPoints.of(drawing, design, canvas.parts(), SIZE, frame);
        Frame box = box(canvas.parts());
        if (box.equals(Frame.NONE)) {
            return nobody(era);
        }
        long seen = java.util.Arrays.stream(LIMBS)
                .filter(joint -> points.get(joint).visible())
                .count();
        double area = area(canvas.parts()) / (double) (SIZE * SIZE);
        boolean present = area > LEAST_SEEN && (seen >= LEAST_JOINTS || seen > 0 && area > CLOSE);
        Turn view = placed.trunk();
        return new PictureTruth(
                present,
                points,
                box,
                view.facing(),
                Math.toDegrees(Math.asin(Math.clamp(-view.y().z(), -1, 1))),
                placed.face().facing(),
                drawing.head().mouthOpening(),
                design.head().open(),
                era.ordinal());
    }

    private static PictureTruth nobody(Era era) {
        return new PictureTruth(
                false,
                Collections.nCopies(PictureTruth.POINTS, new KnownPoint(0, 0, KnownPoint.ABSENT)),
                Frame.NONE,
                0,
                0,
                0,
                0,
                0,
                era.ordinal());
    }

    /// The picture of a film ends within the square: what is outside is its last row or column again.
    private static Frame filmEdge(Chance chance) {
        int left = chance.in(0.35) ? chance.below(SIZE / 4) : 0;
        int right = chance.in(0.35) ? SIZE - chance.below(SIZE / 4) : SIZE;
        int top = chance.in(0.3) ? chance.below(SIZE / 5) : 0;
        int bottom = chance.in(0.45) ? SIZE - chance.below(SIZE / 4) : SIZE;
        return new Frame(left, top, right, bottom);
    }

    private static void replicate(int[] pixels, Frame frame) {
        if (frame.width() == SIZE && frame.height() == SIZE) {
            return;
        }
        for (int y = 0; y < SIZE; y++) {
            int from = Math.clamp(y, frame.top(), frame.bottom() - 1) * SIZE;
            for (int x = 0; x < SIZE; x++) {
                if (!frame.contains(x, y)) {
                    pixels[y * SIZE + x] = pixels[from + Math.clamp(x, frame.left(), frame.right() - 1)];
                }
            }
        }
    }

    private static void outside(int[] parts, Frame frame) {
        for (int i = 0; i < parts.length; i++) {
            if (!frame.contains(i % SIZE, i / SIZE)) {
                parts[i] = 0;
            }
        }
    }

    private static void blank(int[] parts) {
        java.util.Arrays.fill(parts, 0);
    }

    private static byte[] mask(int[] parts) {
        byte[] mask = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            mask[i] = (byte) (ofTheCharacter(parts[i]) ? 1 : 0);
        }
        return mask;
    }

    private static boolean ofTheCharacter(int part) {
        return Part.of(part & 0xFF).ofTheCharacter();
    }

    private static long area(int[] parts) {
        return java.util.Arrays.stream(parts)
                .filter(PictureGenerator::ofTheCharacter)
                .count();
    }

    private static Frame box(int[] parts) {
        int left = SIZE;
        int top = SIZE;
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < parts.length; i++) {
            if (ofTheCharacter(parts[i])) {
                left = Math.min(left, i % SIZE);
                right = Math.max(right, i % SIZE + 1);
                top = Math.min(top, i / SIZE);
                bottom = Math.max(bottom, i / SIZE + 1);
            }
        }
        return right == 0 ? Frame.NONE : new Frame(left, top, right, bottom);
    }
}
