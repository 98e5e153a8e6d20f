package org.magicanime.segment.domain;

import org.magicanime.video.FilmMeasures;

/// Times of frames, from the film's own time stamps, so that a variable frame rate is honoured.
final class FrameTimes {
    private FrameTimes() {}

    /// How long the frames from first to end (exclusive) are shown, in seconds.
    static double seconds(FilmMeasures film, long first, long end) {
        long ticks = endTick(film, end) - film.ticks()[(int) first];
        return (double) ticks * film.timeBase().numerator() / film.timeBase().denominator();
    }

    private static long endTick(FilmMeasures film, long end) {
        int last = (int) end - 1;
        return end < film.frames() ? film.ticks()[(int) end] : film.ticks()[last] + film.durations()[last];
    }
}
