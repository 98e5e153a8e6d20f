package org.magicanime.facecrop.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Point;

/// What a face looks like in one frame.
///
/// @param signature colours of skin, hair, eyes, lips and brows, what is where in the head, and shapes: see
///     {@link FaceSignature}
/// @param relit the same as if every skin had one colour
/// @param patches L*, a*, b* of places in the face that neither lips nor lids move
/// @param edge width of the sharpest edges of the eyes, in sizes of the face: see {@link EdgeWidth}
record FaceLook(double[] signature, double[] relit, double[] patches, double edge) {
    static final int LAB = 3;

    private static final int[][] PATCHES = {
        {41, 31, 48, 3}, // cheeks
        {46, 35, 54, 13},
        {28}, // bridge of the nose
        {57, 8}, // chin
        {4, 48, 5}, // beside the mouth
        {12, 54, 11},
        {21, 22, 27} // between the brows
    };

    static final int PATCH_COUNT = PATCHES.length;
    /// Cheeks, nose and chin are skin on everybody.
    private static final int SKIN_PATCHES = 4;

    /// @param points the 68 landmarks in pixels of the picture
    /// @param embedding instead of the signature, if there is one
    static FaceLook of(Picture picture, List<Point> points, Optional<double[]> embedding) {
        FaceChip chip = new FaceChip(picture, points);
        double[] patches = patches(chip, points);
        double[] raw = FaceSignature.raw(chip, points, skin(patches));
        double[] relit = embedding.orElseGet(() -> FaceSignature.scaled(FaceSignature.relit(raw)));
        return new FaceLook(
                embedding.orElseGet(() -> FaceSignature.scaled(raw)),
                relit,
                patches,
                EdgeWidth.of(picture, points) / chip.unit());
    }

    /// The signature as it was measured, not scaled.
    static double[] raw(Picture picture, List<Point> points) {
        FaceChip chip = new FaceChip(picture, points);
        return FaceSignature.raw(chip, points, skin(patches(chip, points)));
    }

    private static double[] patches(FaceChip chip, List<Point> points) {
        double[] patches = new double[PATCHES.length * LAB];
        for (int i = 0; i < PATCHES.length; i++) {
            double[] colour = colour(chip, chip.at(middle(points, PATCHES[i])));
            System.arraycopy(colour, 0, patches, i * LAB, LAB);
        }
        return patches;
    }

    /// The median, channel by channel.
    private static double[] skin(double[] patches) {
        double[] skin = new double[LAB];
        for (int channel = 0; channel < LAB; channel++) {
            double[] values = new double[SKIN_PATCHES];
            for (int i = 0; i < SKIN_PATCHES; i++) {
                values[i] = patches[i * LAB + channel];
            }
            Arrays.sort(values);
            skin[channel] = (values[1] + values[2]) / 2;
        }
        return skin;
    }

    static Point middle(List<Point> points, int... of) {
        double x = 0;
        double y = 0;
        for (int i : of) {
            x += points.get(i).x();
            y += points.get(i).y();
        }
        return new Point(x / of.length, y / of.length);
    }

    /// Mean of 3×3 pixels of the chip.
    static double[] colour(FaceChip chip, Point place) {
        int x = (int) Math.floor(place.x());
        int y = (int) Math.floor(place.y());
        double[] sums = new double[LAB];
        for (int channel = 0; channel < LAB; channel++) {
            for (int i = 0; i < 9; i++) {
                sums[channel] += chip.value(x - 1 + i % 3, y - 1 + i / 3, channel);
            }
            sums[channel] /= 9;
        }
        return sums;
    }

    /// Euclidean distance of signatures: about 1 between what may just be one character.
    double distanceTo(FaceLook other) {
        return distance(signature, other.signature);
    }

    static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return Math.sqrt(sum);
    }
}
