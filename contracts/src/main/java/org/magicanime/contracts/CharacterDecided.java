package org.magicanime.contracts;

/// A person decided whether two faces of a film are the same character. Of two decisions on the same pair, the later
/// one stands.
///
/// @param videoId the film
/// @param faceId the face whose id comes first
/// @param otherFaceId the other one
/// @param verdict what was decided
/// @param decidedAt when: milliseconds since 1970-01-01T00:00Z
public record CharacterDecided(
        String videoId, String faceId, String otherFaceId, CharacterVerdict verdict, long decidedAt)
        implements PipelineEvent {
    public CharacterDecided {
        VideoId.require(videoId);
        Checks.that(videoIdOf(faceId).equals(videoId), "faceId must be of the film " + videoId);
        Checks.present(otherFaceId, "otherFaceId");
        Checks.that(videoIdOf(otherFaceId).equals(videoId), "otherFaceId must be of the film " + videoId);
        Checks.that(faceId.compareTo(otherFaceId) < 0, "faceId must come before otherFaceId");
        Checks.present(verdict, "verdict");
        Checks.that(decidedAt > 0, "decidedAt is missing, or before 1970");
    }

    /// The same for two faces in any order.
    ///
    /// @throws IllegalArgumentException if they are one face, or of two films
    public static CharacterDecided of(String faceId, String otherFaceId, CharacterVerdict verdict, long decidedAt) {
        Checks.that(!faceId.equals(otherFaceId), "a face cannot be compared with itself: " + faceId);
        boolean inOrder = faceId.compareTo(otherFaceId) < 0;
        String first = inOrder ? faceId : otherFaceId;
        String second = inOrder ? otherFaceId : faceId;
        Checks.that(
                videoIdOf(first).equals(videoIdOf(second)),
                "characters are told apart within one film: " + first + " and " + second + " are of two");
        return new CharacterDecided(videoIdOf(first), first, second, verdict, decidedAt);
    }

    private static String videoIdOf(String faceId) {
        return ClipId.videoId(FaceId.spanId(faceId));
    }

    /// Whether it stands against another one on the same pair. Of two at the same moment, that which keeps faces apart
    /// stands, since one character too many is mended more easily than one too few.
    public boolean standsAgainst(CharacterDecided other) {
        return decidedAt != other.decidedAt ? decidedAt > other.decidedAt : caution() >= other.caution();
    }

    private int caution() {
        return switch (verdict) {
            case SAME -> 0;
            case OPEN -> 1;
            case DIFFERENT -> 2;
        };
    }

    @Override
    public String itemId() {
        return faceId;
    }
}
