package org.magicanime.testkit.drawn;

import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// Where everything in a face is, in heads from the head's middle, before the head is placed. Landmarks have the
/// order of iBUG 300-W: 0 is the temple at the picture's left.
///
/// @param loudness 0: the mouth is shut, 1: wide open
/// @param right how far the features are moved to the picture's right
/// @param down how far they are moved down
/// @param eyesOpen 1 open, 0 shut
/// @param eyeSize 1 as people have it
record FaceShape(double loudness, double right, double down, double eyesOpen, double eyeSize) {
    static final double EYE_X = 0.165;
    static final double EYE_Y = -0.015;
    static final double EAR_X = 0.40;
    static final double EAR_Y = 0.03;

    private static final double EYE_HALF_WIDTH = 0.088;
    private static final double EYE_HALF_HEIGHT = 0.042;
    private static final double BROW_Y = -0.10;
    static final double BROW_THICKNESS = 0.03;

    private static final double BROW_HALF_WIDTH = 0.10;
    private static final double NOSE_TIP_Y = 0.145;
    private static final double MOUTH_Y = 0.285;
    private static final double MOUTH_HALF_WIDTH = 0.135;
    private static final double UPPER_LIP = 0.026;
    private static final double LOWER_LIP = 0.036;
    private static final double WIDEST_OPENING = 0.115;
    private static final double NARROWING = 0.22;

    /// The right half of the face's outline, from the crown to the chin.
    private static final List<Position> HALF = List.of(
            new Position(0, -0.485),
            new Position(0.25, -0.37),
            new Position(0.345, -0.10),
            new Position(0.322, 0.16),
            new Position(0.24, 0.37),
            new Position(0.13, 0.465));
    private static final Position CHIN = new Position(0, 0.485);
    private static final Path2D OUTLINE = Outlines.smooth(outline());
    private static final double JAW_BEGINS = -0.04;
    private static final List<Position> JAW = jaw();

    static List<Position> outline() {
        List<Position> points = new ArrayList<>(HALF);
        points.add(CHIN);
        for (int i = HALF.size() - 1; i > 0; i--) {
            points.add(new Position(-HALF.get(i).x(), HALF.get(i).y()));
        }
        return points;
    }

    /// Whether a place is within the outline.
    static boolean shows(Position place) {
        return OUTLINE.contains(place.x(), place.y());
    }

    /// 17 points of the outline, equally far from each other, from temple to temple.
    private static List<Position> jaw() {
        PathIterator iterator = new FlatteningPathIterator(OUTLINE.getPathIterator(null), 1e-5, 12);
        List<Position> right = new ArrayList<>();
        double[] point = new double[6];
        for (; !iterator.isDone(); iterator.next()) {
            if (iterator.currentSegment(point) != PathIterator.SEG_CLOSE && point[0] >= 0 && point[1] > JAW_BEGINS) {
                right.add(new Position(point[0], point[1]));
            }
        }
        double length = 0;
        for (int i = 1; i < right.size(); i++) {
            length += right.get(i).distanceTo(right.get(i - 1));
        }
        List<Position> half = new ArrayList<>(List.of(right.getFirst()));
        double walked = 0;
        for (int i = 1; i < right.size(); i++) {
            walked += right.get(i).distanceTo(right.get(i - 1));
            if (half.size() < 8 && walked >= length * half.size() / 8) {
                half.add(right.get(i));
            }
        }
        List<Position> all = new ArrayList<>();
        half.forEach(place -> all.add(new Position(-place.x(), place.y())));
        all.add(CHIN);
        all.addAll(half.reversed());
        return all;
    }

    /// How high the mouth is open, in heads.
    double opening() {
        return WIDEST_OPENING * loudness;
    }

    private Position feature(double x, double y) {
        return new Position(x + right, y + down);
    }

    /// The middle of an eye.
    ///
    /// @param side 1 at the picture's right, -1 at its left
    Position eye(int side) {
        return feature(side * EYE_X, EYE_Y);
    }

    Position ear(int side) {
        return new Position(side * EAR_X, EAR_Y - 0.3 * down);
    }

    Position noseTip() {
        return feature(0, NOSE_TIP_Y);
    }

