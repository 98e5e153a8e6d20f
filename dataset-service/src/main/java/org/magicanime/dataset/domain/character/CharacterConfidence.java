package org.magicanime.dataset.domain.character;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// How sure it is that a face is of its character and not of the next one: the silhouette width (Rousseeuw 1987) among
/// the faces of a film, 0 to 1.
///
/// `(next - own) / max(next, own)`, and 0 where that is negative. `own` is the mean distance to the other faces of its
/// look, `next` that to the nearest look of another character. A face that is alone in its look could have been one
/// with whatever is nearer than the threshold: that is its `own`. Where there is no other character, `next` is twice
/// the threshold. So 0.5 says that the next character is twice as far away, and 0 that it could as well be the next
/// one.
///
/// 1 where a person said that it is the same as another face of its character; 0 where what people said contradicts
/// itself.
final class CharacterConfidence {
    private static final double DIGITS = 1e4;

    private final FaceDistances distances;
    private final double threshold;
    private final int[] looks;
    private final int[] characters;
    private final boolean[] byDecision;
    private final boolean[] contradictory;

    CharacterConfidence(
            FaceDistances distances,
            double threshold,
            int[] looks,
            int[] characters,
            boolean[] byDecision,
            boolean[] contradictory) {
        this.distances = distances;
        this.threshold = threshold;
        this.looks = partsOf(looks, characters);
        this.characters = characters;
        this.byDecision = byDecision;
        this.contradictory = contradictory;
    }

    /// A look that was divided counts as two. Each is named by its first face.
    private static int[] partsOf(int[] looks, int[] characters) {
        int[] parts = new int[looks.length];
        Map<Long, Integer> firsts = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            Integer known = firsts.putIfAbsent((long) looks[i] << Integer.SIZE | characters[i], i);
            parts[i] = known == null ? i : known;
        }
        return parts;
    }

    double[] all() {
        double[] all = new double[characters.length];
        double[] sums = new double[all.length];
        int[] counts = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            if (contradictory[i]) {
                all[i] = 0;
            } else if (byDecision[i]) {
                all[i] = 1;
            } else if (distances.hasAppearance(i)) {
                all[i] = Math.rint(confidence(i, sums, counts) * DIGITS) / DIGITS;
            }
        }
        return all;
    }

    private double confidence(int face, double[] sums, int[] counts) {
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        float[] row = distances.from(face);
        for (int i = 0; i < characters.length; i++) {
            if (i != face && row[i] != FaceDistances.UNKNOWN) {
                sums[looks[i]] += row[i];
                counts[looks[i]]++;
            }
        }
        double own = counts[looks[face]] == 0 ? threshold : sums[looks[face]] / counts[looks[face]];
        double next = Double.POSITIVE_INFINITY;
        for (int look = 0; look < counts.length; look++) {
            if (counts[look] > 0 && characters[look] != characters[face]) {
                next = Math.min(next, sums[look] / counts[look]);
            }
        }
        if (next == Double.POSITIVE_INFINITY) {
            next = 2 * threshold;
        }
        return next <= own ? 0 : (next - own) / next;
    }
}
