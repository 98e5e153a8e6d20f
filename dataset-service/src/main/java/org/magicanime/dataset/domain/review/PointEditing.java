package org.magicanime.dataset.domain.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts points where a person wants them.
final class PointEditing {
    /// Pixels; no film is as large.
    private static final double FARTHEST = 100_000;

    private final PointSeries estimated;
    private final float[] values;
    private final @Nullable PointOrigin[] origins;

    private PointEditing(PointSeries estimated) {
        this.estimated = estimated;
        values = estimated.values().clone();
        origins = new PointOrigin[estimated.frames() * estimated.points()];
    }

    /// @param points all frames, with what nobody edited as it was estimated
    /// @param corrected which those are, by frame
    record Edited(PointSeries points, List<PointProvenance.Frame> corrected) {}

    /// @param first the number of the first frame in the film
    /// @throws IllegalArgumentException if there is no such frame or point, a point is there twice or where
    ///     none can be
    static Edited edit(PointSeries estimated, Collection<PointEdit> edits, long first) {
        PointEditing editing = new PointEditing(estimated);
        edits.forEach(editing::put);
        return new Edited(
                new PointSeries(estimated.frames(), estimated.points(), editing.values), editing.corrected(first));
    }

    private void put(PointEdit edit) {
        if (edit.frame() < 0 || edit.frame() >= estimated.frames()) {
            throw new IllegalArgumentException(
                    "there is no frame " + edit.frame() + "; the item has " + estimated.frames());
        }
        double[] all = edit.values();
        for (int i = 0; i < all.length; i += PointEdit.VALUES) {
            put(edit, all[i], all[i + 1], all[i + 2], all[i + 3]);
        }
    }

    private void put(PointEdit edit, double point, double x, double y, double confidence) {
        if (point != Math.rint(point) || point < 0 || point >= estimated.points()) {
            throw new IllegalArgumentException("there is no point " + point + "; a frame has " + estimated.points());
        }
        int place = edit.frame() * estimated.points() + (int) point;
        if (origins[place] != null) {
            throw new IllegalArgumentException(
                    "point " + (int) point + " of frame " + edit.frame() + " is there twice");
        }
        boolean hidden = confidence == 0 && x == 0 && y == 0;
        if (!hidden && !(confidence > 0 && confidence <= 1 && Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST)) {
            throw new IllegalArgumentException("point " + (int) point + " of frame " + edit.frame()
                    + " cannot be there: x and y are pixels, the confidence is above 0 and up to 1; all three are 0 of"
                    + " a point that is not seen");
        }
        origins[place] = edit.origin();
        values[place * PointLayout.VALUES] = (float) x;
        values[place * PointLayout.VALUES + 1] = (float) y;
        values[place * PointLayout.VALUES + 2] = (float) confidence;
    }

    private List<PointProvenance.Frame> corrected(long first) {
        List<PointProvenance.Frame> frames = new ArrayList<>();
        for (int frame = 0; frame < estimated.frames(); frame++) {
            SortedMap<String, List<Integer>> of = new TreeMap<>();
            for (int point = 0; point < estimated.points(); point++) {
                PointOrigin origin = origins[frame * estimated.points() + point];
                if (origin != null) {
                    of.computeIfAbsent(origin.toString(), name -> new ArrayList<>())
                            .add(point);
                }
            }
            if (!of.isEmpty()) {
                frames.add(new PointProvenance.Frame(frame, first + frame, of));
            }
        }
        return frames;
    }
}
