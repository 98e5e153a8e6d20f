package org.magicanime.dataset.web;

import java.util.List;
import org.magicanime.contracts.CharacterDecided;
import org.magicanime.dataset.domain.character.Contradiction;
import org.magicanime.dataset.domain.character.Decisions;
import org.magicanime.dataset.domain.character.FaceCharacter;
import org.magicanime.dataset.domain.character.FaceRelations;

/// Whose face it is, as its page shows it.
///
/// @param faceId the face
/// @param paramsHash what it was cropped with
/// @param fault why what was decided cannot be; empty if nothing is wrong
public record FaceCompany(String faceId, String paramsHash, FaceRelations relations, String fault) {
    private static final int MOST_MEMBERS = 24;
    private static final int MOST_OTHERS = 8;

    /// A decision about the face.
    ///
    /// @param other the other face
    /// @param verdict `same` or `different`
    public record Decided(String other, String verdict, String href) {}

    public boolean isPlaced() {
        return relations.character() != null;
    }

    public String characterId() {
        FaceCharacter character = relations.character();
        return character == null ? "" : character.characterId();
    }

    public String confidence() {
        FaceCharacter character = relations.character();
        return character == null ? "" : ShownNumbers.value(character.confidence());
    }

    /// All faces of the character.
    public String all() {
        return "/items?character=" + ItemLink.encoded(characterId());
    }

    /// How many faces its character has beside it.
    public int size() {
        return relations.members().size();
    }

    /// Those that are nearest.
    public List<FaceLink> members() {
        return relations.members().stream()
                .limit(MOST_MEMBERS)
                .map(each -> new FaceLink(each, paramsHash))
                .toList();
    }

    public boolean isCut() {
        return relations.members().size() > MOST_MEMBERS;
    }

    /// Those that are nearest.
    public List<FaceLink> others() {
        return relations.others().stream()
                .limit(MOST_OTHERS)
                .map(each -> new FaceLink(each, paramsHash))
                .toList();
    }

    public List<Decided> decisions() {
        return relations.decisions().stream().map(this::decided).toList();
    }

    private Decided decided(CharacterDecided decision) {
        String other = Decisions.other(decision, faceId);
        return new Decided(other, decision.verdict().toString(), FaceLink.href(other, paramsHash));
    }

    public List<String> contradictions() {
        return relations.contradictions().stream().map(Contradiction::message).toList();
    }
}
