package org.magicanime.video;

/// The child that reads a film crashed, hung or exceeded its limits by itself: the film is suspect.
public final class FilmReaderCrashedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message says what was seen: exit status, signal, limit, and the last line the child wrote
    public FilmReaderCrashedException(String message) {
        super(message);
    }
}
