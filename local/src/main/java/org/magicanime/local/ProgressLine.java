package org.magicanime.local;

import java.util.Map;
import java.util.OptionalDouble;
import org.magicanime.local.Fates.Fate;

/// Says in one line how far the films are.
///
/// @param counts films by where they are
/// @param clips that came out so far
/// @param poses spans that came out so far; negative where clips are not searched for poses
/// @param faces face clips that came out so far; negative where spans are not searched for faces
/// @param speech face clips whose speech was kept so far; negative where sound is not judged
/// @param captions of clips and motions so far; negative where nothing is captioned
/// @param lags events that each service has before it
/// @param seconds since the start
/// @param left seconds that the rest takes; empty where nothing can be said yet
record ProgressLine(
        Map<Fate, Integer> counts,
        int clips,
        int poses,
        int faces,
        int speech,
        int captions,
        Map<String, Long> lags,
        double seconds,
        OptionalDouble left) {
    ProgressLine {
        counts = Map.copyOf(counts);
        lags = Map.copyOf(lags);
    }

    String text() {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        int told = all - count(Fate.WAITING);
        int ended = told - count(Fate.IN_WORK);
        return "ingest %d/%d films, lag %d | segment %d/%d, lag %d, %d clips%s%s%s%s | rejected %d, dead %d | %s, left %s"
                .formatted(
                        told,
                        all,
                        lags.getOrDefault("ingest", 0L),
                        ended,
                        all,
                        lags.getOrDefault("segment", 0L),
                        clips,
                        poses < 0
                                ? ""
                                : " | keypoint lag %d, %d spans".formatted(lags.getOrDefault("keypoint", 0L), poses),
                        faces < 0
                                ? ""
                                : " | face-crop lag %d, %d faces".formatted(lags.getOrDefault("face-crop", 0L), faces),
                        speech < 0
                                ? ""
                                : " | audio lag %d, %d speech".formatted(lags.getOrDefault("audio", 0L), speech),
                        captions < 0
                                ? ""
                                : " | caption lag %d, %d captions"
                                        .formatted(lags.getOrDefault("caption", 0L), captions),
                        count(Fate.REJECTED),
                        count(Fate.DEAD),
                        clock(seconds),
                        left.isEmpty() ? "?" : clock(left.getAsDouble()));
    }

    private int count(Fate fate) {
        return counts.getOrDefault(fate, 0);
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? "%d:%02d".formatted(whole / 60, whole % 60)
                : "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60);
    }
}
