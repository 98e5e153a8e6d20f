package org.magicanime.dataset.domain.character;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.magicanime.contracts.CharacterDecided;
import org.magicanime.contracts.CharacterId;
import org.magicanime.contracts.CharacterVerdict;

/// Finds the characters of a film: which of its faces are the same one.
///
/// 1. Faces that look alike form looks ({@link CompleteLinkage}): no two faces of a look are farther apart than the
///    threshold, nor told to be different.
/// 2. A person who says that two faces are the same says it of their looks, which become one character.
/// 3. Where that would put faces together that were told to be different, the faces of these looks are divided anew:
///    what was told to be the same stays together and what was told to be different apart, the others go to whom they
///    look like.
///
/// Decisions that contradict each other cannot all hold: those that say different do, the others of that group do not,
/// since a character too many is mended more easily than one too few.
///
/// The result follows from the set of faces, decisions and the threshold; no order matters. A face whose appearance was
/// not told, and of which nobody said anything, has no character.
public final class CharacterClustering {
    /// Distances of that many take 128 MB.
    public static final int MOST_FACES = 8_000;

    private final List<SeenFace> faces;
    private final float threshold;
    private final FaceDistances distances;
    /// Numbers of the faces, then of those that only decisions name.
    private final Map<String, Integer> numbers = new HashMap<>();

    private final List<CharacterDecided> decisions;

    private CharacterClustering(List<SeenFace> faces, Decisions decisions, double threshold) {
        this.faces = faces;
        this.threshold = (float) threshold;
        this.distances = new FaceDistances(faces);
        this.decisions = decisions.made();
        faces.forEach(face -> numbers.put(face.faceId(), numbers.size()));
        for (CharacterDecided each : this.decisions) {
            numbers.putIfAbsent(each.faceId(), numbers.size());
            numbers.putIfAbsent(each.otherFaceId(), numbers.size());
        }
    }

    /// @param faces of one film, cropped with one set of parameters, each once, in any order
    /// @param decisions about faces of the film, also of others than these
    /// @param threshold the largest distance of two faces that look like one character
    /// @return the character of each face that has one, by face
    /// @throws IllegalArgumentException if there are more than {@link #MOST_FACES}
    public static Map<String, FaceCharacter> of(Collection<SeenFace> faces, Decisions decisions, double threshold) {
        if (faces.size() > MOST_FACES) {
            throw new IllegalArgumentException(
                    "a film has " + faces.size() + " faces; characters are found among " + MOST_FACES + " at most");
        }
        List<SeenFace> sorted = faces.stream().sorted(SeenFace.ORDER).toList();
        return new CharacterClustering(sorted, decisions, threshold).characters(decisions);
    }

    private Map<String, FaceCharacter> characters(Decisions all) {
        boolean[] contradictory = contradictory(all);
        Groups told = told(contradictory);
        int[] looks = looks();
        int[] characters = characters(looks, told);
        boolean[] byDecision = byDecision(told);
        double[] confidences =
                new CharacterConfidence(distances, threshold, looks, characters, byDecision, contradictory).all();
        Map<String, FaceCharacter> result = new LinkedHashMap<>();
        for (int i = 0; i < faces.size(); i++) {
            if (distances.hasAppearance(i) || byDecision[i]) {
                // Characters are named by the lowest of their numbers, which is their first face.
                String id = CharacterId.of(faces.get(characters[i]).faceId());
                result.put(faces.get(i).faceId(), new FaceCharacter(id, confidences[i]));
            }
        }
        return result;
    }

    private boolean[] contradictory(Decisions all) {
        boolean[] contradictory = new boolean[numbers.size()];
        Groups same = new Groups(numbers.size());
        decisions(CharacterVerdict.SAME).forEach(each -> same.join(first(each), second(each)));
        Set<Integer> groups = new HashSet<>();
        for (Contradiction each : all.contradictions()) {
            groups.add(same.of(first(each.apart())));
        }
        for (int i = 0; i < contradictory.length; i++) {
            contradictory[i] = groups.contains(same.of(i));
        }
        return contradictory;
    }

    /// Faces that were told to be the same, one by one or by others between them.
    private Groups told(boolean[] contradictory) {
        Groups told = new Groups(numbers.size());
        for (CharacterDecided each : decisions(CharacterVerdict.SAME)) {
            if (!contradictory[first(each)]) {
                told.join(first(each), second(each));
            }
        }
        return told;
    }

