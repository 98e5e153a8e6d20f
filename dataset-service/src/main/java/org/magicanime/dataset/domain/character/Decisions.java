package org.magicanime.dataset.domain.character;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.CharacterDecided;
import org.magicanime.contracts.CharacterVerdict;

/// What people decided about the faces of a film: of each pair, the decision that stands.
public final class Decisions {
    public static final Decisions NONE = new Decisions(List.of());

    private final List<CharacterDecided> standing;
    private final Map<String, List<CharacterDecided>> sameByFace = new HashMap<>();

    private Decisions(Collection<CharacterDecided> standing) {
        this.standing = List.copyOf(standing);
        for (CharacterDecided each : this.standing) {
            if (each.verdict() == CharacterVerdict.SAME) {
                sameByFace
                        .computeIfAbsent(each.faceId(), face -> new ArrayList<>())
                        .add(each);
                sameByFace
                        .computeIfAbsent(each.otherFaceId(), face -> new ArrayList<>())
                        .add(each);
            }
        }
    }

    /// @param decisions in any order, any number of times
    public static Decisions of(Collection<CharacterDecided> decisions) {
        return new Decisions(standing(decisions));
    }

    /// The decision that stands of each pair, by pair.
    public static List<CharacterDecided> standing(Collection<CharacterDecided> decisions) {
        TreeMap<String, CharacterDecided> byPair = new TreeMap<>();
        for (CharacterDecided each : decisions) {
            byPair.merge(
                    each.faceId() + " " + each.otherFaceId(),
                    each,
                    (known, next) -> next.standsAgainst(known) ? next : known);
        }
        return List.copyOf(byPair.values());
    }

    /// These, and one that may come later or be no news.
    public Decisions with(CharacterDecided decision) {
        List<CharacterDecided> all = new ArrayList<>(standing);
        all.add(decision);
        return of(all);
    }

    /// The one that stands on the same pair as another one.
    Optional<CharacterDecided> on(CharacterDecided pair) {
        return standing.stream()
                .filter(each -> each.faceId().equals(pair.faceId())
                        && each.otherFaceId().equals(pair.otherFaceId()))
                .findFirst();
    }

    /// Those that say same or different, by pair.
    public List<CharacterDecided> made() {
        return standing.stream()
                .filter(each -> each.verdict() != CharacterVerdict.OPEN)
                .toList();
    }

    /// Those about a face that say same or different.
    public List<CharacterDecided> about(String faceId) {
        return made().stream()
                .filter(each ->
                        each.faceId().equals(faceId) || each.otherFaceId().equals(faceId))
                .toList();
    }

    /// Decisions of which not all can be true: faces that were told apart, and that are one character by others. One
    /// for each pair that was told apart, by pair.
    public List<Contradiction> contradictions() {
        List<Contradiction> all = new ArrayList<>();
        for (CharacterDecided each : standing) {
            if (each.verdict() == CharacterVerdict.DIFFERENT) {
                List<CharacterDecided> chain = chain(each.faceId(), each.otherFaceId());
                if (!chain.isEmpty()) {
                    all.add(new Contradiction(each, chain));
                }
            }
        }
        return all;
    }

    /// The fewest decisions by which two faces are the same; empty if none say so.
    private List<CharacterDecided> chain(String from, String to) {
        Map<String, CharacterDecided> cameBy = new HashMap<>();
        Set<String> seen = new HashSet<>(Set.of(from));
        ArrayDeque<String> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty() && !seen.contains(to)) {
            String face = next.remove();
            for (CharacterDecided each : sameByFace.getOrDefault(face, List.of())) {
                String other = other(each, face);
                if (seen.add(other)) {
                    cameBy.put(other, each);
                    next.add(other);
                }
            }
        }
        List<CharacterDecided> chain = new ArrayList<>();
        String face = to;
        for (@Nullable CharacterDecided each = cameBy.get(face); each != null; each = cameBy.get(face)) {
            chain.addFirst(each);
            face = other(each, face);
        }
        return chain;
    }

    /// The face that a decision compares another one with.
    public static String other(CharacterDecided decision, String faceId) {
        return decision.faceId().equals(faceId) ? decision.otherFaceId() : decision.faceId();
    }
}
