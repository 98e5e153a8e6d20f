package org.magicanime.dataset.domain.character;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.magicanime.dataset.domain.character.Cast.character;
import static org.magicanime.dataset.domain.character.Cast.confidence;
import static org.magicanime.dataset.domain.character.Cast.decided;
import static org.magicanime.dataset.domain.character.Cast.different;
import static org.magicanime.dataset.domain.character.Cast.face;
import static org.magicanime.dataset.domain.character.Cast.id;
import static org.magicanime.dataset.domain.character.Cast.onALine;
import static org.magicanime.dataset.domain.character.Cast.same;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.CharacterDecided;
import org.magicanime.contracts.CharacterVerdict;

class CharacterClusteringTest {
    private static final double THRESHOLD = 1;
    private static final int FACES = 24;

    @Test
    void facesThatLookAlikeAreOneCharacterNamedByItsFirst() {
        Map<String, FaceCharacter> found = of(onALine(0, 5, 0.4, 5.3, 0.8, 9));

        assertThat(character(found, 0)).isEqualTo(id(0).replace("-f0", "-c0"));
        assertThat(List.of(character(found, 2), character(found, 4))).containsOnly(character(found, 0));
        assertThat(character(found, 3)).isEqualTo(character(found, 1)).isEqualTo(id(1).replace("-f0", "-c0"));
        assertThat(character(found, 5)).isEqualTo(id(5).replace("-f0", "-c0"));
    }

    @Test
    void aChainOfSmallStepsIsNotOneCharacter() {
        Map<String, FaceCharacter> found = of(onALine(0, 0.6, 1.2, 1.8, 2.4));

        assertThat(character(found, 0)).isNotEqualTo(character(found, 4));
    }

    @Test
    void whoSaysThatTwoFacesAreTheSameSaysItOfAllThatLookLikeThem() {
        List<SeenFace> faces = onALine(0, 0.1, 5, 5.1, 9);

        Map<String, FaceCharacter> found = of(faces, same(1, 3));

        assertThat(List.of(character(found, 1), character(found, 2), character(found, 3)))
                .containsOnly(character(found, 0));
        assertThat(character(found, 4)).isNotEqualTo(character(found, 0));
        assertThat(confidence(found, 1)).isEqualTo(1);
    }

    @Test
    void whoSaysThatTwoFacesDifferLeavesTheOthersWithWhomTheyLookLike() {
        List<SeenFace> faces = onALine(0, 0.1, 0.2, 0.8, 0.9);

        Map<String, FaceCharacter> found = of(faces, different(0, 4));

        assertThat(character(found, 1)).isEqualTo(character(found, 0));
        assertThat(character(found, 2)).isEqualTo(character(found, 0));
        assertThat(character(found, 3)).isEqualTo(character(found, 4));
        assertThat(character(found, 4)).isNotEqualTo(character(found, 0));
    }

    /// Two looks are made one by faces 0 and 2, but 1 and 3 of them are not the same.
    @Test
    void bothSortsOfDecisionsHoldWhereTheyMeet() {
        List<SeenFace> faces = onALine(0, 0.1, 5, 5.1, 0.2);

        Map<String, FaceCharacter> found = of(faces, same(0, 2), different(1, 3));

        assertThat(character(found, 2)).isEqualTo(character(found, 0));
        assertThat(character(found, 3)).isNotEqualTo(character(found, 1));
        assertThat(character(found, 4)).isEqualTo(character(found, 0));
    }

    @Test
    void aFaceThatIsNotHereStillLinksOthers() {
        List<SeenFace> faces = List.of(face(0, 0), face(1, 5), face(2, 5.1), face(3, 0.1));

        assertThat(character(of(faces, same(0, 9), same(9, 1)), 1)).isEqualTo(character(of(faces), 0));
        Map<String, FaceCharacter> apart = of(faces, same(0, 9), different(9, 3));
        assertThat(character(apart, 3)).isNotEqualTo(character(apart, 0));
    }

    @Test
    void whatContradictsItselfKeepsFacesApartAndIsNotSure() {
        List<SeenFace> faces = onALine(0, 5, 9, 20);
        Decisions decisions = Decisions.of(List.of(same(0, 1), same(1, 2), different(0, 2)));

        Map<String, FaceCharacter> found = CharacterClustering.of(faces, decisions, THRESHOLD);

        assertThat(found.values().stream().map(FaceCharacter::characterId)).doesNotHaveDuplicates();
        assertThat(List.of(confidence(found, 0), confidence(found, 1), confidence(found, 2)))
                .containsOnly(0.0);
        assertThat(confidence(found, 3)).isPositive();
    }

    @Test
    void aFaceWithoutAppearanceHasACharacterIfAPersonGaveItOne() {
        List<SeenFace> faces = List.of(face(0, 0), face(1), face(2), face(3));

        Map<String, FaceCharacter> found = of(faces, same(0, 1));

        assertThat(found).containsOnlyKeys(id(0), id(1));
        assertThat(character(found, 1)).isEqualTo(character(found, 0));
    }

    @Test
    void confidenceIsTheMarginBeforeTheNextCharacter() {
        Map<String, FaceCharacter> found = of(onALine(0, 0.5, 2, 2.9));

        // 0.5 from its own, and 2 and 2.9 from the next ones.
        assertThat(confidence(found, 0)).isEqualTo(0.7959);
        assertThat(confidence(found, 1)).isEqualTo(0.7436);
        assertThat(confidence(of(onALine(0, 1.25)), 0)).isEqualTo(0.2);
        assertThat(confidence(of(onALine(0, 0.5)), 0)).isEqualTo(0.75);
        assertThat(confidence(of(onALine(0)), 0)).isEqualTo(0.5);
    }

