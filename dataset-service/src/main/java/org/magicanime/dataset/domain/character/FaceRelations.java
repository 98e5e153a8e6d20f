package org.magicanime.dataset.domain.character;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.CharacterDecided;

/// How a face stands to the others of its film.
///
/// @param character that it is of; absent where that is not known
/// @param members the other faces of its character, the nearest first
/// @param others of each other character the face that is nearest, the nearest first
/// @param decisions about this face, by pair
/// @param contradictions that it has a part in
public record FaceRelations(
        @Nullable FaceCharacter character,
        List<Relative> members,
        List<Relative> others,
        List<CharacterDecided> decisions,
        List<Contradiction> contradictions) {
    /// What is not known comes last.
    private static final Comparator<Relative> NEAREST = Comparator.comparingDouble(
                    (Relative each) -> each.distance() == null ? Double.MAX_VALUE : each.distance())
            .thenComparing(Relative::faceId);

    public FaceRelations {
        members = List.copyOf(members);
        others = List.copyOf(others);
        decisions = List.copyOf(decisions);
        contradictions = List.copyOf(contradictions);
    }

    /// Another face.
    ///
    /// @param characterId the character that it is of
    /// @param distance how far apart they look; absent where they cannot be compared
    /// @param faces of its character
    public record Relative(
            String faceId, String characterId, @Nullable Double distance, long faces) {}

    /// @param faces of the film that were cropped with the same parameters
    public static FaceRelations of(String faceId, List<PlacedFace> faces, Decisions decisions) {
        List<SeenFace> seen = faces.stream().map(PlacedFace::face).toList();
        int own = -1;
        Map<String, Long> sizes = new HashMap<>();
        for (int i = 0; i < faces.size(); i++) {
            own = seen.get(i).faceId().equals(faceId) ? i : own;
            FaceCharacter character = faces.get(i).character();
            if (character != null) {
                sizes.merge(character.characterId(), 1L, Long::sum);
            }
        }
        FaceCharacter character = own < 0 ? null : faces.get(own).character();
        List<Relative> members = new ArrayList<>();
        Map<String, Relative> others = new HashMap<>();
        float[] distances = own < 0 ? new float[0] : new FaceDistances(seen).from(own);
        for (int i = 0; i < distances.length; i++) {
            PlacedFace face = faces.get(i);
            FaceCharacter its = face.character();
            if (i == own || its == null) {
                continue;
            }
            Relative relative = new Relative(
                    face.face().faceId(),
                    its.characterId(),
                    distances[i] == FaceDistances.UNKNOWN ? null : (double) distances[i],
                    sizes.getOrDefault(its.characterId(), 0L));
            if (character != null && face.isOf(character.characterId())) {
                members.add(relative);
            } else {
                others.merge(
                        its.characterId(), relative, (known, next) -> NEAREST.compare(known, next) <= 0 ? known : next);
            }
        }
        return new FaceRelations(
                character,
                members.stream().sorted(NEAREST).toList(),
                others.values().stream().sorted(NEAREST).toList(),
                decisions.about(faceId),
                decisions.contradictions().stream()
                        .filter(each -> each.faces().contains(faceId))
                        .toList());
    }
}
