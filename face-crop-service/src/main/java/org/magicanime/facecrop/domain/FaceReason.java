package org.magicanime.facecrop.domain;

import org.magicanime.judging.Reason;

/// Why frames of a pose span are in no face clip.
public enum FaceReason implements Reason {
    LANDMARKS_NOT_VALID("landmarks-not-valid", "the landmarks of the face are not certain"),
    TOO_SMALL("too-small", "the face is too small"),
    SIDE_PROFILE("side-profile", "the face is seen from the side"),
    ROTATED("rotated", "the head is tilted"),
    BLURRED("blurred", "the face is not sharp"),
    OCCLUDED("occluded", "something hides a part of the face"),
    IDENTITY_CHANGES("identity-changes", "the face becomes another one"),
    SEVERAL_FACES("several-faces", "another face is near by"),
    OUTSIDE_PICTURE("outside-picture", "too much around the face is outside of the picture"),
    TOO_SHORT("too-short", "the face is good for too short a time");

    private final String code;
    private final String words;

    FaceReason(String code, String words) {
        this.code = code;
        this.words = words;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String words() {
        return words;
    }
}