    @Test
    void moreFacesThanThereIsMemoryForAreRefused() {
        List<SeenFace> many = Collections.nCopies(CharacterClustering.MOST_FACES + 1, face(0, 0));

        assertThatIllegalArgumentException().isThrownBy(() -> of(many)).withMessageContaining("8001 faces");
    }

    @Property(tries = 300)
    void noOrderMattersNorHowOftenSomethingIsSaid(@ForAll long seed) {
        Random random = new Random(seed);
        List<SeenFace> faces = faces(random);
        List<CharacterDecided> decisions = decisions(random, 8);
        Map<String, FaceCharacter> expected = CharacterClustering.of(faces, Decisions.of(decisions), THRESHOLD);

        List<SeenFace> otherFaces = new ArrayList<>(faces);
        List<CharacterDecided> otherDecisions = new ArrayList<>(decisions);
        otherDecisions.addAll(decisions.subList(0, decisions.size() / 2));
        Collections.shuffle(otherFaces, random);
        Collections.shuffle(otherDecisions, random);

        assertThat(CharacterClustering.of(otherFaces, Decisions.of(otherDecisions), THRESHOLD))
                .isEqualTo(expected);
    }

    @Property(tries = 300)
    void withoutDecisionsNoTwoFacesOfACharacterAreFartherApartThanTheThreshold(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.1, max = 4) double threshold) {
        List<SeenFace> faces = faces(new Random(seed));

        Map<String, FaceCharacter> found = CharacterClustering.of(faces, Decisions.NONE, threshold);

        Map<String, List<SeenFace>> members = members(faces, found);
        for (List<SeenFace> one : members.values()) {
            assertThat(widest(one, one)).isLessThanOrEqualTo(threshold + 1e-5);
        }
        // No two characters could have been one.
        for (List<SeenFace> one : members.values()) {
            for (List<SeenFace> other : members.values()) {
                if (one != other) {
                    assertThat(widest(one, other)).isGreaterThan(threshold - 1e-5);
                }
            }
        }
    }

    @Property(tries = 500)
    void decisionsThatCanAllHoldDo(@ForAll long seed, @ForAll @IntRange(max = 14) int most) {
        Random random = new Random(seed);
        List<SeenFace> faces = faces(random);
        Decisions decisions = Decisions.NONE;
        for (CharacterDecided each : decisions(random, most)) {
            Decisions next = decisions.with(each);
            decisions = next.contradictions().isEmpty() ? next : decisions;
        }

        Map<String, FaceCharacter> found = CharacterClustering.of(faces, decisions, THRESHOLD);

        for (CharacterDecided each : decisions.made()) {
            boolean one = characterOf(found, each.faceId()).equals(characterOf(found, each.otherFaceId()));
            assertThat(one).isEqualTo(each.verdict() == CharacterVerdict.SAME);
        }
    }

    @Property(tries = 300)
    void whatWasToldApartIsApartWhateverElseWasSaid(@ForAll long seed) {
        Random random = new Random(seed);
        List<SeenFace> faces = faces(random);
        Decisions decisions = Decisions.of(decisions(random, 30));

        Map<String, FaceCharacter> found = CharacterClustering.of(faces, decisions, THRESHOLD);

        assertThat(found).hasSize(FACES);
        assertThat(found.values())
                .allSatisfy(each -> assertThat(each.confidence()).isBetween(0.0, 1.0));
        for (CharacterDecided each : decisions.made()) {
            if (each.verdict() == CharacterVerdict.DIFFERENT) {
                assertThat(characterOf(found, each.faceId())).isNotEqualTo(characterOf(found, each.otherFaceId()));
            }
        }
    }

    private static String characterOf(Map<String, FaceCharacter> found, String faceId) {
        return Objects.requireNonNull(found.get(faceId)).characterId();
    }

    /// Some of them equally far apart, so that it shows if order decides.
    private static List<SeenFace> faces(Random random) {
        if (random.nextBoolean()) {
            return Cast.random(random, FACES, 4, 8, 0.2);
        }
        List<SeenFace> faces = new ArrayList<>();
        for (int i = 0; i < FACES; i++) {
            faces.add(face(i, random.nextInt(8) / 2.0, random.nextInt(3) / 2.0));
        }
        return faces;
    }

    private static List<CharacterDecided> decisions(Random random, int most) {
        List<CharacterDecided> decisions = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            int one = random.nextInt(FACES);
            int two = (one + 1 + random.nextInt(FACES - 1)) % FACES;
            CharacterVerdict verdict = random.nextInt(3) == 0 ? CharacterVerdict.DIFFERENT : CharacterVerdict.SAME;
            decisions.add(decided(one, two, verdict, 1 + random.nextInt(3)));
        }
        return decisions;
    }

    private static Map<String, List<SeenFace>> members(List<SeenFace> faces, Map<String, FaceCharacter> found) {
        Map<String, List<SeenFace>> members = new HashMap<>();
        faces.forEach(each -> members.computeIfAbsent(characterOf(found, each.faceId()), id -> new ArrayList<>())
                .add(each));
        return members;
    }

    private static double widest(List<SeenFace> some, List<SeenFace> others) {
        return some.stream()
                .flatMapToDouble(one -> others.stream()
                        .mapToDouble(other -> Objects.requireNonNull(one.appearance())
                                .distanceTo(Objects.requireNonNull(other.appearance()))))
                .max()
                .orElse(0);
    }

    private static Map<String, FaceCharacter> of(List<SeenFace> faces, CharacterDecided... decisions) {
        return CharacterClustering.of(faces, Decisions.of(List.of(decisions)), THRESHOLD);
    }
}
