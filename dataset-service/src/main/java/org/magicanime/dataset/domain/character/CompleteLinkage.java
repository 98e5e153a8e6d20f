package org.magicanime.dataset.domain.character;

/// Agglomerative clustering with complete linkage: of the clusters that there are, the two whose farthest members are
/// the nearest to each other become one, for as long as these are not farther apart than a threshold. Done by chains
/// of nearest neighbours, which gives the same clusters in a time that grows with the square of the nodes (Müllner,
/// arXiv 1109.2378, section 3.1).
///
/// The same table gives the same clusters. Of several that are equally near, the one with the lowest number is taken.
final class CompleteLinkage {
    private static final int NONE = -1;

    private final DistanceTable table;
    private final float threshold;
    private final int[] clusters;
    private final int[] open;
    private int opened;

    private CompleteLinkage(DistanceTable table, float threshold) {
        this.table = table;
        this.threshold = threshold;
        this.clusters = new int[table.nodes()];
        this.open = new int[table.nodes()];
        for (int i = 0; i < clusters.length; i++) {
            clusters[i] = i;
            open[i] = i;
        }
        this.opened = clusters.length;
    }

    /// @param table is used up
    /// @param threshold may be infinite
    /// @return the cluster of each node, named by the lowest of its nodes
    static int[] of(DistanceTable table, float threshold) {
        CompleteLinkage linkage = new CompleteLinkage(table, threshold);
        linkage.run();
        return linkage.named();
    }

    private void run() {
        int[] chain = new int[open.length];
        int length = 0;
        while (opened > 0) {
            if (length == 0) {
                chain[length++] = open[0];
            }
            int last = chain[length - 1];
            int before = length > 1 ? chain[length - 2] : NONE;
            int nearest = nearest(last, before);
            if (nearest == NONE) {
                // Nothing comes nearer by becoming larger, so this one stays as it is. It began the chain: one that
                // was reached has the one that it was reached from in its reach.
                close(last);
                length = 0;
            } else if (nearest == before) {
                merge(Math.min(last, before), Math.max(last, before));
                length -= 2;
            } else {
                chain[length++] = nearest;
            }
        }
    }

    /// @param preferred taken if it is as near as the nearest, so that chains end
    private int nearest(int node, int preferred) {
        int found = preferred;
        float least = preferred == NONE ? threshold : table.get(node, preferred);
        boolean any = preferred != NONE;
        for (int i = 0; i < opened; i++) {
            int other = open[i];
            if (other == node) {
                continue;
            }
            float distance = table.get(node, other);
            if (distance != FaceDistances.UNKNOWN
                    && distance != DistanceTable.FORBIDDEN
                    && (any ? distance < least : distance <= least)) {
                found = other;
                least = distance;
                any = true;
            }
        }
        return found;
    }

    private void merge(int kept, int gone) {
        close(gone);
        clusters[gone] = kept;
        for (int i = 0; i < opened; i++) {
            if (open[i] != kept) {
                table.widen(open[i], kept, table.get(open[i], gone));
            }
        }
    }

    /// The others stay in their order, by which equal distances are decided.
    private void close(int node) {
        int place = java.util.Arrays.binarySearch(open, 0, opened, node);
        System.arraycopy(open, place + 1, open, place, opened - place - 1);
        opened--;
    }

    private int[] named() {
        // Each was given to one with a lower number.
        for (int i = 0; i < clusters.length; i++) {
            clusters[i] = clusters[clusters[i]];
        }
        return clusters.clone();
    }
}
