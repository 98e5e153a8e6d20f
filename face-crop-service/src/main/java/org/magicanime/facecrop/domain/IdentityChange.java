package org.magicanime.facecrop.domain;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// Where in a series of looks one character becomes another: a change point between two medians, tested in a
/// short and a long window, as the literature does for a shift of the mean (e.g. Basseville and Nikiforov 1993,
/// 2.1), but robust.
final class IdentityChange {
    /// Of a median, at least.
    private static final int FEWEST = 3;

    private final List<FaceLook> looks;
    private final int[] windows;
    private final int around;
    private final double threshold;
    private final double[] values;

    /// @param looks of frames in order
    /// @param framesPerSecond of the film: windows are a quarter of a second and a second
    /// @param threshold of the distance between two medians
    IdentityChange(List<FaceLook> looks, double framesPerSecond, double threshold) {
        this.looks = List.copyOf(looks);
        this.threshold = threshold;
        this.windows = new int[] {
            Math.max(FEWEST, (int) Math.round(framesPerSecond / 4)), Math.max(FEWEST, (int) Math.round(framesPerSecond))
        };
        this.around = Math.max(1, (int) Math.round(framesPerSecond / 8));
        this.values = new double[looks.size()];
        divide(0, looks.size());
    }

    /// How different what follows a frame looks from what is before it. More than the threshold exactly for the frames
    /// so near to a change that they may belong to either side; for others, it is measured on their own side only.
    double value(int i) {
        return values[i];
    }

    private void divide(int first, int end) {
        int peak = -1;
        double most = 0;
        double[] here = new double[end - first];
        for (int at = first + FEWEST; at + FEWEST <= end; at++) {
            double apart = 0;
            for (int window : windows) {
                apart = Math.max(
                        apart,
                        apart(
                                looks.subList(Math.max(first, at - window), at),
                                looks.subList(at, Math.min(end, at + window)),
                                IdentityChange::median));
            }
            here[at - first] = Math.max(here[at - first], apart);
            here[at - 1 - first] = Math.max(here[at - 1 - first], apart);
            if (apart > most) {
                most = apart;
                peak = at;
            }
        }
        if (most <= threshold) {
            System.arraycopy(here, 0, values, first, here.length);
            return;
        }
        int change = exactly(peak, first, end);
        divide(first, change);
        divide(change, end);
        int from = Math.max(first, change - around);
        int to = Math.min(end, change + around);
        for (int i = from; i < to; i++) {
            values[i] = Math.max(values[i], most);
        }
    }

    /// Medians stay as they are while a change passes through less than half of a window. Means of short ones
    /// are furthest apart exactly at the change.
    private int exactly(int peak, int first, int end) {
        int near = windows[0];
        int far = windows[windows.length - 1];
        int change = peak;
        double most = 0;
        for (int at = Math.max(first + FEWEST, peak - far); at <= Math.min(end - FEWEST, peak + far); at++) {
            double apart = apart(
                    looks.subList(Math.max(first, at - near), at),
                    looks.subList(at, Math.min(end, at + near)),
                    IdentityChange::mean);
            if (apart > most) {
                most = apart;
                change = at;
            }
        }
        return change;
    }

    private static double apart(
            List<FaceLook> before, List<FaceLook> after, Function<List<double[]>, double[]> middle) {
        double seen = FaceLook.distance(
                middle.apply(signatures(before, FaceLook::signature)),
                middle.apply(signatures(after, FaceLook::signature)));
        double relit = FaceLook.distance(
                middle.apply(signatures(before, FaceLook::relit)), middle.apply(signatures(after, FaceLook::relit)));
        return Math.min(seen, relit);
    }

    private static List<double[]> signatures(List<FaceLook> of, Function<FaceLook, double[]> which) {
        return of.stream().map(which).toList();
    }

    private static double[] mean(List<double[]> looks) {
        double[] mean = new double[looks.getFirst().length];
        for (double[] look : looks) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += look[i] / looks.size();
            }
        }
        return mean;
    }

    /// @param looks at least one
    /// @return of each number by itself
    static double[] median(List<double[]> looks) {
        double[] medians = new double[looks.getFirst().length];
        double[] column = new double[looks.size()];
        for (int i = 0; i < medians.length; i++) {
            for (int j = 0; j < column.length; j++) {
                column[j] = looks.get(j)[i];
            }
            Arrays.sort(column);
            medians[i] = (column[(column.length - 1) / 2] + column[column.length / 2]) / 2;
        }
        return medians;
    }
}
