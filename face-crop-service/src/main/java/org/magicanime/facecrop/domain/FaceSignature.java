package org.magicanime.facecrop.domain;

import java.util.Arrays;
import java.util.List;
import org.magicanime.inference.picture.Point;

/// Numbers that stay the same while a face speaks, turns and is lit in other ways, and differ from character to
/// character: colours of skin, hair, eyes, lips and brows, a coarse map of the head, and shapes.
///
/// Each number is divided by how much it varies within one character (docs/faces.md says how that was
/// measured), so that the Euclidean distance is about 1 between what may just be one character.
final class FaceSignature {
    private static final int LAB = FaceLook.LAB;
    private static final List<SignatureScale.Kind> COLOUR_KINDS = List.of(
            SignatureScale.SKIN, SignatureScale.HAIR, SignatureScale.EYES, SignatureScale.LIPS, SignatureScale.BROWS);
    private static final int MAP_SIDE = 6;
    private static final int SHAPES = 4;
    /// Cells of the map whose middle lies in the head.
    private static final int[] CELLS = cells();
    static final int VALUES = COLOUR_KINDS.size() * LAB + CELLS.length * LAB + SHAPES;

    private FaceSignature() {}

    private static int[] cells() {
        int[] all = new int[MAP_SIDE * MAP_SIDE];
        int count = 0;
        for (int cell = 0; cell < all.length; cell++) {
            double x = (cell % MAP_SIDE + 0.5) / MAP_SIDE - 0.5;
            double y = (cell / MAP_SIDE + 0.5) / MAP_SIDE - 0.47;
            if (x * x / (0.36 * 0.36) + y * y / (0.44 * 0.44) <= 1) {
                all[count++] = cell;
            }
        }
        return Arrays.copyOf(all, count);
    }

    /// The numbers as they would be in a light in which every skin has one colour: two people often differ in
    /// them still, and one person whom a fire lights up does not.
    ///
    /// @param values that were measured
    static double[] relit(double[] values) {
        double[] relit = values.clone();
        double[] skin = Arrays.copyOf(values, LAB);
        for (int at = 0; at < VALUES - SHAPES; at += LAB) {
            Lab.relight(relit, at, skin);
        }
        return relit;
    }

    /// @param values that were measured, which are changed
    static double[] scaled(double[] values) {
        int at = 0;
        for (SignatureScale.Kind kind : COLOUR_KINDS) {
            kind.scale(values, at, LAB);
            at += LAB;
        }
        SignatureScale.MAP.scale(values, at, CELLS.length * LAB);
        SignatureScale.SHAPES.scale(values, at + CELLS.length * LAB, SHAPES);
        return values;
    }

    /// @param points the 68 landmarks in pixels of the picture
    /// @param skin its L*, a*, b*
    static double[] raw(FaceChip chip, List<Point> points, double[] skin) {
        double[] values = new double[VALUES];
        int at = 0;
        at = put(values, at, skin);
        at = put(values, at, hair(chip, points));
        at = put(values, at, mean(chip, at(points, 36, 37, 38, 39, 40, 41), at(points, 42, 43, 44, 45, 46, 47)));
        at = put(values, at, mean(chip, at(points, 51, 62), at(points, 57, 66)));
        at = put(values, at, mean(chip, at(points, 18, 19, 20), at(points, 23, 24, 25)));
        for (int cell : CELLS) {
            at = put(values, at, cell(chip, cell));
        }
        double unit = chip.unit();
        values[at++] = points.get(0).distanceTo(points.get(16)) / unit;
        values[at++] = at(points, 36, 39).distanceTo(at(points, 42, 45)) / unit;
        values[at++] = points.get(27).distanceTo(points.get(33)) / unit;
        values[at++] = at(points, 19, 24).distanceTo(at(points, 36, 39, 42, 45)) / unit;
        return values;
    }

    private static Point at(List<Point> points, int... of) {
        return FaceLook.middle(points, of);
    }

    private static int put(double[] values, int at, double[] colour) {
        System.arraycopy(colour, 0, values, at, LAB);
        return at + LAB;
    }

    private static double[] mean(FaceChip chip, Point one, Point other) {
        double[] sum = FaceLook.colour(chip, chip.at(one));
        double[] second = FaceLook.colour(chip, chip.at(other));
        for (int i = 0; i < LAB; i++) {
            sum[i] = (sum[i] + second[i]) / 2;
        }
        return sum;
    }

    /// The median above the forehead.
    private static double[] hair(FaceChip chip, List<Point> points) {
        Point eyes = chip.at(at(points, 36, 39, 42, 45));
        double unit = FaceChip.pixelsPerUnit();
        double[][] values = new double[LAB][15];
        for (int i = 0; i < 15; i++) {
            int x = (int) Math.floor(eyes.x() + (i % 5 - 2) * 0.17 * unit);
            int y = (int) Math.floor(eyes.y() - (0.62 + (i / 5) * 0.1) * unit);
            for (int channel = 0; channel < LAB; channel++) {
                values[channel][i] = chip.value(x, y, channel);
            }
        }
        double[] median = new double[LAB];
        for (int channel = 0; channel < LAB; channel++) {
            Arrays.sort(values[channel]);
            median[channel] = values[channel][7];
        }
        return median;
    }

    private static double[] cell(FaceChip chip, int cell) {
        int side = FaceChip.SIDE / MAP_SIDE;
        int left = cell % MAP_SIDE * FaceChip.SIDE / MAP_SIDE;
        int top = cell / MAP_SIDE * FaceChip.SIDE / MAP_SIDE;
        double[] mean = new double[LAB];
        for (int channel = 0; channel < LAB; channel++) {
            for (int i = 0; i < side * side; i++) {
                mean[channel] += chip.value(left + i % side, top + i / side, channel);
            }
            mean[channel] /= side * side;
        }
        return mean;
    }
}
