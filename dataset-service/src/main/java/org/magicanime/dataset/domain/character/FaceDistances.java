package org.magicanime.dataset.domain.character;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FaceAppearance;

/// How far apart faces look: {@link FaceAppearance#distanceTo} for many.
final class FaceDistances {
    /// Of faces that cannot be compared.
    static final float UNKNOWN = -1;

    private final int faces;
    private final @Nullable Alike[] tables;
    private final int[] places;

    FaceDistances(List<SeenFace> faces) {
        this.faces = faces.size();
        this.tables = new Alike[this.faces];
        this.places = new int[this.faces];
        Map<Sort, List<Integer>> sorts = new LinkedHashMap<>();
        for (int i = 0; i < this.faces; i++) {
            FaceAppearance appearance = faces.get(i).appearance();
            if (appearance != null) {
                sorts.computeIfAbsent(
                                new Sort(
                                        appearance.method(), appearance.values().size()),
                                sort -> new ArrayList<>())
                        .add(i);
            }
        }
        sorts.forEach((sort, members) -> {
            Alike table = Alike.of(faces, members, sort.values());
            for (int place = 0; place < members.size(); place++) {
                tables[members.get(place)] = table;
                places[members.get(place)] = place;
            }
        });
    }

    /// Appearances of one sort can be compared.
    private record Sort(String method, int values) {}

    /// Faces that can be compared.
    ///
    /// @param members the faces
    /// @param values for each value of an appearance, that of all members, so that many faces are compared at once
    private record Alike(int[] members, float[][] values) {
        static Alike of(List<SeenFace> faces, List<Integer> members, int size) {
            float[][] values = new float[size][members.size()];
            for (int place = 0; place < members.size(); place++) {
                FaceAppearance appearance = faces.get(members.get(place)).appearance();
                for (int k = 0; appearance != null && k < size; k++) {
                    values[k][place] = appearance.values().get(k).floatValue();
                }
            }
            return new Alike(members.stream().mapToInt(Integer::intValue).toArray(), values);
        }

        void from(int place, float[] distances) {
            float[] sums = new float[members.length];
            for (float[] value : values) {
                float own = value[place];
                for (int i = 0; i < sums.length; i++) {
                    float apart = value[i] - own;
                    sums[i] += apart * apart;
                }
            }
            for (int i = 0; i < sums.length; i++) {
                distances[members[i]] = (float) Math.sqrt(sums[i]);
            }
        }
    }

    boolean hasAppearance(int face) {
        return tables[face] != null;
    }

    /// The distances of a face to all, itself among them; {@link #UNKNOWN} for those that it cannot be compared with.
    /// That of a to b is exactly that of b to a.
    float[] from(int face) {
        float[] distances = new float[faces];
        Arrays.fill(distances, UNKNOWN);
        Alike table = tables[face];
        if (table != null) {
            table.from(places[face], distances);
        }
        return distances;
    }
}
