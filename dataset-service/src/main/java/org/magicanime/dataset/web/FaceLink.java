package org.magicanime.dataset.web;

import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.character.FaceRelations.Relative;

/// Another face as a face's page shows it.
///
/// @param paramsHash what both were cropped with
public record FaceLink(Relative relative, String paramsHash) {
    static final String STAGE = DataSubset.FACE_REENACTMENT.stage();

    static String href(String faceId, String paramsHash) {
        return "/item?" + query(faceId, paramsHash);
    }

    static String picture(String faceId, String paramsHash) {
        return "/file?" + query(faceId, paramsHash) + "&name=first-frame";
    }

    private static String query(String faceId, String paramsHash) {
        return "stage=" + STAGE + "&kind=" + DataSubset.FACE_REENACTMENT.kind() + "&id=" + ItemLink.encoded(faceId)
                + "&params=" + ItemLink.encoded(paramsHash);
    }

    public String id() {
        return relative.faceId();
    }

    public String characterId() {
        return relative.characterId();
    }

    public String href() {
        return href(relative.faceId(), paramsHash);
    }

    public String picture() {
        return picture(relative.faceId(), paramsHash);
    }

    /// Empty where it is not known.
    public String distance() {
        Double distance = relative.distance();
        return distance == null ? "" : ShownNumbers.value(distance);
    }

    /// Other faces of its character.
    public long more() {
        return relative.faces() - 1;
    }
}
