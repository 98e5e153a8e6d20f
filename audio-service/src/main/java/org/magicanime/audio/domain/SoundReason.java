package org.magicanime.audio.domain;

import org.magicanime.judging.Reason;

/// Why the sound of a face clip is not kept, in the order of the tests.
public enum SoundReason implements Reason {
    NO_AUDIO("no-audio", "there is no sound"),
    SILENT("silent", "the sound is silent"),
    NO_SPEECH("no-speech", "nobody speaks"),
    TOO_NOISY("too-noisy", "there is too much noise, music or another voice beside the speech"),
    SEVERAL_SPEAKERS("several-speakers", "more than one person speaks"),
    MOUTH_DOES_NOT_MOVE("mouth-does-not-move", "the mouth does not move"),
    NOT_IN_SYNC("not-in-sync", "the mouth does not move with the speech"),
    UNDECIDED("undecided", "whether the face speaks cannot be decided");

    private final String code;
    private final String words;

    SoundReason(String code, String words) {
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
