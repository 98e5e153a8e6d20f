package org.magicanime.video;

import org.magicanime.contracts.Busy;

/// Something outside ended the child that reads a film; this says nothing about the film.
public final class FilmReaderKilledException extends RuntimeException implements Busy {
    private static final long serialVersionUID = 1L;

    /// @param message says what was seen: exit status, signal, limit, and the last line the child wrote
    public FilmReaderKilledException(String message) {
        super(message);
    }
}
