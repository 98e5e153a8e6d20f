package org.magicanime.dataset.domain.character;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.magicanime.contracts.CharacterDecided;
import org.magicanime.contracts.CharacterVerdict;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.FaceAppearance;
import org.magicanime.contracts.FaceId;
import org.magicanime.contracts.FrameSpan;

/// Faces of a film whose characters are known, and decisions about them.
final class Cast {
    private static final String VIDEO = "0123456789abcdef";
    private static final int FRAMES = 100;

    private Cast() {}

    /// The id of the film's nth face.
    static String id(int face) {
        FrameSpan span = new FrameSpan((long) face * FRAMES, (face + 1L) * FRAMES);
        return FaceId.of(ClipId.of(VIDEO, span), 0);
    }

    static SeenFace face(int number, double... values) {
        return new SeenFace(
                id(number),
                (long) number * FRAMES,
                values.length == 0
                        ? null
                        : new FaceAppearance(
                                "drawn", java.util.Arrays.stream(values).boxed().toList()));
    }

    /// Faces on a line, each where its character is, give or take a little.
    static List<SeenFace> onALine(double... places) {
        return IntStream.range(0, places.length)
                .mapToObj(i -> face(i, places[i]))
                .toList();
    }

    /// Faces around the middles of characters. In so many dimensions, two of one character are about
    /// `spread × √(2 × dimensions)` apart.
    static List<SeenFace> random(Random random, int faces, int characters, int dimensions, double spread) {
        double[][] middles = new double[characters][];
        for (int i = 0; i < characters; i++) {
            middles[i] = random.doubles(dimensions, -1, 1).toArray();
        }
        List<SeenFace> all = new ArrayList<>();
        for (int i = 0; i < faces; i++) {
            double[] middle = middles[random.nextInt(characters)];
            double[] values = new double[dimensions];
            for (int k = 0; k < dimensions; k++) {
                values[k] = middle[k] + spread * random.nextGaussian();
            }
            all.add(face(i, values));
        }
        return all;
    }

    static CharacterDecided same(int one, int two) {
        return decided(one, two, CharacterVerdict.SAME, 1);
    }

    static CharacterDecided different(int one, int two) {
        return decided(one, two, CharacterVerdict.DIFFERENT, 1);
    }

    static CharacterDecided decided(int one, int two, CharacterVerdict verdict, long at) {
        return CharacterDecided.of(id(one), id(two), verdict, at);
    }

    /// @throws NullPointerException if it has none
    static String character(Map<String, FaceCharacter> characters, int face) {
        return Objects.requireNonNull(characters.get(id(face))).characterId();
    }

    static double confidence(Map<String, FaceCharacter> characters, int face) {
        return Objects.requireNonNull(characters.get(id(face))).confidence();
    }
}
