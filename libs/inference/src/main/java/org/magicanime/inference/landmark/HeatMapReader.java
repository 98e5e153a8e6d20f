package org.magicanime.inference.landmark;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;

/// Reads a heat map for each point, as HRNet has them (Sun et al., "High-Resolution Representations for Labeling
/// Pixels and Regions", 2019): the largest value, a quarter of a cell towards the larger neighbour, as mmpose decodes
/// without DARK. A cell stands for the input pixel at its number times the pixels of a cell, as in mmpose's targets.
public final class HeatMapReader implements LandmarkReader {
    private static final double TOWARDS = 0.25;

    private final int points;
    private final int columns;
    private final int rows;

    /// @param points of the model
    /// @param columns of a map
    /// @param rows of a map
    public HeatMapReader(int points, int columns, int rows) {
        this.points = points;
        this.columns = columns;
        this.rows = rows;
    }

    /// @param maps `[1, points, rows, columns]`; largest values are scores
    @Override
    public SeenLandmarks read(FloatBuffer maps, Roi region) {
        if (maps.limit() != points * rows * columns) {
            throw new IllegalArgumentException("an output of " + maps.limit() + " values is not that of " + points
                    + " heat maps of " + columns + "x" + rows);
        }
        List<Point> found = new ArrayList<>(points);
        List<Double> scores = new ArrayList<>(points);
        for (int point = 0; point < points; point++) {
            int from = point * rows * columns;
            int best = 0;
            for (int i = 1; i < rows * columns; i++) {
                if (maps.get(from + i) > maps.get(from + best)) {
                    best = i;
                }
            }
            int column = best % columns;
            int row = best / columns;
            double x = column + towards(maps, from + best, 1, column, columns);
            double y = row + towards(maps, from + best, columns, row, rows);
            Point place = region.toPicture(x / columns, y / rows);
            found.add(place);
            scores.add(Math.clamp((double) maps.get(from + best), 0, 1));
        }
        return new SeenLandmarks(found, scores);
    }

    private static double towards(FloatBuffer maps, int at, int step, int place, int end) {
        if (place == 0 || place == end - 1) {
            return 0;
        }
        return TOWARDS * Math.signum(maps.get(at + step) - maps.get(at - step));
    }
}
