package org.magicanime.testkit.mouth;

/// What a simulated mouth does while somebody is heard.
public enum MouthKind {
    /// It follows the syllables.
    SYLLABLES(true),
    /// Likewise, with one in five drawings wrong.
    SYLLABLES_20(true),
    /// Likewise, with two in five drawings wrong.
    SYLLABLES_40(true),
    /// It opens and shuts four to six times a second while the character speaks.
    FLAPS(true),
    /// It follows the syllables of other speech.
    OTHER_SPEECH(false),
    /// It opens and shuts while other speech is spoken.
    OTHER_FLAPS(false),
    /// It opens and shuts all the time.
    ALWAYS_FLAPS(false),
    /// It stays shut.
    CLOSED(false),
    /// It stays as it is, but for at most two smiles or gasps: the voice is another one's.
    LISTENS(false),
    /// It follows the syllables 0.75 to 1.25 s late.
    LATE(false);

    private final boolean belongs;

    MouthKind(boolean belongs) {
        this.belongs = belongs;
    }

    /// Whether mouth and speech belong to each other.
    public boolean belongs() {
        return belongs;
    }
}
