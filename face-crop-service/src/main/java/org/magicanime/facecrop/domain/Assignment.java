package org.magicanime.facecrop.domain;

import java.util.Arrays;

/// The Hungarian method (Kuhn 1955, Munkres 1957) in the form with shortest augmenting paths: which rows go with which
/// columns, so that all costs together are least. In O(rows² · columns).
final class Assignment {
    /// What cannot go together costs this.
    static final double FORBIDDEN = 1e6;

    private static final int NONE = -1;

    private final int rows;
    private final int columns;
    private final double[][] costs;
    private final double[] rowPrices;
    private final double[] columnPrices;
    /// The row of each column.
    private final int[] rowOf;
    private final int[] before;

    private Assignment(double[][] costs) {
        this.costs = costs;
        this.rows = costs.length;
        this.columns = costs[0].length;
        this.rowPrices = new double[rows];
        this.columnPrices = new double[columns];
        this.rowOf = new int[columns];
        this.before = new int[columns];
        Arrays.fill(rowOf, NONE);
    }

    /// @param costs of each row with each column, at most {@link #FORBIDDEN}; may be empty
    /// @return the column of each row, -1 for none
    static int[] of(double[][] costs) {
        if (costs.length == 0 || costs[0].length == 0) {
            int[] none = new int[costs.length];
            Arrays.fill(none, NONE);
            return none;
        }
        if (costs.length > costs[0].length) {
            int[] rowOfColumn = of(turned(costs));
            int[] columnOf = new int[costs.length];
            Arrays.fill(columnOf, NONE);
            for (int column = 0; column < rowOfColumn.length; column++) {
                if (rowOfColumn[column] != NONE) {
                    columnOf[rowOfColumn[column]] = column;
                }
            }
            return columnOf;
        }
        return new Assignment(costs).solve();
    }

    private static double[][] turned(double[][] costs) {
        double[][] turned = new double[costs[0].length][costs.length];
        for (int i = 0; i < costs.length; i++) {
            for (int j = 0; j < costs[0].length; j++) {
                turned[j][i] = costs[i][j];
            }
        }
        return turned;
    }

    private int[] solve() {
        for (int row = 0; row < rows; row++) {
            augment(row);
        }
        int[] columnOf = new int[rows];
        Arrays.fill(columnOf, NONE);
        for (int column = 0; column < columns; column++) {
            int row = rowOf[column];
            if (row != NONE && costs[row][column] < FORBIDDEN) {
                columnOf[row] = column;
            }
        }
        return columnOf;
    }

    /// Finds the cheapest way to give one more row a column, which may move rows before it to other ones.
    private void augment(int start) {
        double[] cheapest = new double[columns];
        boolean[] done = new boolean[columns];
        Arrays.fill(cheapest, Double.POSITIVE_INFINITY);
        Arrays.fill(before, NONE);
        int row = start;
        int column = NONE;
        do {
            int next = NONE;
            double step = Double.POSITIVE_INFINITY;
            for (int j = 0; j < columns; j++) {
                if (done[j]) {
                    continue;
                }
                double reduced = costs[row][j] - rowPrices[row] - columnPrices[j];
                if (reduced < cheapest[j]) {
                    cheapest[j] = reduced;
                    before[j] = column;
                }
                if (cheapest[j] < step) {
                    step = cheapest[j];
                    next = j;
                }
            }
            rowPrices[start] += step;
            for (int j = 0; j < columns; j++) {
                if (done[j]) {
                    rowPrices[rowOf[j]] += step;
                    columnPrices[j] -= step;
                } else {
                    cheapest[j] -= step;
                }
            }
            done[next] = true;
            column = next;
            row = rowOf[next];
        } while (row != NONE);
        while (column != NONE) {
            int previous = before[column];
            rowOf[column] = previous == NONE ? start : rowOf[previous];
            column = previous;
        }
    }
}
