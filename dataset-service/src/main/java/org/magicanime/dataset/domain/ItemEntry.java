package org.magicanime.dataset.domain;

import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.dataset.domain.LedgerRow.Reason;
import org.magicanime.dataset.domain.character.FaceCharacter;

/// One row of a list of items.
///
/// @param key names it
/// @param outcome what became of it
/// @param videoId the film, where one is known
/// @param title of the film; empty where none is known
/// @param span its frames in the film, where it is a part of one
/// @param frames how many frames; 0 where that is not known
/// @param reason why it was rejected
/// @param character that a face is of, where that is known
public record ItemEntry(
        LedgerKey key,
        Outcome outcome,
        @Nullable String videoId,
        String title,
        @Nullable FrameSpan span,
        long frames,
        @Nullable Reason reason,
        @Nullable FaceCharacter character) {}
