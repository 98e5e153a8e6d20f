package org.magicanime.dataset.domain;

import java.util.Locale;

/// What a row of the ledger is about.
public enum ItemKind {
    /// Something that was dropped and is no film.
    OBJECT,
    FILM,
    CLIP,
    /// Frames with one character and a valid pose.
    SPAN,
    /// A square clip of one face.
    FACE,
    /// The clean speech of a face clip.
    SPEECH,
    /// The motion in a pose span, in words.
    MOTION,
    /// Frames that a stage left out.
    STRETCH;

    /// As it stands in the ledger.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
