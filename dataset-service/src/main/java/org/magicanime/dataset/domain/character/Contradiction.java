package org.magicanime.dataset.domain.character;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.magicanime.contracts.CharacterDecided;

/// Decisions of which not all can be true.
///
/// @param apart says that two faces are different
/// @param same say, one after the other, that they are the same
public record Contradiction(CharacterDecided apart, List<CharacterDecided> same) {
    public Contradiction {
        same = List.copyOf(same);
    }

    /// All faces that these are about.
    public Set<String> faces() {
        Set<String> faces = new LinkedHashSet<>();
        for (CharacterDecided each : same) {
            faces.add(each.faceId());
            faces.add(each.otherFaceId());
        }
        return faces;
    }

    /// What is wrong, and what to do.
    public String message() {
        return apart.faceId() + " and " + apart.otherFaceId() + " were told to be different, but "
                + same.stream()
                        .map(each -> each.faceId() + " was told to be the same as " + each.otherFaceId())
                        .collect(Collectors.joining(" and "))
                + ". Take one of these decisions back";
    }
}