    double eyeHalfWidth() {
        return EYE_HALF_WIDTH * (1 + 0.25 * (eyeSize - 1));
    }

    double eyeHalfHeight() {
        return EYE_HALF_HEIGHT * eyeSize * eyesOpen;
    }

    /// From the temple's end to the nose's at the picture's left, from the nose's to the temple's at its right.
    List<Position> brow(int side) {
        List<Position> points = new ArrayList<>();
        double above = BROW_Y - EYE_HALF_HEIGHT * (eyeSize - 1);
        for (int i = -2; i <= 2; i++) {
            double arch = 0.022 * (1 - i * i / 4.0);
            points.add(feature(side * EYE_X + i * BROW_HALF_WIDTH / 2, above - arch));
        }
        return points;
    }

    /// Six points around an eye, from its corner at the picture's left over the upper lid.
    List<Position> lids(int side) {
        double width = eyeHalfWidth();
        double height = eyeHalfHeight() * Math.sqrt(1 - 0.16);
        double x = side * EYE_X;
        return List.of(
                feature(x - width, EYE_Y),
                feature(x - 0.4 * width, EYE_Y - height),
                feature(x + 0.4 * width, EYE_Y - height),
                feature(x + width, EYE_Y),
                feature(x + 0.4 * width, EYE_Y + height),
                feature(x - 0.4 * width, EYE_Y + height));
    }

    /// Four points down the bridge to the tip, five along the wings.
    List<Position> nose() {
        return List.of(
                feature(0, -0.02),
                feature(0, 0.035),
                feature(0, 0.09),
                noseTip(),
                feature(-0.075, 0.17),
                feature(-0.038, 0.183),
                feature(0, 0.188),
                feature(0.038, 0.183),
                feature(0.075, 0.17));
    }

    private double mouthHalfWidth() {
        return MOUTH_HALF_WIDTH * (1 - NARROWING * loudness);
    }

    /// Twelve points around the lips, from the corner at the picture's left over the upper lip.
    List<Position> lips() {
        double w = mouthHalfWidth();
        double top = MOUTH_Y - 0.25 * opening() - UPPER_LIP;
        double bottom = MOUTH_Y + 0.75 * opening() + LOWER_LIP;
        double middle = MOUTH_Y + 0.15 * opening();
        return List.of(
                feature(-w, middle),
                feature(-0.58 * w, top + 0.006),
                feature(-0.2 * w, top - 0.002),
                feature(0, top + 0.003),
                feature(0.2 * w, top - 0.002),
                feature(0.58 * w, top + 0.006),
                feature(w, middle),
                feature(0.6 * w, bottom - 0.012),
                feature(0.25 * w, bottom - 0.001),
                feature(0, bottom),
                feature(-0.25 * w, bottom - 0.001),
                feature(-0.6 * w, bottom - 0.012));
    }

    /// Eight points around the opening, from the corner at the picture's left over the upper lip.
    List<Position> innerLips() {
        double w = 0.86 * mouthHalfWidth();
        double top = MOUTH_Y - 0.25 * opening();
        double bottom = MOUTH_Y + 0.75 * opening();
        double middle = MOUTH_Y + 0.15 * opening();
        return List.of(
                feature(-w, middle),
                feature(-0.45 * w, top + 0.06 * opening()),
                feature(0, top),
                feature(0.45 * w, top + 0.06 * opening()),
                feature(w, middle),
                feature(0.45 * w, bottom - 0.1 * opening()),
                feature(0, bottom),
                feature(-0.45 * w, bottom - 0.1 * opening()));
    }

    /// All 68.
    List<Position> landmarks() {
        List<Position> points = new ArrayList<>(JAW);
        // Annotators of iBUG put them at the upper edge.
        brow(-1).forEach(point -> points.add(point.plus(0, -BROW_THICKNESS / 2)));
        brow(1).forEach(point -> points.add(point.plus(0, -BROW_THICKNESS / 2)));
        points.addAll(nose());
        points.addAll(lids(-1));
        points.addAll(lids(1));
        points.addAll(lips());
        points.addAll(innerLips());
        return points;
    }

    /// Height of the opening in distances between the eyes.
    double mouthOpening() {
        return opening() / (2 * EYE_X);
    }
}
