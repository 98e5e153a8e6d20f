package org.magicanime.dataset.domain.character;

/// Distances between nodes, each of which is one face or some. Takes 4 bytes for each pair.
final class DistanceTable {
    /// Of nodes that must not become one.
    static final float FORBIDDEN = Float.POSITIVE_INFINITY;

    private final float[][] rows;

    /// All of them {@link FaceDistances#UNKNOWN}.
    DistanceTable(int nodes) {
        rows = new float[nodes][];
        for (int i = 0; i < nodes; i++) {
            rows[i] = new float[i];
            java.util.Arrays.fill(rows[i], FaceDistances.UNKNOWN);
        }
    }

    int nodes() {
        return rows.length;
    }

    float get(int one, int two) {
        return one > two ? rows[one][two] : rows[two][one];
    }

    /// Nodes are as far apart as those of their faces that are farthest apart: a distance that is smaller than what is
    /// there changes nothing.
    void widen(int one, int two, float distance) {
        float[] row = one > two ? rows[one] : rows[two];
        int column = Math.min(one, two);
        row[column] = Math.max(row[column], distance);
    }
}