    /// Whether a person said of a face that is here that it is the same as another one that is here.
    private boolean[] byDecision(Groups told) {
        int[] sizes = new int[numbers.size()];
        for (int i = 0; i < faces.size(); i++) {
            sizes[told.of(i)]++;
        }
        boolean[] byDecision = new boolean[faces.size()];
        for (int i = 0; i < byDecision.length; i++) {
            byDecision[i] = sizes[told.of(i)] > 1;
        }
        return byDecision;
    }

    private int[] looks() {
        DistanceTable table = new DistanceTable(faces.size());
        for (int i = 0; i < faces.size(); i++) {
            float[] row = distances.from(i);
            for (int j = 0; j < i; j++) {
                table.widen(i, j, row[j]);
            }
        }
        for (CharacterDecided each : decisions(CharacterVerdict.DIFFERENT)) {
            if (first(each) < faces.size() && second(each) < faces.size()) {
                table.widen(first(each), second(each), DistanceTable.FORBIDDEN);
            }
        }
        return CompleteLinkage.of(table, threshold);
    }

    /// @return the first face of each face's character
    private int[] characters(int[] looks, Groups told) {
        Groups united = new Groups(numbers.size());
        for (int i = 0; i < faces.size(); i++) {
            united.join(i, looks[i]);
        }
        for (int i = 0; i < numbers.size(); i++) {
            united.join(i, told.of(i));
        }
        Map<Integer, List<CharacterDecided>> broken = new TreeMap<>();
        for (CharacterDecided each : decisions(CharacterVerdict.DIFFERENT)) {
            if (united.of(first(each)) == united.of(second(each))) {
                broken.computeIfAbsent(united.of(first(each)), group -> new ArrayList<>())
                        .add(each);
            }
        }
        int[] characters = new int[faces.size()];
        // The lowest number, and so that of a face that is here.
        Arrays.setAll(characters, united::of);
        broken.forEach((group, apart) -> divide(group, apart, united, told, characters));
        return characters;
    }

    /// Divides a group anew so that it breaks no decision.
    private void divide(int group, List<CharacterDecided> apart, Groups united, Groups told, int[] characters) {
        List<Integer> members = new ArrayList<>();
        Map<Integer, Integer> nodes = new LinkedHashMap<>();
        for (int i = 0; i < faces.size(); i++) {
            if (united.of(i) == group) {
                members.add(i);
                nodes.putIfAbsent(told.of(i), nodes.size());
            }
        }
        DistanceTable table = new DistanceTable(nodes.size());
        for (int i : members) {
            float[] row = distances.from(i);
            for (int j : members) {
                if (j < i && told.of(j) != told.of(i)) {
                    table.widen(node(nodes, told, i), node(nodes, told, j), row[j]);
                }
            }
        }
        for (CharacterDecided each : apart) {
            Integer one = nodes.get(told.of(first(each)));
            Integer two = nodes.get(told.of(second(each)));
            // What is not here needs not be kept apart, and one node is not kept apart from itself.
            if (one != null && two != null && !one.equals(two)) {
                table.widen(one, two, DistanceTable.FORBIDDEN);
            }
        }
        int[] divided = CompleteLinkage.of(table, Float.POSITIVE_INFINITY);
        int[] firsts = new int[nodes.size()];
        Arrays.fill(firsts, -1);
        for (int i : members) {
            int part = divided[node(nodes, told, i)];
            firsts[part] = firsts[part] < 0 ? i : firsts[part];
            characters[i] = firsts[part];
        }
    }

    private static int node(Map<Integer, Integer> nodes, Groups told, int face) {
        return Objects.requireNonNull(nodes.get(told.of(face)));
    }

    private List<CharacterDecided> decisions(CharacterVerdict verdict) {
        return decisions.stream().filter(each -> each.verdict() == verdict).toList();
    }

    private int first(CharacterDecided decision) {
        return number(decision.faceId());
    }

    private int second(CharacterDecided decision) {
        return number(decision.otherFaceId());
    }

    private int number(String faceId) {
        return Objects.requireNonNull(numbers.get(faceId));
    }
}
