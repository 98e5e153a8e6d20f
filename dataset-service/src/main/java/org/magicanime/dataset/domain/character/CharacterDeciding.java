package org.magicanime.dataset.domain.character;

import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import org.magicanime.contracts.CharacterDecided;
import org.magicanime.contracts.CharacterVerdict;
import org.magicanime.contracts.Telling;
import org.magicanime.dataset.domain.Ledger;

/// Takes what a person decides about two faces.
public final class CharacterDeciding {
    private final CharacterReader characters;
    private final Ledger ledger;
    private final Telling telling;
    private final InstantSource clock;

    /// @param ledger that `characters` reads
    public CharacterDeciding(CharacterReader characters, Ledger ledger, Telling telling, InstantSource clock) {
        this.characters = characters;
        this.ledger = ledger;
        this.telling = telling;
        this.clock = clock;
    }

    /// Tells it, and writes it down, so that who decided sees it at once; the ledger hears it again and loses nothing
    /// if this process dies between the two.
    ///
    /// @throws IllegalArgumentException if these are no two faces of one film
    /// @throws NoSuchElementException if the ledger does not have them
    /// @throws ContradictionException if it contradicts what was decided before
    public CharacterDecided decide(String faceId, String otherFaceId, CharacterVerdict verdict) {
        CharacterDecided asked = CharacterDecided.of(
                faceId, otherFaceId, verdict, clock.instant().toEpochMilli());
        for (String each : List.of(faceId, otherFaceId)) {
            if (!characters.hasFace(each)) {
                throw new NoSuchElementException("the ledger has no face " + each);
            }
        }
        Decisions before = characters.decisions(asked.videoId());
        CharacterDecided decision = new CharacterDecided(
                asked.videoId(), asked.faceId(), asked.otherFaceId(), verdict, timeAfter(before, asked));
        for (Contradiction each : before.with(decision).contradictions()) {
            if (each.apart().equals(decision) || each.same().contains(decision)) {
                throw new ContradictionException(each);
            }
        }
        telling.accept(decision);
        ledger.put(List.of(), List.of(), List.of(), List.of(decision), List.of(), List.of());
        return decision;
    }

    /// Later than what it replaces, also where that was decided at a machine whose clock is fast.
    private static long timeAfter(Decisions before, CharacterDecided asked) {
        return before.on(asked)
                .map(known -> Math.max(known.decidedAt() + 1, asked.decidedAt()))
                .orElse(asked.decidedAt());
    }
}
